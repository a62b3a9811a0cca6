// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.openhab.Openhab;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One home in two hosts, on a bridge of the same identity: the accessories of openHAB's items and those of an export of
 * them are the same, character for character, and what moves the one moves the other alike.
 */
@ParameterizedClass
@EnumSource(Platform.class)
class OpenhabHomeIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int ROUNDS = 5;

    private final Platform platform;
    private final ControllerKeys keys = WireClient.newKeys("itests");
    private final Path folder;
    private FelixRuntime local;
    private FelixRuntime openhab;
    private WireClient ofLocal;
    private WireClient ofOpenhab;

    OpenhabHomeIT(Platform platform) {
        this.platform = platform;
        this.folder = Built.fresh("openhab-home-" + platform);
    }

    @AfterEach
    void stop() throws Exception {
        for (FelixRuntime runtime :
                Stream.of(local, openhab).filter(each -> each != null).toList()) {
            runtime.close();
        }
    }

    @Test
    void bothHostsShowTheSameAndDoTheSame() throws Exception {
        startBoth();
        showTheSame(WholeHome.states(), "at first");
        assertTrue(ofOpenhab.accessories().size() > 30, "many accessories");
        Random random = new Random(60);
        for (int round = 1; round <= ROUNDS; round++) {
            Map<String, String> states = WholeHome.states(random);
            Map<String, String> before = states(local);
            states.forEach(this::tellOpenhab);
            local.showItems(WholeHome.json(states));
            Eventually.until(
                    SOON,
                    "the states of the round",
                    () -> !states(local).equals(before) && states(local).equals(states(openhab)));
            showTheSame(states, "in round " + round);
        }
        writeEverything();
    }

    /** A bridge is paired while its home is empty; both hosts go on from there. */
    private void startBoth() throws Exception {
        FelixRuntime first = FelixRuntime.start(Files.createDirectory(folder.resolve("first")), Libraries.LOWEST);
        first.showItems("[]");
        ControllerKeys.Peer peer = FrameworkBridge.start(first, "home").pair(keys);
        first.close();
        local = FelixRuntime.start(copyOf("first", "local"), Libraries.LOWEST);
        local.showItems(WholeHome.json(WholeHome.states()));
        ofLocal = FrameworkBridge.start(local, "home").session(keys, peer);
        String jar = platform == Platform.FELIX ? "io.latchkey.itests.openhab" : "io.latchkey.itests.openhab-newest";
        openhab = FelixRuntime.startOpenhab(
                copyOf("first", "openhab"),
                platform,
                Libraries.HIGHEST,
                Built.target().resolve("bundles").resolve(jar + ".jar"));
        Openhab house = house();
        house.load(WholeHome.ITEMS);
        WholeHome.states().forEach(this::tellOpenhab);
        house.ready(true);
        ofOpenhab = FrameworkBridge.start(openhab, "home", Map.of("port", KarafFolder.freePort()))
                .session(keys, peer);
    }

    /** A store of its own with the same content. */
    private Path copyOf(String from, String to) throws Exception {
        Path copy = Files.createDirectory(folder.resolve(to));
        try (Stream<Path> files = Files.walk(folder.resolve(from).resolve("store"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(folder.resolve(from).relativize(file)));
            }
        }
        return copy;
    }

    private void showTheSame(Map<String, String> states, String when) throws Exception {
        try {
            Eventually.until(
                    SOON,
                    "the same accessories " + when,
                    () -> ofLocal.accessories().equals(ofOpenhab.accessories()));
        } catch (AssertionError differ) {
            assertEquals(
                    Map.of(),
                    differences(characteristics(ofLocal.accessories()), characteristics(ofOpenhab.accessories())),
                    when + " " + states);
            throw differ;
        }
    }

    /** Writes another value to each characteristic that can be written, on both sides. */
    private void writeEverything() throws Exception {
        for (JsonObject accessory : Accessories.objects(ofLocal.accessories()).toList()) {
            for (JsonObject each : Accessories.characteristics(accessory)) {
                if (WritableValues.isWritable(each)) {
                    String id = accessory.get("aid") + "." + each.get("iid");
                    String value = WritableValues.other(each);
                    assertEquals(
                            ofLocal.put(id, "value", value).text(),
                            ofOpenhab.put(id, "value", value).text(),
                            value + " to " + each);
                }
            }
            String name = String.valueOf(accessory.get("aid"));
            try {
                Eventually.until(SOON, "the same states", () -> states(local).equals(states(openhab)));
            } catch (AssertionError differ) {
                assertEquals(Map.of(), differences(states(local), states(openhab)), "after writes to " + name);
                throw differ;
            }
        }
        showTheSame(Map.of(), "after writes");
        List<String> commands = house().commands();
        assertTrue(commands.size() > 30, commands.toString());
        assertTrue(commands.stream().allMatch(command -> command.contains("itests")), commands.toString());
    }

    private void tellOpenhab(String item, String state) {
        if (!item.equals("Stairs") && !state.equals("NULL")) {
            house().update(item, state);
        }
    }

    private Openhab house() {
        return openhab.service(Openhab.class);
    }

    private static Map<String, String> states(FelixRuntime runtime) {
        Map<String, String> states = new TreeMap<>();
        for (Item item : runtime.service(ItemRegistry.class).items()) {
            states.put(item.name(), item.state().text());
        }
        return states;
    }

    /** For people: what differs. */
    private static Map<String, String> differences(Map<String, String> all, Map<String, String> others) {
        Map<String, String> differences = new TreeMap<>();
        Stream.concat(all.keySet().stream(), others.keySet().stream())
                .filter(id -> !Objects.equals(all.get(id), others.get(id)))
                .forEach(id -> differences.put(id, all.get(id) + " but openHAB " + others.get(id)));
        return differences;
    }

    private static Map<String, String> characteristics(JsonArray accessories) {
        Map<String, String> all = new LinkedHashMap<>();
        Accessories.objects(accessories)
                .forEach(accessory -> Accessories.characteristics(accessory)
                        .forEach(each -> all.put(accessory.get("aid") + "." + each.get("iid"), each.toString())));
        return all;
    }
}
