// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import static io.latchkey.crypto.CryptoVectors.bytes;
import static io.latchkey.crypto.CryptoVectors.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.latchkey.crypto.internal.Sha512;
import io.latchkey.crypto.internal.SrpMath;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SRP-6a between our two sides, and with clients that treat leading zeros otherwise. */
class SrpTest {
    private static final String USER = "Pair-Setup";
    private static final String CODE = "031-45-154";
    private static final byte[] SALT = new byte[Srp.SALT_LENGTH];

    private final SecureRandom random = new SecureRandom();
    private final byte[] verifier = Srp.verifier(USER, CODE, SALT);

    @Test
    void bothSidesAgreeOnTheSessionKey() {
        SrpServer server = SrpServer.begin(USER, SALT, verifier, random);
        SrpClient client = SrpClient.begin(USER, CODE, random);
        SrpProof proof = client.answer(server.salt(), server.publicKey()).orElseThrow();
        SrpVerdict verdict = server.check(client.publicKey(), proof.proof());
        SrpVerdict.Accepted accepted = assertInstanceOf(SrpVerdict.Accepted.class, verdict);
        assertTrue(proof.confirmedBy(accepted.proof()));
        assertArrayEquals(proof.sessionKey(), accepted.sessionKey());
    }

    @Test
    void aWrongPasswordIsRefusedByBoth() {
        SrpServer server = SrpServer.begin(USER, SALT, verifier, random);
        SrpClient client = SrpClient.begin(USER, "031-45-155", random);
        SrpProof proof = client.answer(server.salt(), server.publicKey()).orElseThrow();
        assertEquals(SrpVerdict.Refused.PROOF, server.check(client.publicKey(), proof.proof()));
        assertFalse(proof.confirmedBy(proof.proof()));
        assertFalse(proof.confirmedBy(new byte[0]));
    }

    @Test
    void aClientThatPadsThePublicKeyIsAccepted() {
        assertPaddedProofAccepted(named("A-leading-zero"));
    }

    @Test
    void aClientThatPadsTheSecretIsAccepted() {
        assertPaddedProofAccepted(named("S-leading-zero"));
    }

    @Test
    void theOtherPublicKeyOfAPaddedProofIsNotAccepted() {
        JsonObject v = named("S-leading-zero");
        byte[] other = SrpMath.pad(number(v, "A").add(BigInteger.ONE));
        assertEquals(SrpVerdict.Refused.PROOF, server(v).check(other, bytes(v, "M1")));
    }

    @Test
    void aVerifierOfZeroIsMisuse() {
        byte[] zero = new byte[Srp.KEY_LENGTH];
        assertThrows(IllegalArgumentException.class, () -> SrpServer.begin(USER, SALT, zero, random));
        assertThrows(IllegalArgumentException.class, () -> SrpServer.begin(USER, new byte[15], verifier, random));
        assertThrows(IllegalArgumentException.class, () -> Srp.verifier(USER, CODE, new byte[17]));
    }

    @Test
    void randomnessThatRepeatsItselfEndsTheSearch() {
        byte[] a = bytes(named("A-leading-zero"), "a");
        SecureRandom stuck = new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(a, 0, bytes, 0, bytes.length);
            }
        };
        assertThrows(IllegalStateException.class, () -> SrpClient.begin(USER, CODE, stuck));
    }

    @Test
    void nothingSecretIsPrinted() {
        SrpClient client = SrpClient.begin(USER, CODE, random);
        SrpProof proof = client.answer(SALT, client.publicKey()).orElseThrow();
        SrpVerdict verdict = new SrpVerdict.Accepted(proof.sessionKey(), proof.proof());
        SrpServer server = SrpServer.begin(USER, SALT, verifier, random);
        for (Object secret : List.of(client, proof, verdict, server)) {
            assertTrue(secret.toString().endsWith("[hidden]"));
        }
    }

    private static void assertPaddedProofAccepted(JsonObject v) {
        byte[] key = Sha512.of(bytes(v, "S"));
        byte[] proof = SrpMath.clientProof(text(v, "user"), bytes(v, "salt"), bytes(v, "A"), bytes(v, "B"), key);
        SrpVerdict verdict = server(v).check(bytes(v, "A"), proof);
        SrpVerdict.Accepted accepted = assertInstanceOf(SrpVerdict.Accepted.class, verdict);
        assertArrayEquals(key, accepted.sessionKey());
        assertArrayEquals(Sha512.of(bytes(v, "A"), proof, key), accepted.proof());
    }

    private static SrpServer server(JsonObject v) {
        return SrpServer.begin(text(v, "user"), bytes(v, "salt"), bytes(v, "v"), new ScriptedRandom(bytes(v, "b")));
    }

    private static BigInteger number(JsonObject v, String field) {
        return SrpMath.number(bytes(v, field));
    }

    private static JsonObject named(String name) {
        return CryptoVectors.cases("srp.json", "cases")
                .filter(v -> text(v, "name").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
