// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.identity.DeviceId;
import io.latchkey.itests.contributor.FaultyProvidersActivator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A home of 149 accessories on a bridge that nothing is wrong with, and bridges beside it with one fault each. */
final class FaultyHome implements AutoCloseable {
    /** What is wrong once they all run. */
    static final Set<String> FAULTS = Set.of(
            "full-2 bridge-full",
            "taken port-taken",
            "stray address-not-ours",
            "inside loopback-only",
            "lost identity-lost",
            "orphan administrator-gone",
            "damaged store-damaged",
            "locked setup-locked",
            "knocked controller-unknown",
            "screens televisions",
            "missing accessory-absent",
            "heater accessory-slow",
            "camera camera-behind-bridge",
            "contributor-fails",
            "refused bridge-not-ready",
            "named name-twice",
            "cloned id-twice");

    /** The port of the whole bridge; the others have those that follow. */
    static final int PORT = 21_000;

    private static final List<String> SPOILED = List.of(
            "taken", "stray", "inside", "lost", "orphan", "damaged", "locked", "knocked", "screens", "missing",
            "heater", "camera", "broken", "refused", "named", "cloned", "full");
    private static final String WHOLE = "selection = item:Item*\n";
    private static final String UNUSABLE = "maximumSessions = -4\n";
    private static final Map<String, String> MORE = Map.of(
            "stray", "bindAddress = 10.77.9.9\n",
            "inside", "bindAddress = 127.0.0.1\n",
            "refused", UNUSABLE);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int ACCESSORIES = 149;
    private static final int FOREIGN_PORT = 4711;
    private static final String PROVIDERS = "faulty.jar";
    private static final String LEAVING = "leaving.jar";
    private static final String SCREEN = """
            ,
            {"type": "Group", "name": "screens%1$d", "label": "Screen %1$d", "state": "NULL",
             "metadata": {"homekit": {"value": "Television"}}},
            {"type": "Switch", "name": "screensOn%1$d", "label": "Screen %1$d", "state": "OFF",
             "groupNames": ["screens%1$d"], "metadata": {"homekit": {"value": "Television.Active"}}}""";
    private static final String LAMP = """
            ,
            {"type": "Switch", "name": "%1$s", "label": "Lamp %1$s", "state": "OFF",
             "metadata": {"homekit": {"value": "Lighting"}}}""";

    private final FaultyStore store;
    private final Path items;
    private final ExaminedDistribution distribution;

    /** Prepares all of it, with the whole bridge alone. */
    FaultyHome(Path folder) throws Exception {
        store = new FaultyStore(folder, List.of("home", "knocked", "cloned"));
        items = folder.resolve("items.json");
        writeItems(SPOILED);
        distribution = new ExaminedDistribution(
                folder,
                Map.of(
                        "io.latchkey.host.local.cfg",
                        "file = " + items + "\n",
                        "io.latchkey.bridge-home.cfg",
                        settings("home", PORT, WHOLE)));
    }

    ExaminedDistribution distribution() {
        return distribution;
    }

    /** The Device ID of a bridge that has lost nothing. */
    DeviceId id(String bridge) {
        return store.id(bridge);
    }

    /** Brings all faults about. */
    void spoil(Phones phones) throws Exception {
        distribution.hold(port("taken"));
        distribution.publish("Bridge named", FOREIGN_PORT, "0A:0B:0C:0D:0E:0F");
        distribution.publish("Copy of it", FOREIGN_PORT, id("cloned").text());
        deploy(PROVIDERS, "heater camera broken");
        deploy(LEAVING, "missing");
        for (String bridge : SPOILED) {
            configure(
                    bridge,
                    settings(
                            bridge,
                            port(bridge),
                            MORE.getOrDefault(bridge, "") + "selection = " + selection(bridge) + "\n"));
        }
        Eventually.until(
                PATIENCE, "a lamp", () -> console("latchkey:accessories").contains("Leaving Lamp"));
        undeploy(LEAVING);
        phones.guess(id("locked"), port("locked"));
        phones.knock(id("knocked"), port("knocked"));
    }

    /** Gives the whole bridge a setting that can't be used. */
    void refuse() throws IOException {
        configure("home", settings("home", PORT, WHOLE + UNUSABLE));
    }

    /** Gives the whole bridge its settings back. */
    void accept() throws IOException {
        configure("home", settings("home", PORT, WHOLE));
    }

    /** Takes away every bridge but the whole one, and what is wrong with them. */
    void mend() throws IOException {
        for (String bridge : SPOILED) {
            Files.delete(distribution.karaf().etc(file(bridge)));
        }
        undeploy(PROVIDERS);
        distribution.endPublications();
        writeItems(List.of());
    }

    private String console(String command) throws IOException, InterruptedException {
        return distribution.karaf().console(command);
    }

    /** The full one has one accessory more than fit on it. */
    private static String selection(String bridge) {
        String own = "item:" + bridge + "*";
        return bridge.equals("full") ? "item:Item*, " + own : own;
    }

    private void deploy(String file, String providers) throws IOException {
        Map<String, String> headers = Map.of("Providers", providers);
        List<Class<?>> classes = List.of(FaultyProvidersActivator.class);
        try (InputStream bundle = TestBundle.of("io.latchkey.itests." + file.replace(".jar", ""), headers, classes)) {
            Path whole = distribution.folder().resolve(file);
            Files.copy(bundle, whole);
            Files.move(whole, distribution.karaf().deploy().resolve(file));
        }
    }

    private void undeploy(String file) throws IOException {
        Files.delete(distribution.karaf().deploy().resolve(file));
    }

    private void configure(String bridge, String settings) throws IOException {
        Files.writeString(distribution.karaf().etc(file(bridge)), settings);
    }

    private static String file(String bridge) {
        return "io.latchkey.bridge-" + bridge + ".cfg";
    }

    private static int port(String bridge) {
        return PORT + 1 + SPOILED.indexOf(bridge);
    }

    /** Writes the file of items: those of the whole bridge, which fill one, and what the others show. */
    private void writeItems(List<String> bridges) throws IOException {
        String whole = LargeHomeIT.home(ACCESSORIES);
        String more = bridges.stream()
                .map(bridge ->
                        bridge.equals("screens") ? SCREEN.formatted(1) + SCREEN.formatted(2) : LAMP.formatted(bridge))
                .collect(Collectors.joining());
        Files.writeString(items, whole.substring(0, whole.lastIndexOf(']')) + more + "]");
    }

    private static String settings(String bridge, int port, String more) {
        return "id = " + bridge + "\nname = Bridge " + bridge + "\nport = " + port + "\nsetupCode = "
                + FrameworkBridge.CODE.text() + "\n" + more;
    }

    @Override
    public void close() {
        distribution.close();
    }
}
