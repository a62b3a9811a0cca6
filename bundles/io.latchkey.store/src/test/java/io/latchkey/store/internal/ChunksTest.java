// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.store.Domain;
import io.latchkey.store.internal.codec.Codec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** A map that grows with the home is stored in pieces of bounded size, and a change concerns one of them. */
class ChunksTest {

    private static SortedMap<String, byte[]> pieces(int lamps) {
        return Chunks.of(Codec.of(Domain.ALLOCATION).write(StoreSamples.allocation(lamps)));
    }

    @Test
    void noneIsLargeAndTogetherTheyAreAll() {
        JsonObject all = new JsonObject();
        SortedMap<String, byte[]> pieces = pieces(1490);
        pieces.values().forEach(bytes -> {
            assertTrue(bytes.length <= Chunks.LARGEST + 3, bytes.length + " bytes");
            JsonObject piece = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            piece.entrySet().forEach(entry -> all.add(entry.getKey(), entry.getValue()));
        });
        assertEquals(StoreSamples.allocation(1490), Codec.of(Domain.ALLOCATION).read(all, Envelope.SCHEMA));
        assertTrue(pieces.size() > 10, pieces.size() + " pieces");
    }

    @Test
    void oneMoreEntryChangesOneOfThem() {
        SortedMap<String, byte[]> before = pieces(1489);
        SortedMap<String, byte[]> after = pieces(1490);
        assertEquals(before.keySet(), after.keySet());
        long changed = after.entrySet().stream()
                .filter(piece -> !Arrays.equals(piece.getValue(), before.get(piece.getKey())))
                .count();
        assertEquals(1, changed);
    }

    @Test
    void anEmptyMapAndOneLargeEntryAreOnePieceEach() {
        assertEquals("{}\n", new String(Chunks.of(new JsonObject()).get(""), StandardCharsets.UTF_8));
        JsonObject large = new JsonObject();
        large.addProperty("one", "x".repeat(3 * Chunks.LARGEST));
        assertEquals(1, Chunks.of(large).size());
    }
}
