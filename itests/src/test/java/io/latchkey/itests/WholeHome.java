// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.itests.wire.Accessories;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * A home of more than sixty items that uses all of the metadata: once as openHAB's items file, which knows no states, and
 * once in the JSON of its REST interface.
 */
final class WholeHome {
    /** The items as an items file has them. */
    static final String ITEMS = resource("whole-home.items");

    private static final String JSON = resource("whole-home.json");

    private WholeHome() {}

    /** The items as the REST interface shows them, in these states. */
    static String json(Map<String, String> states) {
        JsonArray items = JsonParser.parseString(JSON).getAsJsonArray();
        Accessories.objects(items).forEach(item -> item.addProperty("state", states.get(name(item))));
        return items.toString();
    }

    /** The states in which the REST interface shows the items. */
    static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        Accessories.objects(JsonParser.parseString(JSON).getAsJsonArray())
                .forEach(item -> states.put(name(item), item.get("state").getAsString()));
        return states;
    }

    /** Other states of all items that have one, likely or not; groups have what their members make of them. */
    static Map<String, String> states(Random random) {
        Map<String, String> states = states();
        Accessories.objects(JsonParser.parseString(JSON).getAsJsonArray()).forEach(item -> {
            String type = item.get("type").getAsString();
            states.computeIfPresent(name(item), (name, now) -> state(type, now, random));
        });
        states.put("Stairs", states.get("Stairs_Up").equals("ON") ? "ON" : states.get("Stairs_Down"));
        return states;
    }

    private static String state(String type, String now, Random random) {
        return switch (type) {
            case "Switch" -> random.nextBoolean() ? "ON" : "OFF";
            case "Contact" -> random.nextBoolean() ? "OPEN" : "CLOSED";
            case "Dimmer", "Rollershutter" -> String.valueOf(random.nextInt(101));
            case "Color" -> random.nextInt(361) + "," + random.nextInt(101) + "," + random.nextInt(101);
            case "Number" -> random.nextInt(4) == 0 ? "UNDEF" : String.valueOf(random.nextInt(500) / 4.0);
            case "Number:Temperature" -> random.nextInt(-80, 500) / 10.0 + now.substring(now.indexOf(' '));
            case "String" -> !now.equals("NULL") && random.nextInt(3) == 0 ? "UNDEF" : now;
            default -> now;
        };
    }

    private static String name(JsonObject item) {
        return item.get("name").getAsString();
    }

    private static String resource(String name) {
        try (InputStream in = WholeHome.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
