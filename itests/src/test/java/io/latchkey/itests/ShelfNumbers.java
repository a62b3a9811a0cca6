// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.itests.wire.Accessories;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The numbers of the accessories of a shelf, as a controller sees them. */
final class ShelfNumbers {
    private static final String NAME = "23";
    private static final String LAMP = "43";
    private static final String OUTLET = "47";
    private static final String SWITCH = "49";

    private ShelfNumbers() {}

    /** Whether these are shown and no others: + stands for a lamp as well, * for an outlet. */
    static boolean isShown(Map<String, Map<String, Long>> seen, String... names) {
        return seen.size() == names.length
                && Stream.of(names).allMatch(name -> {
                    Map<String, Long> numbers = seen.getOrDefault(name.replaceAll("[+*]", ""), Map.of());
                    return numbers.containsKey(SWITCH)
                            && numbers.containsKey(LAMP) == name.endsWith("+")
                            && numbers.containsKey(OUTLET) == name.endsWith("*");
                });
    }

    /** The numbers of each accessory but the bridge's own: its aid, and the iids by service and type. */
    static Map<String, Map<String, Long>> of(JsonArray accessories) {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        Accessories.objects(accessories)
                .filter(each -> each.get("aid").getAsLong() != 1)
                .forEach(each -> all.put(name(each), numbers(each)));
        return all;
    }

    private static Map<String, Long> numbers(JsonObject accessory) {
        Map<String, Long> numbers = new TreeMap<>();
        numbers.put("aid", accessory.get("aid").getAsLong());
        Accessories.objects(accessory.getAsJsonArray("services")).forEach(service -> {
            String type = service.get("type").getAsString();
            numbers.put(type, service.get("iid").getAsLong());
            Accessories.objects(service.getAsJsonArray("characteristics"))
                    .forEach(each -> numbers.put(
                            type + "/" + each.get("type").getAsString(),
                            each.get("iid").getAsLong()));
        });
        return numbers;
    }

    private static String name(JsonObject accessory) {
        return Accessories.characteristics(accessory).stream()
                .filter(each -> each.get("type").getAsString().equals(NAME))
                .map(each -> each.get("value").getAsString())
                .findFirst()
                .orElseThrow();
    }
}
