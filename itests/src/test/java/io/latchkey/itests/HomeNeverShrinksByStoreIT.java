// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.store.ControllerKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What remembers a home is of an older version, damaged or full, under the eyes of a home hub. */
class HomeNeverShrinksByStoreIT {
    private static final Path OLD_STORE = Path.of("src/test/resources/io/latchkey/itests/store-6fa8e9c");
    private static final Pattern GENERATION = Pattern.compile("generation-(\\d+)\\.json");
    private static final Duration LONG = Duration.ofMinutes(10);

    private WatchedHome home;

    @AfterEach
    void close() throws Exception {
        home.close();
    }

    /**
     * It was written by commit 6fa8e9c for {@link WholeHome}; a controller whose seed is all sevens had paired. Services of
     * one accessory get the names that they lacked then; all ids are what they were.
     */
    @Test
    void theStoreIsOfAVersionThatRememberedNoShapes() throws Exception {
        Map<String, String> types = new TreeMap<>();
        JsonParser.parseString(Files.readString(OLD_STORE.resolve("shape.json")))
                .getAsJsonObject()
                .entrySet()
                .forEach(each -> types.put(each.getKey(), each.getValue().getAsString()));
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) 7);
        ControllerKeys.Peer bridge = new ControllerKeys.Peer(
                DeviceId.foreign("37:CC:B9:79:86:FF"),
                HexFormat.of().parseHex("444a5a3c4257473f0c8ed1c0f27a110bf35c7e82cffd217c08b0fb4c3ee1e9eb"));
        home = WatchedHome.ofStore(
                "old-store",
                OLD_STORE.resolve("store"),
                new ControllerKeys(new ControllerId("hub"), seed, List.of()),
                bridge,
                types);
        home.awaitClosed();
        home.passFreely(Duration.ofMinutes(3));
        home.awaitClosed();
        home.watch().allowNew();
        home.runtime().showItems(WatchedHome.WHOLE);
        home.runtime().bundle(Part.HOST_LOCAL).start();
        home.awaitAttached(1);
        Eventually.until(Duration.ofSeconds(20), "an answer", home.watch()::look);
        home.watch().assertUnharmed();
        home.learn();
        home.stop();
        home.start(Set.of(Part.HOST_LOCAL));
        home.status();
        home.pass(LONG);
        home.runtime().bundle(Part.HOST_LOCAL).start();
        home.awaitWhole();
    }

    @Test
    void theNewestGenerationIsDamaged() throws Exception {
        home = WatchedHome.ofFile("damaged", WatchedHome.WHOLE);
        home.stop();
        home.start(Set.of());
        home.awaitWhole();
        home.stop();
        damageTheNewest();
        home.start(Set.of(Part.HOST_LOCAL));
        home.status();
        home.pass(LONG);
        home.runtime().bundle(Part.HOST_LOCAL).start();
        home.awaitWhole();
    }

    @Test
    void theDiskIsFull() throws Exception {
        home = WatchedHome.ofFile("full", HomeFile.SMALL);
        JsonArray more = JsonParser.parseString(HomeFile.SMALL).getAsJsonArray();
        more.add(JsonParser.parseString("""
                {"type": "Switch", "name": "Hall", "label": "Hall", "state": "ON",
                 "metadata": {"homekit": {"value": "Lighting"}}}
                """));
        home.disk().fill();
        home.runtime().bundle(Part.HOST_LOCAL).stop();
        home.runtime().bundle(Part.HOST_LOCAL).start();
        home.awaitWhole();
        home.watch().allow(AccessoryIds.ofItems("Hall"));
        home.runtime().showItems(more.toString());
        home.passFreely(LONG);
        assertEquals(3, home.accessories().size(), "nothing is shown that can't be remembered");
        home.runtime().showItems(HomeFile.SMALL);
        home.pass(LONG);
        home.stop();
        home.disk().empty();
        home.start(Set.of(Part.HOST_LOCAL));
        home.status();
        home.pass(LONG);
        home.runtime().bundle(Part.HOST_LOCAL).start();
        home.awaitWhole();
        home.runtime().showItems(more.toString());
        home.awaitAttached(4);
    }

    /** All copies of it. */
    private void damageTheNewest() throws IOException {
        try (Stream<Path> files = Files.walk(home.folder().resolve("store"))) {
            List<Path> generations = files.filter(file -> generation(file) > 0).toList();
            long newest = generations.stream()
                    .mapToLong(HomeNeverShrinksByStoreIT::generation)
                    .max()
                    .orElseThrow();
            assertTrue(newest > 1, generations.toString());
            generations.stream()
                    .filter(file -> generation(file) == newest)
                    .sorted(Comparator.naturalOrder())
                    .forEach(HomeNeverShrinksByStoreIT::damage);
        }
    }

    private static void damage(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
            Files.write(file, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static long generation(Path file) {
        var name = GENERATION.matcher(file.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }
}
