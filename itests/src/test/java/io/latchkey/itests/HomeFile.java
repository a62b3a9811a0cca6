// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

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
}
