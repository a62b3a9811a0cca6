// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads the fields of a JSON object and says by an IllegalArgumentException which one is missing or of another kind; what
 * a field holds is never in the message.
 */
record JsonFields(JsonObject json) {

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    String text(String name) {
        return primitive(name).getAsString();
    }

    JsonPrimitive primitive(String name) {
        JsonElement element = json.get(name);
        require(element != null && element.isJsonPrimitive(), name);
        return element.getAsJsonPrimitive();
    }

    byte[] bytes(String name) {
        return Base64.getDecoder().decode(text(name));
    }

    long number(String name) {
        JsonPrimitive primitive = primitive(name);
        require(primitive.isNumber(), name);
        return primitive.getAsLong();
    }

    int integer(String name) {
        return Math.toIntExact(Math.min(number(name), Integer.MAX_VALUE));
    }

    JsonFields object(String name) {
        return optional(name).orElseThrow(() -> wrong(name));
    }

    Optional<JsonFields> optional(String name) {
        JsonElement element = json.get(name);
        if (element == null) {
            return Optional.empty();
        }
        require(element.isJsonObject(), name);
        return Optional.of(new JsonFields(element.getAsJsonObject()));
    }

    boolean has(String name) {
        return json.has(name);
    }

    <T> List<T> list(String name, Function<JsonFields, T> read) {
        List<T> list = new ArrayList<>();
        for (JsonElement element : array(name)) {
            require(element.isJsonObject(), name);
            list.add(read.apply(new JsonFields(element.getAsJsonObject())));
        }
        return list;
    }

    List<Long> numbers(String name) {
        List<Long> list = new ArrayList<>();
        for (JsonElement element : array(name)) {
            require(element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber(), name);
            list.add(element.getAsLong());
        }
        return list;
    }

    double decimal(String name) {
        JsonPrimitive primitive = primitive(name);
        require(primitive.isNumber(), name);
        return primitive.getAsDouble();
    }

    List<String> texts(String name) {
        List<String> list = new ArrayList<>();
        for (JsonElement element : array(name)) {
            require(element.isJsonPrimitive() && element.getAsJsonPrimitive().isString(), name);
            list.add(element.getAsString());
        }
        return list;
    }

    Map<String, Long> numbersByName() {
        Map<String, Long> map = new TreeMap<>();
        json.keySet().forEach(name -> map.put(name, number(name)));
        return map;
    }

    Map<String, JsonFields> objectsByName() {
        Map<String, JsonFields> map = new TreeMap<>();
        json.keySet().forEach(name -> map.put(name, object(name)));
        return map;
    }

    private JsonArray array(String name) {
        JsonElement element = json.get(name);
        require(element != null && element.isJsonArray(), name);
        return element.getAsJsonArray();
    }

    private static void require(boolean fits, String name) {
        if (!fits) {
            throw wrong(name);
        }
    }

    private static IllegalArgumentException wrong(String name) {
        return new IllegalArgumentException("field " + name + " is missing or of another kind");
    }
}
