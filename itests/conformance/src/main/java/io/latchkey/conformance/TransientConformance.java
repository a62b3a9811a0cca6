// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.crypto.Srp;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.pairing.PairingError;
import io.latchkey.pairing.PairingTlv;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Pair-setup with the flags Transient and Split: a session without a pairing, and a verifier that outlives it. */
@OverTheWire
class TransientConformance {
    private static final long TRANSIENT = 0x0000_0010;
    private static final long SPLIT = 0x0100_0000;
    private static final Duration CLOSE = Duration.ofSeconds(5);

    @BeforeEach
    void nobodyIsPaired(Server server) throws IOException {
        server.unpaired();
    }

    @Test
    @DisplayName("B70 With the transient flag M4 secures the session, which may ask for nothing, and nobody is paired")
    void securesWithoutAPairing(Server server) throws IOException {
        try (SetupConnection connection = SetupConnection.open(server)) {
            secure(connection, connection.prove(RawPairSetup.m1(TRANSIENT)));
            WireClient client = connection.client();
            for (String path : new String[] {"/accessories", "/characteristics?id=1.2", "/nowhere"}) {
                PairingAnswer.get(client, path, "GET " + path + " in a transient session")
                        .malformed();
            }
            PairingAnswer.to(
                            client, "/pairings", "a list of pairings in a transient session", Bytes.hex("060101000105"))
                    .malformed();
        }
        try (SetupConnection connection = SetupConnection.open(server)) {
            connection.ask().accepted(2);
        }
    }

    @Test
    @DisplayName("B70 A transient session is closed by the next pair-setup")
    void closedByTheNext(Server server) throws IOException {
        try (SetupConnection connection = SetupConnection.open(server);
                SetupConnection next = SetupConnection.open(server)) {
            secure(connection, connection.prove(RawPairSetup.m1(TRANSIENT)));
            next.ask().accepted(2);
            assertTrue(
                    connection.client().isClosedWithin(CLOSE),
                    "expected the transient session closed within 5 s, it was left open");
        }
    }

    @Test
    @DisplayName("B71 A split pair-setup goes on with the verifier of the transient one, to a pairing")
    void split(Server server) throws IOException, MalformedTlv8Exception {
        byte[] salt;
        try (SetupConnection connection = SetupConnection.open(server)) {
            RawPairSetup setup = connection.prove(RawPairSetup.m1(TRANSIENT | SPLIT));
            salt = granted(setup.m2(), TRANSIENT | SPLIT);
            secure(connection, setup);
        }
        try (SetupConnection connection = SetupConnection.open(server)) {
            RawPairSetup setup = connection.prove(RawPairSetup.m1(SPLIT));
            assertArrayEquals(salt, granted(setup.m2(), SPLIT), "the Salt of the verifier that was kept");
            connection.introduce(setup);
        }
        server.admin().close();
    }

    @Test
    @DisplayName("B71 The split flag alone is refused with error 2 when no verifier has been kept")
    void splitWithoutVerifier(Server server) throws IOException {
        try (SetupConnection connection = SetupConnection.open(server)) {
            connection.ask().accepted(2);
            connection
                    .send("M1 with the split flag alone", RawPairSetup.m1(SPLIT))
                    .refused(2, PairingError.AUTHENTICATION);
            connection.ask().accepted(2);
        }
    }

    private static void secure(SetupConnection connection, RawPairSetup setup) throws IOException {
        connection.client().wire().secure(setup.transientKeys());
    }

    /** The salt of an M2 that grants these flags. */
    private static byte[] granted(PairingAnswer m2, long flags) {
        Tlv8 items = m2.accepted(2);
        byte[] came = m2.item(items, "Flags", PairingTlv.FLAGS, 1, 4);
        long granted = 0;
        for (int i = 0; i < came.length; i++) {
            granted |= (came[i] & 0xffL) << i * Byte.SIZE;
        }
        m2.expect("Flags " + Long.toHexString(flags), granted == flags);
        return m2.item(items, "Salt", PairingTlv.SALT, Srp.SALT_LENGTH, Srp.SALT_LENGTH);
    }
}
