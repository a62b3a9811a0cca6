// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The items of a house that Apple's controllers use: dimmers enough for a scene, locks, a thermostat, a doorbell, and more
 * of other kinds up to what one bridge may have. Names of the first part begin with {@link #SMALL}.
 */
final class ReplicaItems {
    /** How the names of the smaller part begin. */
    static final String SMALL = "Ground";

    private static final int LAMPS = 31;
    private static final List<String> KINDS = List.of(
            "\"type\":\"Color\",\"state\":\"120,80,60\",\"metadata\":{\"homekit\":{\"value\":\"Lighting\"}}",
            "\"type\":\"Switch\",\"state\":\"ON\",\"metadata\":{\"homekit\":{\"value\":\"Outlet\"}}",
            "\"type\":\"Number:Temperature\",\"state\":\"70.7 \u00b0F\",\"metadata\":{\"homekit\":{\"value\":\"TemperatureSensor\"}}",
            "\"type\":\"Contact\",\"state\":\"OPEN\",\"metadata\":{\"homekit\":{\"value\":\"ContactSensor\"}}",
            "\"type\":\"Switch\",\"state\":\"OFF\",\"metadata\":{\"homekit\":{\"value\":\"MotionSensor\"}}");

    private ReplicaItems() {}

    /** The smaller part and so many more accessories that all are this many. */
    static String json(int accessories) {
        List<String> items = new ArrayList<>();
        for (int i = 1; i <= LAMPS; i++) {
            items.add(item("Lamp" + i, "\"type\":\"Dimmer\",\"state\":\"35\"", "Lighting, Lighting.Brightness"));
        }
        items.add(item("FrontDoor", "\"type\":\"Switch\",\"state\":\"ON\"", "Lock"));
        items.add(item("BackDoor", "\"type\":\"Switch\",\"state\":\"ON\"", "Lock"));
        items.add(item("Bell", "\"type\":\"Switch\",\"state\":\"OFF\"", "Doorbell"));
        items.add(item("Heating", "\"type\":\"Group\",\"state\":\"NULL\"", "Thermostat"));
        int smaller = items.size();
        Map.of(
                        "Mode",
                        "\"type\":\"String\",\"state\":\"HEAT\"",
                        "Now",
                        "\"type\":\"Number:Temperature\",\"state\":\"20.5 \u00b0C\"",
                        "Target",
                        "\"type\":\"Number:Temperature\",\"state\":\"21 \u00b0C\"")
                .forEach((name, kind) -> items.add(member(name, kind)));
        for (int i = smaller; i < accessories; i++) {
            items.add(
                    "{\"name\":\"Upper" + i + "\",\"label\":\"Upper " + i + "\"," + KINDS.get(i % KINDS.size()) + "}");
        }
        return items.stream().collect(Collectors.joining(",\n", "[", "]"));
    }

    private static String item(String name, String kind, String type) {
        return "{\"name\":\"" + SMALL + name + "\",\"label\":\"" + name + "\"," + kind
                + ",\"metadata\":{\"homekit\":{\"value\":\"" + type + "\"}}}";
    }

    private static String member(String name, String kind) {
        String roles = Stream.of(
                        Map.entry("Mode", "CurrentHeatingCoolingMode,TargetHeatingCoolingMode"),
                        Map.entry("Now", "CurrentTemperature"),
                        Map.entry("Target", "TargetTemperature"))
                .filter(each -> each.getKey().equals(name))
                .flatMap(each -> Stream.of(each.getValue().split(",")))
                .map(role -> "Thermostat." + role)
                .collect(Collectors.joining(","));
        return "{\"name\":\"" + SMALL + name + "\",\"label\":\"" + name + "\"," + kind + ",\"groupNames\":[\"" + SMALL
                + "Heating\"],\"metadata\":{\"homekit\":{\"value\":\"" + roles + "\"}}}";
    }
}
