// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Randomness that hands out prepared bytes in order, and fails when asked for more or for another length. */
final class PreparedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient Deque<byte[]> script;

    /** The draws to hand out. */
    PreparedRandom(byte[]... draws) {
        this.script = new ArrayDeque<>(List.of(draws));
    }

    @Override
    public void nextBytes(byte[] bytes) {
        byte[] draw = script.remove();
        if (draw.length != bytes.length) {
            throw new AssertionError("asked for " + bytes.length + " bytes, not " + draw.length);
        }
        System.arraycopy(draw, 0, bytes, 0, draw.length);
    }

    /** How many draws are left. */
    int left() {
        return script.size();
    }
}
