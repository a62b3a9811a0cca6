// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.subject;

import io.latchkey.bench.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The bridges that can be measured; each shows the same 149 accessories. */
public final class Subjects {
    /** Lamps with On, Brightness, Hue and Saturation. */
    public static final int LAMPS = 100;
    /** Temperature sensors. */
    public static final int SENSORS = 49;

    private static final String SESSIONS = "2048";

    private Subjects() {}

    /** Latchkey, as its own script starts it, in a folder that is made anew. */
    public static MeasuredBridge latchkey(Path folder, Path script, int lamps, int sensors) throws IOException {
        Path items = emptied(folder).resolve("items.json");
        Path data = folder.resolve("data");
        Files.writeString(items, items(lamps, sensors));
        return MeasuredBridge.of(
                "Latchkey",
                folder,
                (own, port) -> List.of(
                        script.toString(),
                        "run",
                        "--no-mdns",
                        "--name",
                        Wire.BRIDGE.text(),
                        "--data",
                        data.toString(),
                        "--items",
                        items.toString(),
                        "--port",
                        String.valueOf(port),
                        "--setup-code",
                        CODE_TEXT,
                        "--max-sessions",
                        SESSIONS),
                Optional.of(new Karaf(script, data)));
    }

    /** Another one: its command gets port, setup code, where to keep its own, lamps and sensors. */
    public static MeasuredBridge other(Path folder, String name, List<String> command) throws IOException {
        Path store = emptied(folder).resolve("store");
        return MeasuredBridge.of(
                name,
                folder,
                (own, port) -> {
                    List<String> all = new ArrayList<>(command);
                    all.add(String.valueOf(port));
                    all.add(CODE_TEXT);
                    all.add(store.toString());
                    all.add(String.valueOf(LAMPS));
                    all.add(String.valueOf(SENSORS));
                    return all;
                },
                Optional.empty());
    }

    static final String CODE_TEXT = "613-80-755";

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                old.sorted(Comparator.reverseOrder())
                        .forEach(each -> each.toFile().delete());
            }
        }
        return Files.createDirectories(folder);
    }

    private static String items(int lamps, int sensors) {
        List<String> items = new ArrayList<>();
        for (int i = 1; i <= lamps; i++) {
            items.add("""
                    {"type": "Color", "name": "Lamp%d", "label": "Lamp %d", "state": "120,50,80", "metadata":
                     {"homekit": {"value": "Lighting,Lighting.Brightness,Lighting.Hue,Lighting.Saturation",
                      "config": {"commandDelay": 0}}}}""".formatted(i, i));
        }
        for (int i = 1; i <= sensors; i++) {
            items.add("""
                    {"type": "Number:Temperature", "name": "Sensor%d", "label": "Sensor %d", "state": "21.5 °C",
                     "metadata": {"homekit": {"value": "TemperatureSensor"}}}""".formatted(i, i));
        }
        return "[" + String.join(",\n", items) + "]\n";
    }
}
