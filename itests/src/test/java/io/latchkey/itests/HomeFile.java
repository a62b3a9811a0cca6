// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Homes in the JSON that openHAB's REST interface gives for items. */
final class HomeFile {
    /** A switchable lamp, a dimmer and a thermometer. */
    static final String SMALL = """
            [
              {"type": "Switch", "name": "DeskLamp", "label": "Desk Lamp", "state": "OFF",
               "metadata": {"homekit": {"value": "Lighting"}}},
              {"type": "Dimmer", "name": "Ceiling", "label": "Ceiling", "state": "40",
               "metadata": {"homekit": {"value": "Lighting"}}},
              {"type": "Number:Temperature", "name": "Study", "label": "Study", "state": "21.5 \u00b0C",
               "metadata": {"homekit": {"value": "TemperatureSensor"}}}
            ]
            """;

    private HomeFile() {}

    /** {@link #SMALL} and behind it so many lamps that can be dimmed. */
    static String withLamps(int number) {
        String lamps = IntStream.rangeClosed(1, number)
                .mapToObj(HomeFile::lamp)
                .collect(Collectors.joining(",\n", ",\n", "]"));
        return SMALL.substring(0, SMALL.lastIndexOf(']')).stripTrailing() + lamps;
    }

    /** {@link #SMALL} and behind it one power strip whose sockets have these labels. */
    static String withStrip(String... labels) {
        return SMALL.substring(0, SMALL.lastIndexOf(']')).stripTrailing() + ",\n"
                + strip(labels).substring(1);
    }

    /** One power strip whose sockets have these labels. */
    static String strip(String... labels) {
        String sockets = IntStream.range(0, labels.length)
                .mapToObj(place -> socket(place + 1, labels[place]))
                .collect(Collectors.joining(",\n", ",\n", "]"));
        return """
                [{"type": "Group", "name": "gStrip", "label": "Power Strip", "state": "NULL",
                  "metadata": {"homekit": {"value": "AccessoryGroup"}}}""" + sockets;
    }

    private static String socket(int number, String label) {
        return "{\"type\": \"Switch\", \"name\": \"Strip_" + number + "\", \"label\": \"" + label
                + "\", \"state\": \"OFF\", \"groupNames\": [\"gStrip\"],"
                + " \"metadata\": {\"homekit\": {\"value\": \"Switchable\"}}}";
    }

    private static String lamp(int number) {
        return "{\"type\": \"Dimmer\", \"name\": \"Lamp" + number + "\", \"label\": \"Lamp " + number
                + "\", \"state\": \"35\", \"metadata\": {\"homekit\": {\"value\": \"Lighting, Lighting.Brightness\"}}}";
    }
}
