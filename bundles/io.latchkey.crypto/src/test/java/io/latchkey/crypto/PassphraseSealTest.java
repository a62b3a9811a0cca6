// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import static io.latchkey.crypto.CryptoVectors.bytes;
import static io.latchkey.crypto.CryptoVectors.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.latchkey.crypto.internal.Argon2Cost;
import io.latchkey.crypto.internal.Argon2id;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Against bytes that another implementation has sealed, and against changed ones. */
class PassphraseSealTest {
    private static final Argon2Cost LITTLE = new Argon2Cost(32, 1, 1);
    private static final Passphrase PASSPHRASE = new Passphrase("correct horse battery");
    private static final byte[] CONTEXT = {1, 2, 3};
    private static final byte[] TEXT = "the text".getBytes(StandardCharsets.UTF_8);

    private static byte[] seal(byte[] text) {
        return PassphraseSeal.seal(PASSPHRASE, CONTEXT, text, new SecureRandom(), LITTLE);
    }

    private static Argon2Cost cost(JsonObject vector) {
        return new Argon2Cost(
                vector.get("memory_kib").getAsInt(),
                vector.get("passes").getAsInt(),
                vector.get("lanes").getAsInt());
    }

    @TestFactory
    Stream<DynamicTest> keysAreThoseOfOthers() {
        return CryptoVectors.cases("passphrase-seal.json", "keys")
                .map(v -> dynamicTest(
                        cost(v).toString(),
                        () -> assertArrayEquals(
                                bytes(v, "key"),
                                Argon2id.key(
                                        text(v, "passphrase").getBytes(StandardCharsets.UTF_8),
                                        bytes(v, "salt"),
                                        cost(v),
                                        32))));
    }

    @TestFactory
    Stream<DynamicTest> sealsAsOthersDo() {
        return CryptoVectors.cases("passphrase-seal.json", "cases")
                .map(v -> dynamicTest(text(v, "name"), () -> {
                    Passphrase passphrase = new Passphrase(text(v, "passphrase"));
                    ScriptedRandom random = new ScriptedRandom(bytes(v, "salt"), bytes(v, "nonce"));
                    assertArrayEquals(
                            bytes(v, "sealed"),
                            PassphraseSeal.seal(passphrase, bytes(v, "context"), bytes(v, "text"), random, cost(v)));
                    assertArrayEquals(
                            bytes(v, "text"),
                            PassphraseSeal.open(passphrase, bytes(v, "context"), bytes(v, "sealed"))
                                    .orElseThrow());
                }));
    }

    @Test
    void theUsualEffortIsTheRecommendedOne() throws SealException {
        byte[] sealed = PassphraseSeal.seal(PASSPHRASE, CONTEXT, TEXT, new SecureRandom());
        assertArrayEquals(new byte[] {1, 0, 1, 0, 0, 3, 4}, Arrays.copyOf(sealed, 7));
        assertArrayEquals(TEXT, PassphraseSeal.open(PASSPHRASE, CONTEXT, sealed).orElseThrow());
    }

    @Test
    void noChangedByteIsBelieved() {
        byte[] sealed = seal(TEXT);
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            try {
                assertTrue(PassphraseSeal.open(PASSPHRASE, CONTEXT, changed).isEmpty(), "byte " + at);
            } catch (SealException strange) {
                assertTrue(at < 7, "byte " + at);
            }
        }
    }

    @Test
    void anotherPassphraseOrContextOpensNothing() throws SealException {
        byte[] sealed = seal(TEXT);
        assertTrue(PassphraseSeal.open(new Passphrase("correct horse batterz"), CONTEXT, sealed)
                .isEmpty());
        assertTrue(PassphraseSeal.open(PASSPHRASE, new byte[] {1, 2}, sealed).isEmpty());
    }

    @Test
    void whatWasNotSealedIsTold() {
        byte[] sealed = seal(new byte[0]);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThrows(SealException.class, () -> PassphraseSeal.open(PASSPHRASE, CONTEXT, cut));
        }
        byte[] all = sealed.clone();
        Arrays.fill(all, 1, 5, (byte) 0x7f);
        assertThrows(SealException.class, () -> PassphraseSeal.open(PASSPHRASE, CONTEXT, all), "all memory there is");
    }

    @Test
    void twoSealingsHaveNothingInCommon() {
        byte[] one = seal(TEXT);
        byte[] other = seal(TEXT);
        assertFalse(Arrays.equals(one, 7, 23, other, 7, 23));
        assertFalse(Arrays.equals(one, 23, one.length, other, 23, other.length));
    }

    @Test
    void aPassphraseIsLongEnoughAndHidesItself() {
        assertThrows(IllegalArgumentException.class, () -> new Passphrase("eleven char"));
        IllegalArgumentException told = assertThrows(IllegalArgumentException.class, () -> new Passphrase("sesame"));
        assertFalse(told.getMessage().contains("sesame"));
        assertFalse(PASSPHRASE.toString().contains("horse"));
        assertArrayEquals(
                new Passphrase("T\u00fcrschl\u00fcssel").bytes(), new Passphrase("Tu\u0308rschlu\u0308ssel").bytes());
        assertEquals(14, new Passphrase("T\u00fcrschl\u00fcssel").bytes().length);
    }

    @Test
    void effortOutOfBoundsIsRefused() {
        for (int[] wrong : new int[][] {{7, 1, 1}, {31, 1, 4}, {262_145, 1, 1}, {64, 0, 1}, {64, 17, 1}, {256, 1, 0}}) {
            assertThrows(IllegalArgumentException.class, () -> new Argon2Cost(wrong[0], wrong[1], wrong[2]));
        }
    }
}
