// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.pairing.PairingError;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Pair-verify message by message, in the right order and in wrong ones. What is malformed or out of order HomeKitADK
 * answers by 400, which is allowed; of Latchkey an error is wanted, since hubs take 400 for a bridge that is out of reach
 * (apple-traffic.md, section 12, row 12).
 */
@OverTheWire
class VerifyConformance {
    private static final byte[] NONE = new byte[0];

    @Test
    @DisplayName("B72 Both sides prove who they are, M4 leaves in clear, and the session is secured behind it")
    void verifies(Server server) throws IOException, MalformedTlv8Exception {
        ControllerKeys.Peer peer = server.paired();
        try (WireClient client = server.open()) {
            verify(client, server.adminKeys(), peer);
        }
    }

    @Test
    @DisplayName("B72 A controller that isn't paired is refused with error 2, and the connection stays usable")
    void unknownController(Server server) throws IOException, MalformedTlv8Exception {
        ControllerKeys.Peer peer = server.paired();
        ControllerKeys unknown = WireClient.newKeys(UUID.randomUUID().toString());
        ControllerKeys small = new ControllerKeys(
                new ControllerId(server.adminKeys().id().text().toLowerCase(Locale.ROOT)),
                server.adminKeys().seed(),
                List.of());
        try (WireClient client = server.open()) {
            RawPairVerify.Agreement first = begin(client, peer);
            send(client, "M3 of an unknown controller", first.m3(unknown)).refused(4, PairingError.AUTHENTICATION);
            RawPairVerify.Agreement second = begin(client, peer);
            send(client, "M3 with the administrator's id in small letters", second.m3(small))
                    .refused(4, PairingError.AUTHENTICATION);
            verify(client, server.adminKeys(), peer);
        }
    }

    @Test
    @DisplayName("B72 A wrong signature and a wrong tag are refused with error 2")
    void untrusted(Server server) throws IOException, MalformedTlv8Exception {
        ControllerKeys.Peer peer = server.paired();
        ControllerKeys keys = server.adminKeys();
        try (WireClient client = server.open()) {
            RawPairVerify.Agreement agreement = begin(client, peer);
            Introduction right = agreement.introduction(keys);
            Introduction forged = right.withSignature(Bytes.spoilt(right.signature()));
            send(client, "M3 with a wrong signature", RawPairVerify.m3(agreement.seal(forged)))
                    .refused(4, PairingError.AUTHENTICATION);
            outOfPlace(server, send(client, "the right M3 after it", agreement.m3(keys)), 4);
            agreement = begin(client, peer);
            send(
                            client,
                            "M3 with a wrong tag",
                            RawPairVerify.m3(Bytes.spoilt(agreement.seal(agreement.introduction(keys)))))
                    .refused(4, PairingError.AUTHENTICATION);
            verify(client, keys, peer);
        }
    }

    @Test
    @DisplayName("B72 An M1 without a key, with a short one or with the method of Pair Resume is refused")
    void malformedM1(Server server) throws IOException, MalformedTlv8Exception {
        ControllerKeys.Peer peer = server.paired();
        byte[] resume = Bytes.join(Bytes.hex("000106"), new RawPairVerify().m1(), Bytes.hex("0e08" + "00".repeat(8)));
        try (WireClient client = server.open()) {
            outOfPlace(server, send(client, "M1 without a key", RawPairVerify.m1(NONE)), 2);
            outOfPlace(server, send(client, "M1 with a key of 31 bytes", RawPairVerify.m1(new byte[31])), 2);
            outOfPlace(server, send(client, "M1 with a key of 33 bytes", RawPairVerify.m1(new byte[33])), 2);
            outOfPlace(server, send(client, "M1 without a state", Bytes.hex("0320" + "09".repeat(32))), 2);
            outOfPlace(server, send(client, "M1 that asks for Pair Resume", resume), 2);
            verify(client, server.adminKeys(), peer);
        }
    }

    /** HomeKitADK refuses any method but Pair Resume's; controllers that grew from brutella/hc write 0, others 2. */
    @Test
    @DisplayName("B72 An M1 that names pair-verify as its method is answered, or refused")
    void needlessMethod(Server server) throws IOException, MalformedTlv8Exception {
        ControllerKeys.Peer peer = server.paired();
        for (String method : List.of("000100", "000102")) {
            try (WireClient client = server.open()) {
                RawPairVerify verify = new RawPairVerify();
                byte[] m1 = Bytes.join(Bytes.hex(method), verify.m1());
                PairingAnswer answer = send(client, "M1 with the method " + method.substring(5), m1);
                if (server.isLatchkey() || answer.isAccepted(2)) {
                    finish(client, verify.agree(answer, peer), server.adminKeys());
                } else {
                    answer.malformedOrRefused(2);
                }
            }
        }
    }

