// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static io.latchkey.conformance.RawPairings.add;
import static io.latchkey.conformance.RawPairings.entry;
import static io.latchkey.conformance.RawPairings.list;
import static io.latchkey.conformance.RawPairings.remove;
import static io.latchkey.conformance.RawPairings.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.RefusedException;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.pairing.PairingFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of sessions and of other pairings when a pairing goes, above all that of the last administrator. */
@OverTheWire
class RemovalConformance {
    /** How long a session may outlive its pairing. */
    private static final Duration CLOSE = Duration.ofSeconds(5);

    @BeforeEach
    void onlyTheAdministratorIsPaired(Server server) throws IOException {
        server.unpaired();
        server.paired();
    }

    @Test
    @DisplayName("B81 An administrator that removes itself gets its answer, and then its sessions are closed")
    void removesItself(Server server) throws IOException {
        Pairing second = server.userPairing().with(Permissions.ADMIN);
        try (WireClient admin = server.admin();
                WireClient idle = server.user();
                WireClient own = user(server)) {
            send(admin, "another administrator", add(second)).accepted(2);
            send(own, "the removal of itself", remove(second.controller())).accepted(2);
            assertClosed(own, "the session that asked for it");
            assertClosed(idle, "another session of the same controller");
            assertUnknown(server, server.userKeys());
            assertEquals(Set.of(entry(admin(server))), list(admin), "pairings");
        }
    }

    @Test
    @DisplayName("B82 The sessions of a controller that is removed are closed, and it can't come back")
    void removesAnother(Server server) throws IOException {
        try (WireClient admin = server.admin();
                WireClient one = server.user();
                WireClient other = user(server)) {
            assertEquals(200, one.get("/accessories").status(), "the status of a read before");
            send(
                            admin,
                            "the removal of another controller",
                            remove(server.userKeys().id()))
                    .accepted(2);
            assertClosed(one, "a session of the removed controller");
            assertClosed(other, "another session of the removed controller");
            assertUnknown(server, server.userKeys());
            assertEquals(200, admin.get("/accessories").status(), "the status of a read by the administrator");
        }
    }

    @Test
    @DisplayName("B83 With the last administrator all pairings go, and the server can be paired again")
    void removesTheLast(Server server) throws IOException {
        ControllerKeys.Peer before = server.paired();
        try (WireClient admin = server.admin();
                WireClient idle = server.admin();
                WireClient user = server.user()) {
            send(admin, "the removal of itself", remove(server.adminKeys().id()))
                    .accepted(2);
            server.forget();
            assertClosed(admin, "the session that asked for it");
            assertClosed(idle, "another session of the same administrator");
            assertClosed(user, "the session of a controller that is unpaired with it");
        }
        assertEquals(before, server.paired(), "identity and key of the server, as before");
        assertUnknown(server, server.userKeys());
        try (WireClient admin = server.admin()) {
            assertEquals(Set.of(entry(admin(server))), list(admin), "pairings, when paired anew");
        }
    }

    private static void assertClosed(WireClient session, String whose) throws IOException {
        assertTrue(
                session.isClosedWithin(CLOSE),
                whose + ": expected closed within " + CLOSE.toSeconds() + " s and nothing sent before, it was not");
    }

    private static void assertUnknown(Server server, ControllerKeys keys) throws IOException {
        ControllerKeys.Peer peer = server.paired();
        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> WireClient.verified(server.address(), keys, peer).close(),
                "pair-verify of a controller that has been removed: expected to be refused");
        assertEquals(PairingFailure.AUTHENTICATION, refused.reason(), "why pair-verify of it is refused");
    }

    private static WireClient user(Server server) throws IOException {
        return WireClient.verified(server.address(), server.userKeys(), server.paired());
    }

    private static Pairing admin(Server server) {
        return WireClient.pairing(server.adminKeys(), Permissions.ADMIN);
    }
}
