// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The last administrator gives up its rights. A class of its own and the last but one: a server that fails is left with
 * pairings that nobody can remove.
 */
@OverTheWire
@Order(ConformanceOrder.MAX_TRIES - 1)
class DemotionConformance {
    private static final Duration CLOSE = Duration.ofSeconds(5);

    @Test
    @DisplayName("B84 When the last administrator gives up its rights all pairings go")
    void demotesTheLast(Server server) throws IOException {
        ControllerKeys.Peer before = server.paired();
        Pairing lesser = WireClient.pairing(server.adminKeys(), Permissions.REGULAR);
        try (WireClient admin = server.admin();
                WireClient user = server.user()) {
            RawPairings.send(admin, "fewer rights for the last administrator", RawPairings.add(lesser))
                    .accepted(2);
            server.forget();
            assertTrue(admin.isClosedWithin(CLOSE), "expected the session that asked for it closed within 5 s");
            assertTrue(user.isClosedWithin(CLOSE), "expected the session of another controller closed within 5 s");
        }
        try (SetupConnection connection = SetupConnection.open(server)) {
            connection.ask().accepted(2);
        }
        assertEquals(before, server.paired(), "identity and key of the server, as before");
    }
}
