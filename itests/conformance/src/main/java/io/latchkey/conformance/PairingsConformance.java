// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static io.latchkey.conformance.RawPairings.add;
import static io.latchkey.conformance.RawPairings.entry;
import static io.latchkey.conformance.RawPairings.list;
import static io.latchkey.conformance.RawPairings.remove;
import static io.latchkey.conformance.RawPairings.send;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import io.latchkey.pairing.PairingError;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** What an administrator may do with pairings, and others may not. */
@OverTheWire
class PairingsConformance {
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final int LEAST_CAPACITY = 16;
    private static final int PATIENCE_FOR_AN_END = 128;

    @BeforeEach
    void onlyTheAdministratorIsPaired(Server server) throws IOException {
        server.unpaired();
        server.paired();
    }

    @Test
    @DisplayName("B75 Adding a pairing with the same key changes its permissions, at once")
    void changesPermissions(Server server) throws IOException {
        Pairing regular = server.userPairing();
        Pairing admin = regular.with(Permissions.ADMIN);
        try (WireClient session = server.admin();
                WireClient user = server.user()) {
            send(user, "a list for a regular controller", RawPairings.LIST).refused(2, PairingError.AUTHENTICATION);
            send(session, "an addition with more rights", add(admin)).accepted(2);
            assertEquals(Set.of(entry(admin(server)), entry(admin)), list(user), "pairings, seen by the new admin");
            send(session, "an addition with fewer rights", add(regular)).accepted(2);
            send(user, "a list for a regular controller", RawPairings.LIST).refused(2, PairingError.AUTHENTICATION);
            assertEquals(Set.of(entry(admin(server)), entry(regular)), list(session), "pairings");
        }
    }

    @Test
    @DisplayName("B75 Permissions that don't exist are malformed")
    void strangePermissions(Server server) throws IOException {
        Pairing stranger = pairing();
        try (WireClient session = server.admin()) {
            PairingAnswer answer = send(session, "an addition with the permissions 2", add(stranger, 2));
            send(session, "a removal", remove(stranger.controller())).accepted(2);
            answer.malformed();
        }
    }

    @Test
    @DisplayName("B76 Adding a pairing with another key is refused with error 1")
    void keepsKeys(Server server) throws IOException {
        Pairing known = server.userPairing();
        Pairing other = new Pairing(known.controller(), pairing().publicKey(), Permissions.ADMIN);
        try (WireClient session = server.admin()) {
            send(session, "an addition", add(known)).accepted(2);
            send(session, "an addition with another key", add(other)).refused(2, PairingError.UNKNOWN);
            assertEquals(Set.of(entry(admin(server)), entry(known)), list(session), "pairings, as before");
        }
    }

    @Test
    @DisplayName("B77 A controller that is no administrator is refused with error 2, whatever it asks for")
    void administratorsOnly(Server server) throws IOException {
        try (WireClient session = server.admin();
                WireClient user = server.user()) {
            Pairing own = server.userPairing();
            Set<String> before = list(session);
            send(user, "a list for a regular controller", RawPairings.LIST).refused(2, PairingError.AUTHENTICATION);
            send(user, "more rights for itself", add(own.with(Permissions.ADMIN)))
                    .refused(2, PairingError.AUTHENTICATION);
            send(user, "an addition", add(pairing())).refused(2, PairingError.AUTHENTICATION);
            send(
                            user,
                            "the removal of the administrator",
                            remove(server.adminKeys().id()))
                    .refused(2, PairingError.AUTHENTICATION);
            send(user, "the removal of itself", remove(own.controller())).refused(2, PairingError.AUTHENTICATION);
            assertEquals(before, list(session), "pairings, as before");
            assertEquals(200, user.get("/accessories").status(), "the status of a read by the same controller");
        }
    }

    @Test
    @DisplayName("B78 Sixteen pairings have room, and the one that has none is refused with error 4")
    void capacity(Server server) throws IOException {
        List<Pairing> added = new ArrayList<>();
        try (WireClient session = server.admin()) {
            try {
                fill(session, added);
                Pairing known = added.remove(0);
                send(session, "more rights for one who is paired", add(known.with(Permissions.ADMIN)))
                        .accepted(2);
                send(session, "a removal", remove(known.controller())).accepted(2);
                added.add(pairing());
                send(session, "an addition in its place", add(added.get(added.size() - 1)))
                        .accepted(2);
            } finally {
                for (Pairing each : added) {
                    send(session, "a removal", remove(each.controller())).accepted(2);
                }
            }
        }
    }

