// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.itests.Eventually;
import io.latchkey.itests.wire.DeviceAddresses;
import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thousand connections that never verify: controllers keep their sessions and still get new ones. */
abstract class Crowds {
    private static final int CROWD = 1000;
    private static final int MAXIMUM = 16;
    private static final byte[] HALF_A_REQUEST = (HapWire.begin("POST", "/pair-verify")
                    + "Content-Length: 4000\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    /** Where a crowd comes from, and how many of it the bridge bears with. */
    enum Origin {
        ONE_ADDRESS(16),
        MANY_ADDRESSES(32);

        private final int borne;

        Origin(int borne) {
            this.borne = borne;
        }

        HapWire connect(InetSocketAddress bridge) throws IOException {
            Optional<InetAddress> from = this == ONE_ADDRESS ? Optional.empty() : DeviceAddresses.next(bridge);
            return HapWire.connect(HapWire.BRIDGE, bridge, from, 0);
        }
    }

    private final List<HapWire> crowd = new ArrayList<>();
    private final List<WireClient> legitimate = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void aCrowdPushesOutItselfAndNobodyElse(Origin origin) throws Exception {
        try (Victim bridge = new Victim("hostile-crowd", 8, Map.of("maximumSessions", MAXIMUM))) {
            long slowest = 0;
            legitimate.add(bridge.guest());
            for (int i = 0; i < CROWD; i++) {
                HapWire wire = origin.connect(bridge.address());
                crowd.add(wire);
                if (i % 2 == 0) {
                    wire.sendRaw(HALF_A_REQUEST);
                }
                if (i % 100 == 99) {
                    legitimate.add(bridge.guest());
                    slowest = Math.max(slowest, bridge.ask().toMillis());
                    expectAnswers(bridge, origin);
                }
            }
            Eventually.until(
                    Victim.PATIENCE,
                    "the crowd to be bounded",
                    () -> bridge.sessions().size() <= MAXIMUM + origin.borne);
            bridge.say(CROWD + " connections from " + origin + " that never verify, another session waited " + slowest
                    + " ms at most");
            disperse();
            bridge.assertUnharmed();
            bridge.say("the crowd has gone");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereAllAreVerifiedTheCrowdTakesNoPlaceFromThem(Origin origin) throws Exception {
        try (Victim bridge = new Victim("hostile-crowd", 8, Map.of("maximumSessions", MAXIMUM))) {
            for (int i = 1; i < MAXIMUM; i++) {
                legitimate.add(bridge.guest());
            }
            expectAnswers(bridge, origin);
            for (int i = 0; i < CROWD; i++) {
                crowd.add(origin.connect(bridge.address()));
            }
            expectAnswers(bridge, origin);
            disperse();
            bridge.assertUnharmed();
        }
    }

    private void expectAnswers(Victim bridge, Origin origin) throws IOException {
        for (WireClient session : legitimate) {
            assertEquals(
                    200, session.get("/characteristics?id=" + bridge.lux(1)).status());
        }
        Eventually.until(
                Victim.PATIENCE,
                "the crowd to be bounded",
                () -> bridge.sessions().size() <= MAXIMUM + origin.borne);
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
