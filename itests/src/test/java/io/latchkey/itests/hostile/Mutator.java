// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Damages bytes at random, the same way for the same seed: what a broken or hostile peer might send. For one thread. */
final class Mutator {
    private static final byte[] TELLING = {
        0, 1, 0x7f, (byte) 0x80, (byte) 0xff, '\r', '\n', ' ', ':', '"', '{', '}', '9'
    };

    private final Random random;

    Mutator(long seed) {
        random = new Random(seed);
    }

    /** A number from 0 to one below that. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** The bytes with one to four things wrong. */
    byte[] mutate(byte[] bytes) {
        byte[] mutated = bytes;
        for (int times = 1 + below(below(4) + 1); times > 0; times--) {
            mutated = once(mutated);
        }
        return mutated;
    }

    private byte[] once(byte[] bytes) {
        if (bytes.length == 0) {
            return new byte[] {any()};
        }
        int at = below(bytes.length);
        return switch (below(8)) {
            case 0 -> with(bytes, at, (byte) (bytes[at] ^ 1 << below(8)));
            case 1 -> with(bytes, at, any());
            case 2 -> with(bytes, at, TELLING[below(TELLING.length)]);
            case 3 -> spliced(bytes, at, at, new byte[] {TELLING[below(TELLING.length)]});
            case 4 -> spliced(bytes, at, end(bytes, at), new byte[0]);
            case 5 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, end(bytes, at)));
            case 6 -> Arrays.copyOf(bytes, at);
            default -> spliced(bytes, at, at, noise());
        };
    }

    private int end(byte[] bytes, int at) {
        return Math.min(bytes.length, at + 1 + below(32));
    }

    private byte any() {
        return (byte) random.nextInt();
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + below(64)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
