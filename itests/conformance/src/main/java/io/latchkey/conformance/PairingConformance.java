// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.crypto.Srp;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.pairing.PairingError;
import io.latchkey.pairing.PairingTlv;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Pair-setup message by message, in the right order and in wrong ones. All wrong codes together stay far below the number
 * that locks a server. That a procedure may be taken over after 30 seconds is not
 * waited for: see {@link TakeoverConformance}.
 */
@OverTheWire
class PairingConformance {
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final byte[] SOME_KEY = key(Srp.KEY_LENGTH);
    private static final byte[] SOME_PROOF = new byte[Srp.PROOF_LENGTH];

    @BeforeEach
    void nobodyIsPaired(Server server) throws IOException {
        server.unpaired();
    }

    @Test
    @DisplayName("B63 Pair-setup from M1 to M6, then pair-verify on the same connection")
    void pairs(Server server) throws IOException, MalformedTlv8Exception {
        try (SetupConnection connection = SetupConnection.open(server)) {
            ControllerKeys.Peer peer = connection.introduce(connection.prove());
            String id = peer.accessory().text();
            assertTrue(id.matches("[0-9A-F]{2}(:[0-9A-F]{2}){5}"), "expected an id like XX:XX:XX:XX:XX:XX, came " + id);
            WireClient client = connection.client();
            assertEquals(470, client.get("/accessories").status(), "the status of a read behind M6, still unverified");
            client.verify(server.adminKeys(), peer);
            assertEquals(200, client.get("/accessories").status(), "the status of a read once verified");
        }
    }

    @Test
    @DisplayName("B63 The order of items and unknown ones make no difference")
    void itemsInAnyOrder(Server server) throws IOException {
        try (SetupConnection connection = SetupConnection.open(server)) {
            connection.send("M1, its State first", Bytes.hex("060101000100")).accepted(2);
            connection
                    .send("M1 among unknown items", Bytes.hex("7f020102000100060101fe00"))
                    .accepted(2);
        }
    }

    @Test
    @DisplayName("B21 A key of zeros is refused in M4 with error 2")
    void forcedKey(Server server) throws IOException {
        try (SetupConnection connection = SetupConnection.open(server)) {
            connection.ask().accepted(2);
            PairingAnswer answer =
                    connection.send("M3 with a key of zeros", RawPairSetup.m3(new byte[Srp.KEY_LENGTH], SOME_PROOF));
            answer.refused(4, PairingError.AUTHENTICATION);
            connection.ask().accepted(2);
        }
    }

    @Test
    @DisplayName("B24 The right code is taken after a wrong one that was refused in M4 with error 2")
    void rightAfterWrong(Server server) throws IOException {
        try (SetupConnection connection = SetupConnection.open(server)) {
            RawPairSetup wrong = RawPairSetup.after(connection.ask(), other(server.code()));
            connection.send("M3 with a wrong code", wrong.m3()).refused(4, PairingError.AUTHENTICATION);
            connection.send("M3 a second time", wrong.m3()).malformed();
            connection.prove();
        }
    }

    @Test
    @DisplayName("B64 M3 and M5 are refused where they have no predecessor")
    void outOfOrder(Server server) throws IOException {
        byte[] m3 = RawPairSetup.m3(SOME_KEY, SOME_PROOF);
        byte[] m5 = RawPairSetup.m5(new byte[64]);
        try (SetupConnection connection = SetupConnection.open(server)) {
            connection.send("M3 at the start", m3).malformed();
            connection.send("M5 at the start", m5).malformed();
            connection.ask().accepted(2);
            connection.send("M5 behind M2", m5).malformed();
            connection.send("M3 when all has been reset", m3).malformed();
            RawPairSetup setup = connection.prove();
            connection.send("M3 behind M4", setup.m3()).malformed();
            byte[] right = setup.m5(setup.introduction(server.adminKeys()));
            connection.send("M5 when all has been reset", right).malformed();
            connection.ask().accepted(2);
        }
    }

