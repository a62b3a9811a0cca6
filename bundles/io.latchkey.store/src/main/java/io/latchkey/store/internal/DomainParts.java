// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.latchkey.api.store.Domain;
import io.latchkey.store.internal.codec.Codec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The parts that the value of one domain is stored in. A part is named by the SHA-256 of what it holds, so the same content
 * has the same name and damage can't hide. The first part of a small domain is its JSON; that of a domain that is a map
 * names the parts that hold its entries.
 *
 * @param first the name of the part that leads to the others
 * @param names all of them
 */
record DomainParts(String first, Set<String> names) {
    private static final String PIECES = "pieces";

    /** Keeps a copy. */
    DomainParts {
        names = Set.copyOf(names);
    }

    /** Gives the checked content of a part by its name. */
    interface Source {
        byte[] part(String name) throws IOException, DamageException;
    }

    /** Encodes a value; what the parts hold is added to {@code contents} by their names. */
    static <T> DomainParts write(Domain<T> domain, T value, Map<String, byte[]> contents) {
        Codec<T> codec = Codec.of(domain);
        JsonObject json = codec.write(value);
        Map<String, byte[]> own = new HashMap<>();
        if (!codec.isMap()) {
            String first = add((json + "\n").getBytes(StandardCharsets.UTF_8), own);
            contents.putAll(own);
            return new DomainParts(first, own.keySet());
        }
        JsonObject pieces = new JsonObject();
        Chunks.of(json).forEach((bits, bytes) -> pieces.addProperty(bits, add(bytes, own)));
        JsonObject index = new JsonObject();
        index.add(PIECES, pieces);
        String first = add((index + "\n").getBytes(StandardCharsets.UTF_8), own);
        contents.putAll(own);
        return new DomainParts(first, own.keySet());
    }

    /** Finds the parts of a domain, reading as little as is needed. */
    static DomainParts find(Domain<?> domain, String first, Source source) throws IOException, DamageException {
        Set<String> names = new LinkedHashSet<>(Set.of(first));
        if (Codec.of(domain).isMap()) {
            names.addAll(pieces(source.part(first)).values());
        }
        return new DomainParts(first, names);
    }

    /** Reads the value of a domain. */
    static <T> T read(Domain<T> domain, String first, int schema, Source source) throws IOException, DamageException {
        Codec<T> codec = Codec.of(domain);
        JsonObject json = json(source.part(first));
        if (codec.isMap()) {
            json = new JsonObject();
            for (String name : pieces(source.part(first)).values()) {
                for (Map.Entry<String, JsonElement> entry :
                        json(source.part(name)).entrySet()) {
                    json.add(entry.getKey(), entry.getValue());
                }
            }
        }
        try {
            return codec.read(json, schema);
        } catch (IllegalArgumentException e) {
            throw new DamageException("holds what makes no sense as " + domain);
        }
    }

    /** The name of what holds these bytes. */
    static String name(byte[] bytes) {
        return HexFormat.of().formatHex(Envelope.sha256(bytes));
    }

    private static String add(byte[] bytes, Map<String, byte[]> contents) {
        String name = name(bytes);
        contents.put(name, bytes);
        return name;
    }

    private static Map<String, String> pieces(byte[] index) throws DamageException {
        Map<String, String> pieces = new HashMap<>();
        try {
            json(index)
                    .getAsJsonObject(PIECES)
                    .entrySet()
                    .forEach(each -> pieces.put(each.getKey(), each.getValue().getAsString()));
        } catch (IllegalStateException | NullPointerException | ClassCastException e) {
            throw new DamageException("names no pieces");
        }
        return pieces;
    }

    private static JsonObject json(byte[] bytes) throws DamageException {
        try {
            return JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new DamageException("was written by something else");
        }
    }
}
