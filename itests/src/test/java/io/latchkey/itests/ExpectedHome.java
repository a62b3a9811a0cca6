// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.itests.wire.Accessories;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a home consists of for whom has rooms and automations there: the type of each service and characteristic by its ids.
 * Each answer is held against it. For one thread.
 */
final class ExpectedHome {
    private Map<String, String> known = Map.of();
    private Set<String> free = Set.of();
    private boolean grows;
    private boolean learns = true;

    /** The next answer is what the home has. */
    void learn() {
        free = Set.of();
        grows = false;
        learns = true;
    }

    /** The home has that, by {@code aid.iid}. */
    void expect(Map<String, String> types) {
        known = types;
        learns = false;
    }

    /** Until it learns again, accessories of these aids and their parts may come and go. */
    void allow(Set<String> aids) {
        free = aids;
    }

    /** Until it learns again, accessories and parts may come. */
    void allowNew() {
        grows = true;
    }

    /** What an answer misses and what it has that nobody has asked for, if anything. */
    Optional<String> fault(JsonArray accessories) {
        Map<String, String> seen = types(accessories);
        if (learns) {
            expect(seen);
        }
        Map<String, String> missing = difference(known, seen);
        Map<String, String> uninvited = grows ? Map.of() : difference(seen, known);
        return missing.isEmpty() && uninvited.isEmpty()
                ? Optional.empty()
                : Optional.of("missing " + missing + ", new " + uninvited);
    }

    private Map<String, String> difference(Map<String, String> these, Map<String, String> those) {
        Map<String, String> rest = new HashMap<>(these);
        rest.entrySet().removeAll(those.entrySet());
        rest.keySet().removeIf(id -> free.contains(id.substring(0, id.indexOf('.'))));
        return rest;
    }

    private static Map<String, String> types(JsonArray accessories) {
        Map<String, String> types = new TreeMap<>();
        Accessories.objects(accessories).forEach(accessory -> {
            String aid = accessory.get("aid").getAsString();
            Accessories.objects(accessory.getAsJsonArray("services")).forEach(service -> {
                put(types, aid, service);
                Accessories.objects(service.getAsJsonArray("characteristics")).forEach(each -> put(types, aid, each));
            });
        });
        return types;
    }

    private static void put(Map<String, String> types, String aid, JsonObject part) {
        String id = aid + "." + part.get("iid").getAsString();
        if (types.put(id, part.get("type").getAsString()) != null) {
            throw new AssertionError("two parts are " + id);
        }
    }
}