    @Test
    @DisplayName("B65 M1 begins anew, behind M2 and behind M4, with another key")
    void restarts(Server server) throws IOException, MalformedTlv8Exception {
        try (SetupConnection connection = SetupConnection.open(server)) {
            byte[] first = publicKey(connection.ask());
            byte[] second = publicKey(connection.ask());
            assertFalse(Arrays.equals(first, second), "expected another PublicKey in the second M2, came the same");
            connection.prove();
            connection.introduce(connection.prove());
        }
    }

    @Test
    @DisplayName("B66 While one connection pairs, others pair on their own or hear Busy, and it goes on undisturbed")
    void oneAtATime(Server server) throws IOException, MalformedTlv8Exception {
        try (SetupConnection first = SetupConnection.open(server);
                SetupConnection second = SetupConnection.open(server)) {
            RawPairSetup setup = first.begin();
            second.send("M1 while another connection pairs", RawPairSetup.M1).acceptedOrBusy(2);
            setup.confirm(first.send("M3", setup.m3()));
            second.send("M1 while another connection pairs", RawPairSetup.M1).acceptedOrBusy(2);
            first.introduce(setup);
        }
    }

    @Test
    @DisplayName("B66 A procedure that has failed is free for others at once")
    void freedByFailure(Server server) throws IOException {
        try (SetupConnection first = SetupConnection.open(server);
                SetupConnection second = SetupConnection.open(server)) {
            first.ask().accepted(2);
            first.send("M3 without items", RawPairSetup.m3(new byte[0], new byte[0]));
            second.ask().accepted(2);
        }
    }

    @Test
    @DisplayName("B66 A procedure whose connection has gone, closed or reset, is free for others")
    void freedByDisconnect(Server server) throws IOException {
        for (boolean reset : new boolean[] {false, true}) {
            try (SetupConnection gone = SetupConnection.open(server)) {
                gone.ask().accepted(2);
                if (reset) {
                    gone.client().wire().reset();
                } else {
                    gone.client().close();
                }
            }
            askUntilFree(server).accepted(2);
        }
    }

    @Test
    @DisplayName("B67 A server that is paired is Unavailable")
    void unavailable(Server server) throws IOException {
        server.paired();
        try (SetupConnection connection = SetupConnection.open(server)) {
            connection.send("M1 when paired", RawPairSetup.M1).refused(2, PairingError.UNAVAILABLE);
        }
        try (WireClient session = server.admin()) {
            assertEquals(1, session.pairings().size(), "pairings, as before");
        }
    }

    @Test
    @DisplayName("B69 An M1 that lacks an item, or has a strange one, is malformed")
    void malformedM1(Server server) throws IOException {
        try (SetupConnection connection = SetupConnection.open(server)) {
            connection.send("M1 without a method", Bytes.hex("060101")).malformed();
            connection.send("M1 without a state", Bytes.hex("000100")).malformed();
            connection.send("M1 with method 2", Bytes.hex("000102060101")).malformed();
            connection
                    .send("M1 with flags of five bytes", Bytes.hex("00010006010113050000000000"))
                    .malformed();
            connection.send("M1 that is cut off", Bytes.hex("0001000601")).malformed();
            connection
                    .send("M1 with its state twice", Bytes.hex("060101000100060101"))
                    .malformed();
            connection.send("no bytes at all", new byte[0]).malformed();
            connection.ask().accepted(2);
        }
    }

    @Test
    @DisplayName("B69 An M3 that lacks an item, or has one of a wrong length, is malformed")
    void malformedM3(Server server) throws IOException {
        try (SetupConnection connection = SetupConnection.open(server)) {
            refuseM3(connection, "M3 without a key", new byte[0], SOME_PROOF);
            refuseM3(connection, "M3 with a key of 385 bytes", key(Srp.KEY_LENGTH + 1), SOME_PROOF);
            refuseM3(connection, "M3 without a proof", SOME_KEY, new byte[0]);
            refuseM3(connection, "M3 with a proof of 63 bytes", SOME_KEY, new byte[63]);
            refuseM3(connection, "M3 with a proof of 65 bytes", SOME_KEY, new byte[65]);
        }
    }

