// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers of accessories that a controller has seen: each keeps its own, and no other gets them. */
final class SeenNumbers {
    private final Map<String, String> ids = new HashMap<>();

    /** What a controller has seen once keeps its numbers, and no other gets them. */
    void remember(JsonArray accessories) {
        for (JsonElement each : accessories) {
            JsonObject accessory = each.getAsJsonObject();
            String name = nameOf(accessory);
            String numbers = numbers(accessory);
            assertEquals(ids.computeIfAbsent(name, unseen -> numbers), numbers, name);
        }
        assertEquals(
                ids.size(),
                ids.values().stream()
                        .map(numbers -> numbers.split(":")[0])
                        .distinct()
                        .count(),
                "no number is given twice: " + ids);
    }

    private static String nameOf(JsonObject accessory) {
        return characteristics(accessory)
                .filter(each -> each.get("type").getAsString().equals("23"))
                .findFirst()
                .orElseThrow()
                .get("value")
                .getAsString();
    }

    private static String numbers(JsonObject accessory) {
        return accessory.get("aid").getAsLong() + ":"
                + characteristics(accessory)
                        .map(each -> each.get("type").getAsString() + "=" + each.get("iid"))
                        .collect(Collectors.joining(","));
    }

    private static Stream<JsonObject> characteristics(JsonObject accessory) {
        List<JsonObject> all = new ArrayList<>();
        accessory
                .getAsJsonArray("services")
                .forEach(service -> service.getAsJsonObject()
                        .getAsJsonArray("characteristics")
                        .forEach(each -> all.add(each.getAsJsonObject())));
        return all.stream();
    }
}
