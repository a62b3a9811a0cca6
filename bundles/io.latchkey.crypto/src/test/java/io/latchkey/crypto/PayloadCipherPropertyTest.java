// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Laws of sealed pairing payloads. */
class PayloadCipherPropertyTest {
    private static final String NONCE = "PS-Msg05";

    @Property(tries = 300)
    void opensWhatItSealed(@ForAll @Size(32) byte[] key, @ForAll @Size(max = 600) byte[] payload) {
        byte[] sealed = PayloadCipher.seal(key, NONCE, payload);
        assertArrayEquals(payload, PayloadCipher.open(key, NONCE, sealed).orElseThrow());
    }

    @Property(tries = 300)
    void anyFlippedBitIsNoticed(
            @ForAll @Size(32) byte[] key, @ForAll @Size(max = 200) byte[] payload, @ForAll Random random) {
        byte[] sealed = PayloadCipher.seal(key, NONCE, payload);
        sealed[random.nextInt(sealed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        assertTrue(PayloadCipher.open(key, NONCE, sealed).isEmpty());
    }
}
