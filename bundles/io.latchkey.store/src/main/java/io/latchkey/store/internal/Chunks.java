// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Divides a JSON object that grows with the home into pieces of bounded size, so that a change writes the pieces that it
 * concerns and no others. An entry belongs to the piece whose name, a row of bits, begins the SHA-256 of its key; a piece
 * that has grown too large is divided by the next bit. What the pieces are depends on the entries alone and not on how they
 * came to be.
 */
final class Chunks {
    /** Above so many bytes a piece of several entries is divided. */
    static final int LARGEST = 32_768;

    private static final int BITS = 256;

    private Chunks() {}

    private record Entry(String key, byte[] hash, byte[] json) {
        boolean bit(int number) {
            return (hash[number / 8] >> (7 - number % 8) & 1) == 1;
        }
    }

    /** The pieces, by name; an empty object is one empty piece. */
    static SortedMap<String, byte[]> of(JsonObject json) {
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonElement> each : json.entrySet()) {
            byte[] key = each.getKey().getBytes(StandardCharsets.UTF_8);
            String text = new JsonPrimitive(each.getKey()) + ":" + each.getValue();
            entries.add(new Entry(each.getKey(), Envelope.sha256(key), text.getBytes(StandardCharsets.UTF_8)));
        }
        entries.sort(Comparator.comparing(Entry::key));
        SortedMap<String, byte[]> pieces = new TreeMap<>();
        divide("", entries, pieces);
        return pieces;
    }

    private static void divide(String name, List<Entry> entries, SortedMap<String, byte[]> pieces) {
        long size = entries.stream().mapToLong(entry -> entry.json().length + 1).sum();
        if (size <= LARGEST || entries.size() < 2 || name.length() == BITS) {
            pieces.put(name, joined(entries));
            return;
        }
        int next = name.length();
        divide(name + "0", entries.stream().filter(entry -> !entry.bit(next)).toList(), pieces);
        divide(name + "1", entries.stream().filter(entry -> entry.bit(next)).toList(), pieces);
    }

    private static byte[] joined(List<Entry> entries) {
        StringBuilder text = new StringBuilder("{");
        for (Entry entry : entries) {
            text.append(text.length() > 1 ? ",\n" : "").append(new String(entry.json(), StandardCharsets.UTF_8));
        }
        return text.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
