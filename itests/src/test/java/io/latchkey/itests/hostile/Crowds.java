// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.itests.Eventually;
import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A thousand connections that never verify: controllers keep their sessions and still get new ones. */
abstract class Crowds {
    private static final int CROWD = 1000;
    private static final int MAXIMUM = 16;
    private static final int STRANGERS_OF_AN_ADDRESS = 16;
    private static final byte[] HALF_A_REQUEST = (HapWire.begin("POST", "/pair-verify")
                    + "Content-Length: 4000\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    private final List<HapWire> crowd = new ArrayList<>();
    private final List<WireClient> legitimate = new ArrayList<>();

    @Test
    void aCrowdPushesOutItselfAndNobodyElse() throws Exception {
        try (Victim bridge = new Victim("hostile-crowd", 8, Map.of("maximumSessions", MAXIMUM))) {
            long slowest = 0;
            legitimate.add(bridge.guest());
            for (int i = 0; i < CROWD; i++) {
                HapWire wire = HapWire.connect(bridge.address());
                crowd.add(wire);
                if (i % 2 == 0) {
                    wire.sendRaw(HALF_A_REQUEST);
                }
                if (i % 100 == 99) {
                    legitimate.add(bridge.guest());
                    slowest = Math.max(slowest, bridge.ask().toMillis());
                    expectAnswers(bridge);
                }
            }
            Eventually.until(
                    Victim.PATIENCE,
                    "the crowd to be bounded",
                    () -> bridge.sessions().size() <= MAXIMUM + STRANGERS_OF_AN_ADDRESS);
            bridge.say(CROWD + " connections that never verify, another session waited " + slowest + " ms at most");
            disperse();
            bridge.assertUnharmed();
            bridge.say("the crowd has gone");
        }
    }

    @Test
    void whereAllAreVerifiedTheCrowdTakesNoPlaceFromThem() throws Exception {
        try (Victim bridge = new Victim("hostile-crowd", 8, Map.of("maximumSessions", MAXIMUM))) {
            for (int i = 1; i < MAXIMUM; i++) {
                legitimate.add(bridge.guest());
            }
            expectAnswers(bridge);
            for (int i = 0; i < CROWD; i++) {
                crowd.add(HapWire.connect(bridge.address()));
            }
            expectAnswers(bridge);
            disperse();
            bridge.assertUnharmed();
        }
    }

    private void expectAnswers(Victim bridge) throws IOException {
        for (WireClient session : legitimate) {
            assertEquals(
                    200, session.get("/characteristics?id=" + bridge.lux(1)).status());
        }
        Eventually.until(
                Victim.PATIENCE,
                "the crowd to be bounded",
                () -> bridge.sessions().size() <= MAXIMUM + STRANGERS_OF_AN_ADDRESS);
    }

    private void disperse() throws IOException {
        for (HapWire wire : crowd) {
            wire.close();
        }
        for (WireClient session : legitimate) {
            session.close();
        }
        crowd.clear();
        legitimate.clear();
    }
}
