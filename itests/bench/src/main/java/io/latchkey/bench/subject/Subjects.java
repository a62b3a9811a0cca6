// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bridges that can be measured; each shows the same 149 accessories. */
public final class Subjects {
    /** Lamps with On, Brightness, Hue and Saturation. */
    public static final int LAMPS = 100;
    /** Temperature sensors. */
    public static final int SENSORS = 49;

    private static final String SESSIONS = "2048";

    private Subjects() {}

    /** Latchkey, as its own script starts it. */
    public static Subject latchkey(Path folder, Path script) throws IOException {
        Path items = Files.createDirectories(folder.resolve("latchkey")).resolve("items.json");
        Files.writeString(items, items());
        return Subject.of(
                "Latchkey",
                items.getParent(),
                (own, port) -> List.of(
                        script.toString(),
                        "run",
                        "--no-mdns",
                        "--data",
                        own.resolve("data").toString(),
                        "--items",
                        items.toString(),
                        "--port",
                        String.valueOf(port),
                        "--setup-code",
                        CODE_TEXT,
                        "--max-sessions",
                        SESSIONS));
    }

    /** Another one: its command gets port, setup code, folder, lamps and sensors. */
    public static Subject other(Path folder, String name, List<String> command) throws IOException {
        return Subject.of(name, folder.resolve(name), (own, port) -> {
            List<String> all = new ArrayList<>(command);
            all.add(String.valueOf(port));
            all.add(CODE_TEXT);
            all.add(own.resolve("store").toString());
            all.add(String.valueOf(LAMPS));
            all.add(String.valueOf(SENSORS));
            return all;
        });
    }

    static final String CODE_TEXT = "613-80-755";

    private static String items() {
        List<String> items = new ArrayList<>();
        for (int i = 1; i <= LAMPS; i++) {
            items.add("""
                    {"type": "Color", "name": "Lamp%d", "label": "Lamp %d", "state": "120,50,80", "metadata":
                     {"homekit": {"value": "Lighting,Lighting.Brightness,Lighting.Hue,Lighting.Saturation",
                      "config": {"commandDelay": 0}}}}""".formatted(i, i));
        }
        for (int i = 1; i <= SENSORS; i++) {
            items.add("""
                    {"type": "Number:Temperature", "name": "Sensor%d", "label": "Sensor %d", "state": "21.5 °C",
                     "metadata": {"homekit": {"value": "TemperatureSensor"}}}""".formatted(i, i));
        }
        return "[" + String.join(",\n", items) + "]\n";
    }
}
