// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import java.security.SecureRandom;
import java.util.Random;

/** Randomness that repeats itself from run to run, so that no test meets a leading zero byte once in 256 runs. */
final class SeededRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final Random random;

    SeededRandom(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