    @Test
    @DisplayName("B79 A list has separators between the pairings only, and every id letter for letter")
    void lists(Server server) throws IOException {
        String id = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        Pairing upper = WireClient.pairing(WireClient.newKeys(id), Permissions.ADMIN);
        Pairing lower = WireClient.pairing(WireClient.newKeys(id.toLowerCase(Locale.ROOT)), Permissions.REGULAR);
        Pairing odd = WireClient.pairing(WireClient.newKeys("no UUID at all, \u00e4\u00f6\u00fc"), Permissions.REGULAR);
        try (WireClient session = server.admin()) {
            assertEquals(Set.of(entry(admin(server))), list(session), "pairings, a list of one");
            for (Pairing each : List.of(upper, lower, odd)) {
                send(session, "an addition", add(each)).accepted(2);
            }
            Set<String> expected = Set.of(entry(admin(server)), entry(upper), entry(lower), entry(odd));
            assertEquals(expected, list(session), "pairings");
            byte[] first = send(session, "a list", RawPairings.LIST).message().body();
            byte[] second = send(session, "a list", RawPairings.LIST).message().body();
            assertArrayEquals(first, second, "two lists, in the same order");
            send(session, "a removal", remove(lower.controller())).accepted(2);
            assertEquals(
                    Set.of(entry(admin(server)), entry(upper), entry(odd)), list(session), "pairings after a removal");
        }
    }

    @Test
    @DisplayName("B80 Removing a controller that isn't paired succeeds")
    void removesNobody(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            send(session, "the removal of nobody", remove(pairing().controller()))
                    .accepted(2);
            assertEquals(Set.of(entry(admin(server))), list(session), "pairings, as before");
        }
    }

    @Test
    @DisplayName("B85 Wrong methods, wrong states and what is no TLV8 are malformed, never left without an answer")
    void malformed(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            for (String method : List.of("00", "01", "02", "06", "09", "ff")) {
                refuse(session, "the method " + method, "0601010001" + method);
            }
            for (String state : List.of("00", "02", "03", "05")) {
                refuse(session, "a list with the state " + state, "0601" + state + "000105");
            }
            refuse(session, "no method", "060101");
            refuse(session, "no state", "000105");
            refuse(session, "an addition of nobody", "060101000103");
            refuse(session, "a removal of nobody", "060101000104");
            refuse(session, "bytes that are cut off", "0601010001");
            refuse(session, "no bytes", "");
            assertEquals(Set.of(entry(admin(server))), list(session), "pairings, as before, on the same session");
        }
    }

    @Test
    @DisplayName("B86 Whoever isn't verified gets 470 at /pairings")
    void unverified(Server server) throws IOException {
        try (WireClient client = server.open()) {
            for (byte[] body : List.of(
                    RawPairings.LIST, add(pairing()), remove(server.adminKeys().id()))) {
                WireMessage answer =
                        send(client, "a request without being verified", body).message();
                assertEquals(470, answer.status(), "the status of a request without being verified");
            }
        }
        try (WireClient session = server.admin()) {
            assertEquals(Set.of(entry(admin(server))), list(session), "pairings, as before");
        }
    }

    @Test
    @DisplayName("B87 Anybody may ask a server to show itself, with 204, until it is paired, then 400")
    void identify(Server server) throws IOException {
        try (WireClient client = server.open()) {
            WireMessage paired = client.post("/identify", new byte[0]);
            assertEquals(400, paired.status(), "the status of /identify when paired");
            assertTrue(
                    paired.body().length == 0 || paired.json().get("status").getAsInt() == -70401,
                    "expected no body or the status -70401, came " + paired.text());
        }
        server.unpaired();
        try (WireClient client = server.open()) {
            WireMessage unpaired = client.post("/identify", new byte[0]);
            assertEquals(204, unpaired.status(), "the status of /identify when unpaired");
            assertEquals(0, unpaired.body().length, "bytes of body with 204");
        }
    }

    /** Adds pairings until the server refuses one; all that it has taken are in the list, even if this fails. */
    private static void fill(WireClient session, List<Pairing> added) throws IOException {
        while (added.size() < PATIENCE_FOR_AN_END) {
            Pairing next = pairing();
            PairingAnswer answer = send(session, "addition " + (added.size() + 1), add(next));
            if (!answer.isAccepted(2)) {
                answer.refused(2, PairingError.MAX_PEERS);
                answer.expect("room for 16 pairings", added.size() + 1 >= LEAST_CAPACITY);
                return;
            }
            added.add(next);
        }
        throw new TestAbortedException("needs a server that keeps fewer than " + PATIENCE_FOR_AN_END + " pairings");
    }

    private static void refuse(WireClient session, String request, String body) throws IOException {
        PairingAnswer.to(session, "/pairings", request, Bytes.hex(body), AT_ONCE)
                .malformed();
    }

    private static Pairing admin(Server server) {
        return WireClient.pairing(server.adminKeys(), Permissions.ADMIN);
    }

    private static Pairing pairing() {
        ControllerKeys keys = WireClient.newKeys(UUID.randomUUID().toString().toUpperCase(Locale.ROOT));
        return WireClient.pairing(keys, Permissions.REGULAR);
    }
}
