// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import java.security.SecureRandom;

/** Randomness that hands out prepared bytes in their order, and fails when asked for more. */
final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient byte[][] draws;
    private int at;

    FixedRandom(byte[]... draws) {
        this.draws = draws;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        System.arraycopy(draws[at++], 0, bytes, 0, bytes.length);
    }
}