    @Test
    @DisplayName("B69 An M5 that lacks an item, or has one of a wrong length, is malformed")
    void malformedM5(Server server) throws IOException {
        ControllerKeys keys = server.adminKeys();
        byte[] none = new byte[0];
        try (SetupConnection connection = SetupConnection.open(server)) {
            connection.prove();
            connection.send("M5 without data", RawPairSetup.m5(none)).malformed();
            connection.prove();
            connection
                    .send("M5 with data of 15 bytes", RawPairSetup.m5(new byte[15]))
                    .malformed();
            refuseM5(connection, keys, "M5 without an identifier", items -> items.withId(none));
            refuseM5(connection, keys, "M5 with an identifier of 37 bytes", items -> items.withId(new byte[37]));
            refuseM5(connection, keys, "M5 without a key", items -> items.withPublicKey(none));
            refuseM5(connection, keys, "M5 with a key of 31 bytes", items -> items.withPublicKey(new byte[31]));
            refuseM5(connection, keys, "M5 without a signature", items -> items.withSignature(none));
            refuseM5(connection, keys, "M5 with a signature of 63 bytes", items -> items.withSignature(new byte[63]));
            connection.ask().accepted(2);
        }
    }

    @Test
    @DisplayName("B69 An M5 with a wrong tag or a wrong signature is refused in M6 with error 2")
    void untrustedM5(Server server) throws IOException {
        try (SetupConnection connection = SetupConnection.open(server)) {
            RawPairSetup setup = connection.prove();
            Introduction right = setup.introduction(server.adminKeys());
            connection
                    .send("M5 with a wrong tag", RawPairSetup.m5(Bytes.spoilt(setup.seal(right))))
                    .refused(6, PairingError.AUTHENTICATION);
            connection.send("the right M5 after it", setup.m5(right)).malformed();
            setup = connection.prove();
            right = setup.introduction(server.adminKeys());
            byte[] forged = setup.m5(right.withSignature(Bytes.spoilt(right.signature())));
            connection.send("M5 with a wrong signature", forged).refused(6, PairingError.AUTHENTICATION);
            connection.ask().accepted(2);
        }
    }

    private static void refuseM3(SetupConnection connection, String what, byte[] key, byte[] proof) throws IOException {
        connection.ask().accepted(2);
        connection.send(what, RawPairSetup.m3(key, proof)).malformed();
    }

    private static void refuseM5(
            SetupConnection connection, ControllerKeys keys, String what, UnaryOperator<Introduction> change)
            throws IOException {
        RawPairSetup setup = connection.prove();
        connection.send(what, setup.m5(change.apply(setup.introduction(keys)))).malformed();
    }

    /** M1 on new connections for as long as the server is busy, but not for ever. */
    private static PairingAnswer askUntilFree(Server server) throws IOException {
        long deadline = System.nanoTime() + CLOSE.toNanos();
        while (true) {
            try (SetupConnection connection = SetupConnection.open(server)) {
                PairingAnswer answer = connection.ask();
                if (!answer.isBusy() || System.nanoTime() > deadline) {
                    return answer;
                }
                connection.client().wire().isSilentFor(Duration.ofMillis(50));
            }
        }
    }

    private static byte[] publicKey(PairingAnswer m2) {
        return m2.item(m2.accepted(2), "PublicKey", PairingTlv.PUBLIC_KEY, 1, Srp.KEY_LENGTH);
    }

    private static byte[] key(int length) {
        byte[] key = new byte[length];
        Arrays.fill(key, (byte) 5);
        return key;
    }

    private static SetupCode other(SetupCode code) {
        return code.equals(SetupCode.of("031-45-154")) ? SetupCode.of("031-45-155") : SetupCode.of("031-45-154");
    }
}
