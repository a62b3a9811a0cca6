// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.openhab.Openhab;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our bundles in the oldest and the newest openHAB, on both frameworks: from its start to a reload of its items. */
@ParameterizedClass
@MethodSource("hosts")
class OpenhabIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    /** The doctor takes some seconds to look around. */
    private static final Duration SEEN = Duration.ofSeconds(40);

    private static final Duration SILENCE = Duration.ofMillis(500);
    private static final int UP = 100;
    private static final String ON = "25";
    private static final String PRESSED = "73";
    private static final String ITEMS = """
            Switch Desk "Desk Lamp" {homekit="Lighting"}
            String Button "Button" {homekit="StatelessProgrammableSwitch" [SINGLE_PRESS="1"]}
            """;

    @Parameter(0)
    private Platform platform;

    @Parameter(1)
    private Libraries libraries;

    @Parameter(2)
    private String openhab;

    private final ControllerKeys keys = WireClient.newKeys("itests");
    private FelixRuntime runtime;
    private Openhab house;

    static Stream<Arguments> hosts() {
        return Stream.of(Platform.values())
                .flatMap(platform -> Stream.of(
                        Arguments.of(platform, Libraries.LOWEST, "io.latchkey.itests.openhab.jar"),
                        Arguments.of(platform, Libraries.HIGHEST, "io.latchkey.itests.openhab-newest.jar")));
    }

    @BeforeEach
    void startOpenhab() throws Exception {
        Path folder = Built.fresh("openhab-" + platform + "-" + libraries);
        runtime = FelixRuntime.startOpenhab(
                folder, platform, libraries, Built.target().resolve("bundles").resolve(openhab));
        house = runtime.service(Openhab.class);
        house.load(ITEMS);
        house.update("Desk", "OFF");
        house.update("Button", "0");
    }

    @AfterEach
    void stopOpenhab() throws Exception {
        runtime.close();
    }

    @Test
    void livesWithOpenhab() throws Exception {
        runtime.configureBridge("home", FrameworkBridge.settings("home"));
        Eventually.until(SILENCE.plus(SOON), "the bridge", () -> !bridges().isEmpty());
        assertFalse(isReadyWithin(SILENCE), "it waits for openHAB's items");
        house.ready(true);
        FrameworkBridge bridge = FrameworkBridge.start(runtime, "home");
        assertEquals(Set.of("openhab-not-ready"), doctor(), "things and rules may be missing yet");
        house.reach(UP);
        assertEquals(Set.of(), doctor());
        ControllerKeys.Peer peer = bridge.pair(keys);
        try (WireClient session = bridge.session(keys, peer)) {
            JsonArray before = session.accessories();
            commandsNameTheController(session, Accessories.find(before, "Desk Lamp", ON));
            eachPressIsHeard(session, Accessories.find(before, "Button", PRESSED));
            house.ready(false);
            house.load("");
            house.load(ITEMS);
            house.ready(true);
            assertEquals(before.size(), session.accessories().size(), "a start of openHAB takes nothing away");
            house.load(ITEMS + "Contact Window \"Window\" {homekit=\"ContactSensor\"}");
            Eventually.until(SOON, "the new item", () -> session.accessories().size() == before.size() + 1);
            stateIsHeard(session, Accessories.find(before, "Desk Lamp", ON));
        }
    }

    private void commandsNameTheController(WireClient session, String lamp) throws Exception {
        session.put(lamp, "value", "true");
        Eventually.until(SOON, "the lamp", () -> house.state("Desk").equals("ON"));
        List<String> commands = house.commands();
        assertEquals(1, commands.size());
        assertTrue(commands.get(0).startsWith("Desk ON io.latchkey"), commands.get(0));
        assertTrue(commands.get(0).contains(keys.id().text()), commands.get(0));
    }

    private void eachPressIsHeard(WireClient session, String button) throws Exception {
        session.put(button, "ev", "true");
        for (int press = 0; press < 2; press++) {
            house.update("Button", "1");
            assertTrue(session.event(SOON).isPresent(), "press " + press);
        }
        session.put(button, "ev", "false");
    }

    /** The item is another object than the one that was there at first. */
    private void stateIsHeard(WireClient session, String lamp) throws Exception {
        boolean on = house.state("Desk").equals("ON");
        session.put(lamp, "ev", "true");
        house.update("Desk", on ? "OFF" : "ON");
        assertTrue(session.event(SOON).isPresent(), "the state of an item that was replaced");
    }

    @Test
    void mdnsOfOpenhabThatIsInTheWayIsNamed() throws Exception {
        house.ready(true);
        house.reach(UP);
        runtime.configureOpenhab(Map.of("sharedMdns", true));
        Map<String, Object> announced = FrameworkBridge.settings("home");
        announced.put("mdns", true);
        runtime.configureBridge("home", announced);
        Set<String> named = Set.of("home loopback-only", "home openhab-mdns");
        Eventually.until(SEEN, "that openHAB's mDNS announces it nowhere", () -> doctor().equals(named));
    }

    private Set<String> doctor() {
        String said = Verbs.text(Verbs.run(runtime, "doctor", "--json"));
        return NamedFaults.of(JsonParser.parseString(said).getAsJsonObject());
    }

    private boolean isReadyWithin(Duration time) {
        try {
            Eventually.until(
                    time,
                    "it to be ready",
                    () -> bridges().stream().anyMatch(bridge -> bridge.state() == BridgeStatus.State.READY));
            return true;
        } catch (AssertionError stillWaiting) {
            return false;
        }
    }

    private List<BridgeStatus> bridges() {
        return runtime.service(BridgeRuntime.class).bridges();
    }
}
