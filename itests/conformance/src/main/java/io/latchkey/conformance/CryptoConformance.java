// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupHash;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.identity.SetupPayload;
import io.latchkey.conformance.RecordedVectors.Vector;
import io.latchkey.crypto.Ed25519;
import io.latchkey.crypto.FrameCipher;
import io.latchkey.crypto.FrameException;
import io.latchkey.crypto.Hkdf;
import io.latchkey.crypto.PayloadCipher;
import io.latchkey.crypto.X25519;
import io.latchkey.crypto.internal.AeadEngine;
import io.latchkey.pairing.AccessoryPairVerify;
import io.latchkey.pairing.Credentials;
import io.latchkey.pairing.Outcome;
import io.latchkey.pairing.PairVerifyState;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ciphers, signatures, key agreement and what is made of a setup code, byte for byte, on our own classes. */
@Tag("own")
class CryptoConformance {
    private static final String AEAD = "aead-pairing.json";
    private static final String CURVES = "ed25519-x25519.json";

    /** The points of low order on the curve of Ed25519: whoever has one for a key lets anybody sign. */
    private static final List<String> LOW_ORDER_SIGNERS = List.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa");

    /** The points of low order on the curve of X25519: every secret agrees with them on zero. */
    private static final List<String> LOW_ORDER_KEYS = List.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

    @Test
    @DisplayName("B16 HKDF with SHA-512 derives every key of the protocol as recorded")
    void hkdf() throws IOException {
        List<Vector> vectors = RecordedVectors.of("hkdf-sha512.json", "cases");
        assertFalse(vectors.isEmpty());
        for (Vector each : vectors) {
            byte[] key = Hkdf.derive(each.bytes("ikm"), each.bytes("salt"), each.bytes("info"), each.number("length"));
            assertArrayEquals(each.bytes("okm"), key, each.text("name"));
        }
    }

    @Test
    @DisplayName("B17 ChaCha20-Poly1305 gives the bytes of RFC 8439 section 2.8.2, with every engine")
    void aead() {
        byte[] aad = Bytes.hex("50515253c0c1c2c3c4c5c6c7");
        byte[] text =
                Bytes.of("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future,"
                        + " sunscreen would be it.");
        byte[] sealed = Bytes.hex("d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6"
                + "3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36"
                + "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
                + "3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd0600691");
        for (AeadEngine engine : AeadEngine.values()) {
            byte[] buffer = Bytes.join(aad, text, new byte[16]);
            engine.open(rfcKey()).seal(rfcNonce(), buffer, aad.length, aad.length, text.length);
            assertArrayEquals(Bytes.join(aad, sealed), buffer, engine.name());
            assertTrue(engine.open(rfcKey()).open(rfcNonce(), buffer, aad.length, aad.length, text.length));
            assertArrayEquals(text, Arrays.copyOfRange(buffer, aad.length, aad.length + text.length), engine.name());
        }
    }

    @Test
    @DisplayName("B18 One bit turned anywhere in the associated data, the text or the tag is refused")
    void tampering() {
        int aad = 12;
        int length = 20;
        for (AeadEngine engine : AeadEngine.values()) {
            byte[] whole = new byte[aad + length + 16];
            engine.open(rfcKey()).seal(rfcNonce(), whole, aad, aad, length);
            for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
                byte[] turned = whole.clone();
                turned[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                assertFalse(engine.open(rfcKey()).open(rfcNonce(), turned, aad, aad, length), engine + " bit " + bit);
            }
        }
        byte[] frame = new byte[FrameCipher.MAX_FRAME];
        new FrameCipher(rfcKey()).seal(frame, 0, 3);
        frame[0] = 2;
        assertThrows(FrameException.class, () -> new FrameCipher(rfcKey()).open(frame, 0), "a frame made shorter");
    }

    @Test
    @DisplayName("B19 A nonce of eight characters has four zero bytes before it")
    void nonces() throws IOException {
        for (Vector each : RecordedVectors.of(AEAD, "cases")) {
            String label = each.text("nonce_text");
            byte[] sealed = PayloadCipher.seal(each.bytes("key"), label, each.bytes("plaintext"));
            assertArrayEquals(each.bytes("sealed"), sealed, label);
            byte[] buffer = Arrays.copyOf(each.bytes("plaintext"), sealed.length);
            byte[] nonce = Bytes.join(new byte[4], Bytes.of(label));
            AeadEngine.preferred().open(each.bytes("key")).seal(nonce, buffer, 0, 0, sealed.length - 16);
            assertArrayEquals(sealed, buffer, label);
            Optional<byte[]> opened = PayloadCipher.open(each.bytes("key"), label, sealed);
            assertArrayEquals(each.bytes("plaintext"), opened.orElseThrow(), label);
            assertTrue(
                    PayloadCipher.open(each.bytes("key"), label, Bytes.spoilt(sealed))
                            .isEmpty(),
                    label);
        }
    }

