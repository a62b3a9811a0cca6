// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto.internal;

/**
 * How much work it is to make a key of a passphrase by Argon2id: whoever guesses has to do it for each guess. The bounds
 * keep a strange file from asking for all memory of this computer.
 *
 * @param memoryKib in KiB, 8 for each lane to 262144
 * @param passes over that memory, 1 to 16
 * @param lanes into which it is divided, 1 to 16
 */
public record Argon2Cost(int memoryKib, int passes, int lanes) {
    /** What RFC 9106, section 4, recommends where memory is short: 64 MiB. */
    public static final Argon2Cost RECOMMENDED = new Argon2Cost(64 * 1024, 3, 4);

    private static final int LARGEST_MEMORY = 256 * 1024;
    private static final int LEAST_MEMORY_OF_LANE = 8;
    private static final int MOST = 16;

    /**
     * Joins the three.
     *
     * @throws IllegalArgumentException when one of them is out of bounds
     */
    public Argon2Cost {
        boolean fits = lanes >= 1
                && lanes <= MOST
                && passes >= 1
                && passes <= MOST
                && memoryKib >= LEAST_MEMORY_OF_LANE * lanes
                && memoryKib <= LARGEST_MEMORY;
        if (!fits) {
            throw new IllegalArgumentException("Argon2 with " + memoryKib + " KiB, " + passes + " passes and " + lanes
                    + " lanes is out of bounds");
        }
    }
}
