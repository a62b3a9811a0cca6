// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.itests.wire.Accessories;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.Bundle;

/** Bundles come and go under the eyes of a home hub, and nothing leaves the home because of it. */
class HomeNeverShrinksIT {
    private static final String ON = "25";
    private static final String TRANSITIONS = "24B";
    private static final String WARM = """
            [
              {"type": "Group", "name": "Mood", "label": "Mood", "metadata": {"homekit": {"value": "Lighting"}}},
              {"type": "Color", "name": "MoodColor", "label": "Color", "state": "30,20,60", "groupNames": ["Mood"],
               "metadata": {"homekit": {"value":
                  "Lighting.OnState, Lighting.Brightness, Lighting.Hue, Lighting.Saturation"}}},
              {"type": "Number", "name": "MoodWarmth", "label": "Warmth", "state": "333", "groupNames": ["Mood"],
               "metadata": {"homekit": {"value": "Lighting.ColorTemperature"}}}
            ]
            """;
    private static final int UNREACHABLE = -70402;
    private static final Duration TOLD = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);

    private WatchedHome home;

    @AfterEach
    void close() throws Exception {
        home.close();
    }

    @Test
    void eachBundleOfOursIsStoppedUpdatedAndInstalledAnew() throws Exception {
        home = WatchedHome.ofFile("bundles", WatchedHome.WHOLE);
        FelixRuntime runtime = home.runtime();
        for (Part part : bundles()) {
            runtime.bundle(part).stop();
            home.watch().look();
            runtime.bundle(part).start();
            home.awaitWhole();
            runtime.update(part);
            home.awaitWhole();
            runtime.reinstall(part);
            home.awaitWhole();
        }
    }

    /** Without {@code server} and what it can't be without there is no bridge, and no clock. */
    @ParameterizedTest
    @EnumSource(names = {"HOST_LOCAL", "EXPOSURE", "ACCESSORIES_LIGHTING"})
    void oneBundleIsAwayForLong(Part part) throws Exception {
        home = WatchedHome.ofFile("away-" + part, HomeFile.SMALL);
        String lamp = Accessories.find(home.watch().home(), "Desk Lamp", ON);
        home.watch().subscribe(lamp);
        home.runtime().bundle(part).stop();
        home.pass(LONG);
        assertTrue(home.absent().contains("Desk Lamp"), "absent: " + home.absent());
        assertEquals(UNREACHABLE, home.watch().read(lamp).get("status").getAsInt());
        long since = System.nanoTime();
        home.runtime().bundle(part).start();
        home.watch().events().assertHeardWithin(TOLD, since, lamp);
        home.awaitWhole();
        assertFalse(home.watch().read(lamp).has("status"), "it answers again");
    }

    @Test
    void aTypeLeavesForGood() throws Exception {
        home = WatchedHome.ofFile("type", WatchedHome.WHOLE);
        int before = home.accessories().size();
        home.runtime().bundle(Part.ACCESSORIES_CLIMATE).uninstall();
        home.runtime().refresh();
        home.pass(HOUR);
        assertEquals(before, home.accessories().size());
        List<String> absent = home.absent();
        assertFalse(absent.isEmpty());
        home.stop();
        home.start(Set.of(Part.ACCESSORIES_CLIMATE));
        home.status();
        home.pass(LONG);
        assertEquals(absent, home.absent());
    }

    @Test
    void aProviderLeaves() throws Exception {
        home = WatchedHome.ofFile("provider", HomeFile.SMALL);
        Bundle lamps = home.runtime().context().installBundle(LampBundle.LOCATION, LampBundle.of("Hall", "Porch"));
        home.watch().allowNew();
        lamps.start();
        home.awaitAttached(5);
        home.learn();
        String hall = Accessories.find(home.watch().home(), "Hall", ON);
        lamps.stop();
        home.pass(HOUR);
        assertEquals(List.of("Hall", "Porch"), home.absent());
        lamps.start();
        home.awaitWhole();
        lamps.update(LampBundle.of("Hall", "Porch"));
        home.awaitWhole();
        lamps.uninstall();
        home.pass(HOUR);
        assertEquals(UNREACHABLE, home.watch().read(hall).get("status").getAsInt());
        home.stop();
        home.start(Set.of());
        home.status();
        home.pass(LONG);
        assertEquals(List.of("Hall", "Porch"), home.absent());
    }

    @Test
    void theExtensionOfLampsIsAway() throws Exception {
        home = WatchedHome.ofFile("extension", WARM);
        home.watch().allowNew();
        Eventually.until(
                TOLD, "Adaptive Lighting", () -> home.watch().home().toString().contains("\"" + TRANSITIONS + "\""));
        home.learn();
        String count = Accessories.find(home.watch().home(), "Mood", TRANSITIONS);
        assertEquals(0, home.watch().read(count).get("value").getAsInt());
        home.runtime().bundle(Part.ADAPTIVE).stop();
        home.pass(LONG);
        assertEquals(UNREACHABLE, home.watch().read(count).get("status").getAsInt());
        home.runtime().bundle(Part.ADAPTIVE).start();
        awaitValue(count);
        home.stop();
        home.start(Set.of(Part.ADAPTIVE));
        home.status();
        home.pass(LONG);
        assertEquals(UNREACHABLE, home.watch().read(count).get("status").getAsInt());
        home.runtime().bundle(Part.ADAPTIVE).start();
        awaitValue(count);
    }

    @Test
    void theHostIsMissingAtAStart() throws Exception {
        home = WatchedHome.ofFile("start", WatchedHome.WHOLE);
        home.stop();
        home.start(Set.of(Part.HOST_LOCAL));
        home.status();
        home.pass(Duration.ofMinutes(2));
        home.runtime().bundle(Part.HOST_LOCAL).start();
        home.awaitWhole();
    }

    private void awaitValue(String id) {
        Eventually.until(TOLD, "its value", () -> home.watch().read(id).has("value"));
        home.awaitWhole();
    }

    private static List<Part> bundles() {
        return Part.of(Part.HOST_LOCAL).stream()
                .filter(part -> part != Part.CONSOLE)
                .toList();
    }
}