    @Test
    @DisplayName("B25 Ed25519 signs and verifies as recorded, and takes no bad signature and no key of low order")
    void signatures() throws IOException {
        for (Vector each : RecordedVectors.of(CURVES, "ed25519")) {
            byte[] key = each.bytes("public");
            byte[] message = each.bytes("message");
            byte[] signature = each.bytes("signature");
            assertArrayEquals(key, Ed25519.publicKey(each.bytes("seed")));
            assertArrayEquals(signature, Ed25519.sign(each.bytes("seed"), message));
            assertTrue(Ed25519.verify(key, message, signature));
            assertFalse(Ed25519.verify(key, Bytes.join(message, new byte[1]), signature), "another message");
            assertFalse(Ed25519.verify(key, message, Bytes.spoilt(signature)), "another signature");
            assertFalse(Ed25519.verify(key, message, new byte[64]), "a signature of zeros");
        }
        for (String point : LOW_ORDER_SIGNERS) {
            for (String commitment : LOW_ORDER_SIGNERS) {
                byte[] forged = Bytes.join(Bytes.hex(commitment), new byte[32]);
                assertFalse(Ed25519.verify(Bytes.hex(point), Bytes.of("anything"), forged), point);
            }
        }
    }

    @Test
    @DisplayName("B26 X25519 agrees as recorded and refuses a secret of zeros, in pair-verify with error 2")
    void agreement() throws IOException {
        for (Vector each : RecordedVectors.of(CURVES, "x25519")) {
            assertArrayEquals(each.bytes("public_1"), X25519.publicKey(each.bytes("secret_1")));
            assertArrayEquals(each.bytes("shared"), agreed(each.bytes("secret_1"), each.bytes("public_2")));
            assertArrayEquals(each.bytes("shared"), agreed(each.bytes("secret_2"), each.bytes("public_1")));
        }
        SecureRandom random = new SecureRandom();
        AccessoryPairVerify verify = new AccessoryPairVerify(Credentials.newIdentity(random), random);
        for (String point : LOW_ORDER_KEYS) {
            assertTrue(X25519.agree(X25519.newSecret(random), Bytes.hex(point)).isEmpty(), point);
            Outcome outcome = verify.answer(
                            PairVerifyState.idle(), RawPairVerify.m1(Bytes.hex(point)), none -> Optional.empty())
                    .outcome();
            assertEquals("060102070102", Bytes.hex(outcome.reply().body()), point);
        }
    }

    @Test
    @DisplayName("B27 The twelve setup codes that are too simple can't be used, their neighbours can")
    void trivialCodes() {
        for (int digit = 0; digit < 10; digit++) {
            String d = String.valueOf(digit);
            assertForbidden(d.repeat(3) + "-" + d.repeat(2) + "-" + d.repeat(3));
        }
        assertForbidden("123-45-678");
        assertForbidden("876-54-321");
        for (String malformed : List.of("12345679", "123-456-79", "123-45-67", "12a-45-679", " 123-45-679", "")) {
            assertForbidden(malformed);
        }
        for (String fine :
                List.of("000-00-001", "012-34-567", "123-45-679", "234-56-789", "876-54-320", "987-65-432")) {
            assertEquals(fine, SetupCode.of(fine).text());
        }
    }

    @Test
    @DisplayName("B28 Setup payload and setup hash are as recorded")
    void setupPayload() {
        assertPayload("X-HM://0071WK4SM7OSX", "518-08-582", "7OSX", AccessoryCategory.OUTLET);
        assertPayload("X-HM://0023ISYWYHSPN", "031-45-154", "HSPN", AccessoryCategory.BRIDGE);
        assertPayload("X-HM://0053O4ZJYZZ09", "999-99-998", "ZZ09", AccessoryCategory.LIGHTING);
        assertHash("yf4bzw==", "7OSX", "E1:91:1A:70:85:AA");
        assertHash("712Omw==", "7OSX", "C8:D8:58:C6:63:F5");
        assertHash("+ZSUwA==", "HSPN", "1A:2B:3C:4D:5E:FF");
        assertHash("TC+D/A==", "ZZ09", "00:00:00:00:00:01");
    }

    private static byte[] rfcKey() {
        return Bytes.hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    }

    private static byte[] rfcNonce() {
        return Bytes.hex("070000004041424344454647");
    }

    private static byte[] agreed(byte[] secret, byte[] key) {
        return X25519.agree(secret, key).orElseThrow();
    }

    private static void assertForbidden(String code) {
        assertThrows(IllegalArgumentException.class, () -> SetupCode.of(code), code);
    }

    private static void assertPayload(String expected, String code, String id, AccessoryCategory category) {
        assertEquals(expected, new SetupPayload(SetupCode.of(code), new SetupId(id), category).uri());
    }

    private static void assertHash(String expected, String id, String device) {
        assertEquals(
                expected, SetupHash.of(new SetupId(id), new DeviceId(device)).text());
    }
}
