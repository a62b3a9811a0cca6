// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.openhab.Openhab;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenes of the oldest and the newest openHAB, run by a controller. */
@ParameterizedClass
@MethodSource("hosts")
class OpenhabRulesIT {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int UP = 50;
    private static final String ON = "25";
    private static final String NOT_ALLOWED_NOW = "-70412";
    private static final String AWAY = "-70402";

    @Parameter(0)
    private Libraries libraries;

    @Parameter(1)
    private String openhab;

    private final ControllerKeys keys = WireClient.newKeys("itests");
    private FelixRuntime runtime;
    private Openhab house;

    static Stream<Arguments> hosts() {
        return Stream.of(
                Arguments.of(Libraries.LOWEST, "io.latchkey.itests.openhab.jar"),
                Arguments.of(Libraries.HIGHEST, "io.latchkey.itests.openhab-newest.jar"));
    }

    @BeforeEach
    void startOpenhab() throws Exception {
        runtime = FelixRuntime.startOpenhab(
                Built.fresh("openhab-rules-" + libraries),
                Platform.values()[0],
                libraries,
                Built.target().resolve("bundles").resolve(openhab));
        house = runtime.service(Openhab.class);
        house.load("Switch Desk \"Desk Lamp\" {homekit=\"Lighting\"}\n");
        house.makeRule("night", "Good Night", "Scene");
        house.makeRule("secret", "Secret");
        house.ready(true);
        house.reach(UP);
    }

    @AfterEach
    void stopOpenhab() throws Exception {
        runtime.close();
    }

    @Test
    void aSceneIsRunAndItsSwitchIsOffAgain() throws Exception {
        FrameworkBridge bridge = FrameworkBridge.start(runtime, "home", Map.of("rules", "Scene"));
        Eventually.until(SOON, "lamp and scene", () -> bridge.accessories().size() == 2);
        ControllerKeys.Peer peer = bridge.pair(keys);
        try (WireClient session = bridge.session(keys, peer)) {
            JsonArray before = session.accessories();
            String night = Accessories.find(before, "Good Night", ON);
            session.put(night, "ev", "true");
            session.put(night, "value", "true");
            assertEquals(List.of("night"), house.ruleRuns());
            assertTrue(session.event(SOON).isPresent(), "it is off again");
            Eventually.until(
                    SOON,
                    "it is off again",
                    () -> session.read(night).toString().contains(":false"));
            String history = Verbs.text(Verbs.run(runtime, "history", "home"));
            assertTrue(history.contains("rule night run"), history);
            house.enableRule("night", false);
            String refusal = session.put(night, "value", "true").text();
            assertTrue(refusal.contains(NOT_ALLOWED_NOW), refusal);
            Eventually.until(
                    SOON,
                    "it is named",
                    () -> bridge.status().problem().orElse("").contains("night"));
            assertEquals(List.of("night"), house.ruleRuns());
            house.enableRule("night", true);
            house.makeRule("night", "Sleep well", "Scene");
            Eventually.until(
                    SOON, "its new name", () -> session.accessories().toString().contains("Sleep well"));
            assertEquals(night, Accessories.find(session.accessories(), "Sleep well", ON));
            house.makeRule("night", "Sleep well", "Other");
            Eventually.until(
                    SOON, "it is absent", () -> session.read(night).toString().contains(AWAY));
            assertEquals(before.size(), session.accessories().size());
        }
    }
}
