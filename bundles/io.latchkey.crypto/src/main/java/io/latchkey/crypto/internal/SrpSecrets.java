// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto.internal;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.function.Function;

/**
 * Draws the ephemeral exponents of SRP. A public key that begins with a zero byte is thrown away and drawn anew, because
 * implementations disagree on how such a key enters the proofs. Stateless; the caller's thread does the work.
 */
public final class SrpSecrets {
    private static final int SECRET_LENGTH = 32;
    private static final int DRAWS = 32;

    private SrpSecrets() {}

    /** A secret exponent and the public key that belongs to it. */
    public record Pair(BigInteger secret, BigInteger publicKey) {
        @Override
        public String toString() {
            return "Pair[hidden]";
        }
    }

    /**
     * Draws until the public key fills all bytes.
     *
     * @throws IllegalStateException if the source of randomness keeps repeating itself
     */
    public static Pair draw(SecureRandom random, Function<BigInteger, BigInteger> publicKey) {
        byte[] bytes = new byte[SECRET_LENGTH];
        for (int i = 0; i < DRAWS; i++) {
            random.nextBytes(bytes);
            BigInteger secret = SrpMath.number(bytes);
            Pair pair = new Pair(secret, publicKey.apply(secret));
            if (!SrpMath.hasLeadingZero(pair.publicKey())) {
                return pair;
            }
        }
        throw new IllegalStateException("The source of randomness repeats itself");
    }
}
