// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Laws of signatures and key agreement, whatever the bytes are. */
class CurvePropertyTest {
    private static final byte[] MESSAGE = {1, 2, 3};

    @Property(tries = 300)
    void everyFlippedBitOfASignatureIsNoticed(@ForAll @Size(32) byte[] seed, @ForAll Random random) {
        byte[] signature = Ed25519.sign(seed, MESSAGE);
        signature[random.nextInt(signature.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        assertFalse(Ed25519.verify(Ed25519.publicKey(seed), MESSAGE, signature));
    }

    @Property(tries = 300)
    void arbitraryBytesAreRefusedWithoutAnException(
            @ForAll @Size(max = 40) byte[] key,
            @ForAll @Size(32) byte[] seed,
            @ForAll @Size(max = 70) byte[] signature) {
        assertFalse(Ed25519.verify(key, MESSAGE, Ed25519.sign(seed, MESSAGE)));
        assertFalse(Ed25519.verify(Ed25519.publicKey(seed), MESSAGE, signature));
    }

    @Property(tries = 300)
    void anyTwoSecretsAgree(@ForAll @Size(32) byte[] one, @ForAll @Size(32) byte[] two) {
        byte[] left = X25519.agree(one, X25519.publicKey(two)).orElseThrow();
        byte[] right = X25519.agree(two, X25519.publicKey(one)).orElseThrow();
        assertArrayEquals(left, right);
    }
}