    @Test
    @DisplayName("B72 An M3 that lacks an item, or has one of a wrong length, is refused")
    void malformedM3(Server server) throws IOException, MalformedTlv8Exception {
        ControllerKeys.Peer peer = server.paired();
        try (WireClient client = server.open()) {
            begin(client, peer);
            outOfPlace(server, send(client, "M3 without data", RawPairVerify.m3(NONE)), 4);
            begin(client, peer);
            outOfPlace(server, send(client, "M3 with data of 15 bytes", RawPairVerify.m3(new byte[15])), 4);
            refuse(server, client, "M3 without an identifier", items -> items.withId(NONE));
            refuse(server, client, "M3 with an identifier of 37 bytes", items -> items.withId(new byte[37]));
            refuse(server, client, "M3 without a signature", items -> items.withSignature(NONE));
            refuse(server, client, "M3 with a signature of 63 bytes", items -> items.withSignature(new byte[63]));
            verify(client, server.adminKeys(), peer);
        }
    }

    @Test
    @DisplayName("B72 Two controllers verify side by side")
    void sideBySide(Server server) throws IOException, MalformedTlv8Exception {
        server.user().close();
        ControllerKeys.Peer peer = server.paired();
        try (WireClient first = server.open();
                WireClient second = server.open()) {
            RawPairVerify.Agreement one = begin(first, peer);
            RawPairVerify.Agreement other = begin(second, peer);
            finish(first, one, server.adminKeys());
            finish(second, other, server.userKeys());
        }
    }

    @Test
    @DisplayName("B72 A server that isn't paired introduces itself all the same, and takes nobody")
    void unpaired(Server server) throws IOException, MalformedTlv8Exception {
        ControllerKeys.Peer peer = server.paired();
        server.unpaired();
        try (WireClient client = server.open()) {
            RawPairVerify.Agreement agreement = begin(client, peer);
            send(client, "M3 of the administrator that was", agreement.m3(server.adminKeys()))
                    .refused(4, PairingError.AUTHENTICATION);
        }
    }

    @Test
    @DisplayName("B73 Pair-verify and pair-setup inside a secured session are malformed, and the session goes on")
    void insideASession(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            send(session, "M1 of pair-verify in a secured session", new RawPairVerify().m1())
                    .malformed();
            assertEquals(200, session.get("/accessories").status(), "the status of a read behind it");
            PairingAnswer.to(session, "/pair-setup", "M1 of pair-setup in a secured session", RawPairSetup.M1)
                    .malformed();
            assertEquals(200, session.get("/accessories").status(), "the status of a read behind it");
        }
    }

    @Test
    @DisplayName("B74 An M3 without M1 is refused, an M1 after M2 begins anew")
    void outOfOrder(Server server) throws IOException, MalformedTlv8Exception {
        ControllerKeys.Peer peer = server.paired();
        ControllerKeys keys = server.adminKeys();
        try (WireClient client = server.open()) {
            outOfPlace(server, send(client, "M3 at the start", RawPairVerify.m3(new byte[64])), 4);
            RawPairVerify.Agreement first = begin(client, peer);
            RawPairVerify.Agreement second = begin(client, peer);
            send(client, "M3 for an M2 that counts no more", first.m3(keys)).refused(4, PairingError.AUTHENTICATION);
            outOfPlace(server, send(client, "M3 when all has been reset", second.m3(keys)), 4);
            begin(client, peer);
            verify(client, keys, peer);
        }
    }

    private static void refuse(Server server, WireClient client, String what, UnaryOperator<Introduction> change)
            throws IOException, MalformedTlv8Exception {
        RawPairVerify.Agreement agreement = begin(client, server.paired());
        Introduction right = agreement.introduction(server.adminKeys());
        outOfPlace(server, send(client, what, RawPairVerify.m3(agreement.seal(change.apply(right)))), 4);
    }

    private static void outOfPlace(Server server, PairingAnswer answer, int state) {
        if (server.isLatchkey()) {
            answer.refused(state, PairingError.AUTHENTICATION);
        } else {
            answer.malformedOrRefused(state);
        }
    }

    private static void verify(WireClient client, ControllerKeys keys, ControllerKeys.Peer peer)
            throws IOException, MalformedTlv8Exception {
        finish(client, begin(client, peer), keys);
    }

    private static RawPairVerify.Agreement begin(WireClient client, ControllerKeys.Peer peer)
            throws IOException, MalformedTlv8Exception {
        RawPairVerify verify = new RawPairVerify();
        return verify.agree(send(client, "M1", verify.m1()), peer);
    }

    private static void finish(WireClient client, RawPairVerify.Agreement agreement, ControllerKeys keys)
            throws IOException {
        send(client, "M3", agreement.m3(keys)).accepted(4);
        client.wire().secure(agreement.sessionKeys());
        assertEquals(200, client.get("/accessories").status(), "the status of the first read of the session");
    }

    private static PairingAnswer send(WireClient client, String request, byte[] body) throws IOException {
        return PairingAnswer.to(client, "/pair-verify", request, body);
    }
}
