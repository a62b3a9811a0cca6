// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.latchkey.api.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A saved value with what is needed to trust it. As bytes it is one JSON object whose first field is the SHA-256 of all
 * bytes behind that field: the checksum does not depend on how a JSON library writes things.
 *
 * @param schema how the value is written; a larger number than {@link #SCHEMA} comes from a newer program
 * @param domain what it is, so that one file is not taken for another
 * @param generation counts the changes from 1
 * @param value what was stored
 */
record Envelope(int schema, String domain, long generation, JsonObject value) {
    /** How values are written today. */
    static final int SCHEMA = 2;

    private static final String HEAD = "{\n  \"sha256\": \"";
    private static final int HASH_END = HEAD.length() + 64;

    byte[] bytes() {
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        byte[] rest = Arrays.copyOfRange(text, HASH_END, text.length);
        byte[] hash = HexFormat.of().formatHex(sha256(rest)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hash, 0, text, HEAD.length(), hash.length);
        return text;
    }

    static Envelope of(byte[] bytes) throws DamageException {
        checkHash(bytes);
        try {
            String text = new String(bytes, StandardCharsets.UTF_8);
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            return new Envelope(
                    json.get("schema").getAsInt(),
                    json.get("domain").getAsString(),
                    json.get("generation").getAsLong(),
                    json.getAsJsonObject("value"));
        } catch (JsonParseException | IllegalStateException | NumberFormatException | NullPointerException e) {
            throw new DamageException("was written by something else");
        }
    }

    /** Refuses what a newer program has written: it is neither damaged nor to be replaced. */
    void requireKnown(Path file) {
        if (schema > SCHEMA) {
            throw new StoreException(file + " was written by a newer Latchkey (schema " + schema + ", this one knows "
                    + SCHEMA + "). Nothing was changed. Install the newer Latchkey again, "
                    + "or put back a backup that was made before it was installed.");
        }
    }

    private String text() {
        JsonObject json = new JsonObject();
        json.addProperty("sha256", "0".repeat(64));
        json.addProperty("schema", schema);
        json.addProperty("domain", domain);
        json.addProperty("generation", generation);
        json.add("value", value);
        return new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
    }

    private static void checkHash(byte[] bytes) throws DamageException {
        byte[] head = HEAD.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length <= HASH_END || !Arrays.equals(head, Arrays.copyOf(bytes, head.length))) {
            throw new DamageException("is cut off or was written by something else");
        }
        byte[] found = Arrays.copyOfRange(bytes, head.length, HASH_END);
        byte[] rest = Arrays.copyOfRange(bytes, HASH_END, bytes.length);
        byte[] wanted = HexFormat.of().formatHex(sha256(rest)).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(wanted, found)) {
            throw new DamageException("has been changed or was not written to its end");
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
    }
}
