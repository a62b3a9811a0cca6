// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.conformance.RecordedVectors.Vector;
import io.latchkey.crypto.Srp;
import io.latchkey.crypto.SrpClient;
import io.latchkey.crypto.SrpProof;
import io.latchkey.crypto.SrpServer;
import io.latchkey.crypto.SrpVerdict;
import io.latchkey.pairing.PairingError;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SRP-6a as HAP uses it (RFC 5054, 3072-bit group, SHA-512; proofs as in HomeKitADK), on our own classes. */
@Tag("own")
class SrpConformance {
    private static final String SRP = "srp.json";
    private static final SetupCode OTHER = SetupCode.of("518-08-583");

    @Test
    @DisplayName("B20 SRP-6a with 3072 bits and SHA-512 computes what is recorded, on both sides")
    void exchanges() throws IOException {
        int done = 0;
        for (Vector each : RecordedVectors.of(SRP, "cases")) {
            assertArrayEquals(each.bytes("v"), verifier(each), each.text("name"));
            if (zeros(each, "A") + zeros(each, "B") + zeros(each, "S") == 0) {
                assertArrayEquals(each.bytes("B"), server(each).publicKey(), each.text("name"));
                assertArrayEquals(each.bytes("A"), client(each).publicKey(), each.text("name"));
                assertAccepted(each, each.bytes("A"));
                assertProven(each, each.bytes("B"));
                done++;
            }
        }
        assertEquals(4, done, "exchanges without leading zeros");
    }

    @Test
    @DisplayName("B21 A key that is a multiple of N is refused with error 2, and the procedure begins anew")
    void forcedKeys() throws IOException {
        List<Vector> forced = RecordedVectors.of(SRP, "invalid_A");
        for (Vector each : forced) {
            OwnPairSetup setup = new OwnPairSetup();
            RawPairSetup right = setup.begin(OwnPairSetup.CODE);
            byte[] key = each.bytes("A");
            PairingAnswer answer = setup.send("M3 with A = " + each.text("name"), RawPairSetup.m3(key, right.proof()));
            if (key.length > Srp.KEY_LENGTH) {
                answer.malformed();
            } else {
                answer.refused(4, PairingError.AUTHENTICATION);
            }
            assertEquals(0, setup.failedAttempts(), "a forced key says nothing of the code");
            setup.send("the right M3 after it", right.m3()).malformed();
        }
    }

    @Test
    @DisplayName("B22 Leading zeros of A, B and S are stripped in key and proofs, and A is padded in M2")
    void leadingZeros() throws IOException {
        int done = 0;
        for (Vector each : RecordedVectors.of(SRP, "cases")) {
            if (zeros(each, "B") > 0) {
                assertProven(each, each.bytes("B"));
                assertProven(each, stripped(each, "B"));
                assertNotEquals(0, drawnAgain(each).publicKey()[0], "our own B never begins with zero");
                done++;
            } else if (zeros(each, "A") + zeros(each, "S") > 0) {
                assertAccepted(each, each.bytes("A"));
                assertAccepted(each, stripped(each, "A"));
                done++;
            }
        }
        assertEquals(3, done, "exchanges with leading zeros");
    }

    @Test
    @DisplayName("B23 A proof with another code is refused in M4 with error 2, and counted")
    void wrongProof() {
        OwnPairSetup setup = new OwnPairSetup();
        RawPairSetup wrong = setup.begin(OTHER);
        setup.send("M3 with a wrong code", wrong.m3()).refused(4, PairingError.AUTHENTICATION);
        assertEquals(1, setup.failedAttempts());
        setup.send("M3 again", wrong.m3()).malformed();
        assertEquals(1, setup.failedAttempts());
    }

    @Test
    @DisplayName("B24 The right code is taken after failures, and they are forgotten")
    void rightAfterWrong() {
        OwnPairSetup setup = new OwnPairSetup();
        for (int i = 1; i <= 3; i++) {
            setup.send("M3 with a wrong code", setup.begin(OTHER).m3()).refused(4, PairingError.AUTHENTICATION);
            assertEquals(i, setup.failedAttempts());
        }
        RawPairSetup right = setup.begin(OwnPairSetup.CODE);
        right.confirm(setup.send("M3 with the right code", right.m3()));
        assertEquals(0, setup.failedAttempts());
    }

    private static void assertAccepted(Vector exchange, byte[] clientKey) {
        SrpVerdict verdict = server(exchange).check(clientKey, exchange.bytes("M1"));
        var accepted = assertInstanceOf(SrpVerdict.Accepted.class, verdict, exchange.text("name"));
        assertArrayEquals(exchange.bytes("K"), accepted.sessionKey(), exchange.text("name"));
        assertArrayEquals(exchange.bytes("M2"), accepted.proof(), exchange.text("name"));
    }

    private static void assertProven(Vector exchange, byte[] serverKey) {
        SrpProof proof =
                client(exchange).answer(exchange.bytes("salt"), serverKey).orElseThrow();
        assertArrayEquals(exchange.bytes("M1"), proof.proof(), exchange.text("name"));
        assertArrayEquals(exchange.bytes("K"), proof.sessionKey(), exchange.text("name"));
        assertTrue(proof.confirmedBy(exchange.bytes("M2")), exchange.text("name"));
        assertFalse(proof.confirmedBy(Bytes.spoilt(exchange.bytes("M2"))), exchange.text("name"));
    }

    private static byte[] verifier(Vector exchange) {
        return Srp.verifier(exchange.text("user"), exchange.text("password"), exchange.bytes("salt"));
    }

    private static SrpServer server(Vector exchange) {
        return SrpServer.begin(
                exchange.text("user"),
                exchange.bytes("salt"),
                exchange.bytes("v"),
                new FixedRandom(exchange.bytes("b")));
    }

    private static SrpServer drawnAgain(Vector exchange) {
        byte[] another = Bytes.spoilt(exchange.bytes("b"));
        return SrpServer.begin(
                exchange.text("user"),
                exchange.bytes("salt"),
                exchange.bytes("v"),
                new FixedRandom(exchange.bytes("b"), another));
    }

    private static SrpClient client(Vector exchange) {
        return SrpClient.begin(exchange.text("user"), exchange.text("password"), new FixedRandom(exchange.bytes("a")));
    }

    private static byte[] stripped(Vector exchange, String number) {
        byte[] padded = exchange.bytes(number);
        return Arrays.copyOfRange(padded, zeros(exchange, number), padded.length);
    }

    private static int zeros(Vector exchange, String number) {
        return exchange.number(number + "_leading_zero_bytes");
    }
}
