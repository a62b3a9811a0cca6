// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A history as the app Eve reads it: the bytes, and what they say.
 *
 * @param status how it stands
 * @param reads what was read one after the other; the last one says that nothing is left
 */
record EveEntries(byte[] status, List<byte[]> reads) {
    static final String STATUS = "E863F116-079E-48FF-8F27-9C2605A29F52";

    private static final String ENTRIES = "E863F117-079E-48FF-8F27-9C2605A29F52";
    private static final String REQUEST = "E863F11C-079E-48FF-8F27-9C2605A29F52";
    private static final byte[] ALL = {1, 0, 0, 0, 0, 0, 0, 0};
    private static final long EVE_EPOCH = 978_307_200;
    private static final int MOST_READS = 500;
    private static final int COUNT_AT = 12;
    private static final int HEAD = 10;

    /** Reads that of an accessory. */
    static EveEntries read(WireClient phone, String name) throws IOException {
        JsonArray accessories = phone.accessories();
        String request = Accessories.find(accessories, name, REQUEST);
        phone.put(request, "value", '"' + Base64.getEncoder().encodeToString(ALL) + '"');
        List<byte[]> reads = new ArrayList<>();
        do {
            reads.add(value(phone, Accessories.find(accessories, name, ENTRIES)));
        } while (reads.get(reads.size() - 1).length > 1 && reads.size() < MOST_READS);
        return new EveEntries(value(phone, Accessories.find(accessories, name, STATUS)), reads);
    }

    /** That which a script has read, as hex. */
    static EveEntries of(JsonObject told, String reads) {
        List<byte[]> bytes = new ArrayList<>();
        for (JsonElement read : told.getAsJsonArray(reads)) {
            bytes.add(HexFormat.of().parseHex(read.getAsString()));
        }
        return new EveEntries(HexFormat.of().parseHex(told.get("status").getAsString()), bytes);
    }

    /** How many numbers there are; none while the status can't be read. */
    static int used(WireClient phone, String name) throws IOException {
        JsonObject read = phone.read(Accessories.find(phone.accessories(), name, STATUS));
        return read.has("value")
                ? new EveEntries(Base64.getDecoder().decode(read.get("value").getAsString()), List.of()).used()
                : 0;
    }

    /** How many numbers there are. */
    int used() {
        return ordered(status).getShort(afterSignature());
    }

    /** The oldest number. */
    int first() {
        return ordered(status).getInt(afterSignature() + 4);
    }

    /** The status without the two numbers {@link #first} and {@link #used}, as hex. */
    String rest() {
        byte[] rest = status.clone();
        int at = afterSignature();
        ordered(rest).putShort(at, (short) 0).putInt(at + 4, 0);
        return HexFormat.of().formatHex(rest);
    }

    /** All reads, as hex. */
    List<String> hex() {
        return reads.stream().map(HexFormat.of()::formatHex).toList();
    }

    /** The entries; the first one tells the reference time. */
    List<byte[]> entries() {
        List<byte[]> entries = new ArrayList<>();
        for (byte[] read : reads) {
            for (int at = 0; read.length > 1 && at < read.length; at += read[at]) {
                entries.add(Arrays.copyOfRange(read, at, at + read[at]));
            }
        }
        return entries;
    }

    /** The first value of each entry but that of the reference time, where it takes one byte. */
    List<Integer> states() {
        return entries().stream().skip(1).map(each -> (int) each[HEAD]).toList();
    }

    /**
     * What the entries say, but that of the reference time.
     *
     * @param keys how fakegato-history names the values, by their tags; others are left out
     */
    List<JsonObject> said(Map<Integer, Key> keys) {
        long reference = Integer.toUnsignedLong(ordered(status).getInt(8));
        List<JsonObject> said = new ArrayList<>();
        for (byte[] entry : entries().subList(1, entries().size())) {
            ByteBuffer bytes = ordered(entry);
            JsonObject json = new JsonObject();
            json.addProperty("time", EVE_EPOCH + reference + bytes.getInt(5));
            bytes.position(HEAD);
            for (int i = 0; i < status[COUNT_AT]; i++) {
                int tag = status[COUNT_AT + 1 + 2 * i];
                if ((entry[HEAD - 1] >> i & 1) == 1) {
                    add(json, keys.get(tag), number(bytes, status[COUNT_AT + 2 + 2 * i]));
                }
            }
            said.add(json);
        }
        return said;
    }

    /**
     * How fakegato-history names a value.
     *
     * @param name its name
     * @param scale what it multiplies it by, zero for a truth value
     */
    record Key(String name, int scale) {}

    private static void add(JsonObject json, Key key, long number) {
        if (key != null && key.scale() == 0) {
            json.addProperty(key.name(), number == 1);
        } else if (key != null) {
            json.addProperty(key.name(), (double) number / key.scale());
        }
    }

    private static long number(ByteBuffer bytes, int length) {
        return switch (length) {
            case 1 -> bytes.get();
            case 2 -> bytes.getShort();
            default -> bytes.getLong();
        };
    }

    private int afterSignature() {
        return COUNT_AT + 1 + 2 * status[COUNT_AT];
    }

    private static byte[] value(WireClient phone, String id) throws IOException {
        return Base64.getDecoder().decode(phone.read(id).get("value").getAsString());
    }

    private static ByteBuffer ordered(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
