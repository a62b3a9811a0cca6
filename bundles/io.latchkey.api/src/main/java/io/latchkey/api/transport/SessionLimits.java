// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

/**
 * How many connections may be open at once. Those that haven't verified are counted apart, because anybody on the network
 * can open them: one more than allowed ends an older one of them, never one that has verified.
 *
 * @param verified sessions of controllers that have verified, 8 to 4096 (HAP specification R2 section 6.2.3 asks for at
 *     least 8)
 * @param unverified all others together, 8 to 4096
 * @param unverifiedOfAddress those of one remote address, 1 to 4096
 */
public record SessionLimits(int verified, int unverified, int unverifiedOfAddress) {
    /** The fewest sessions that a listener may be bounded to. */
    public static final int LEAST = 8;
    /** The most sessions that a listener may be bounded to. */
    public static final int MOST = 4096;
    /** What keeps strangers small and still lets a family pair. */
    public static final int USUAL_UNVERIFIED = 32;
    /** The same for one address. */
    public static final int USUAL_UNVERIFIED_OF_ADDRESS = 16;

    /**
     * Keeps the limits.
     *
     * @throws IllegalArgumentException when one is out of its range
     */
    public SessionLimits {
        refuse("sessions", verified, LEAST);
        refuse("sessions that haven't verified", unverified, LEAST);
        refuse("sessions of an address that haven't verified", unverifiedOfAddress, 1);
    }

    /** So many verified sessions, and the usual limits for others. */
    public static SessionLimits of(int verified) {
        return new SessionLimits(verified, USUAL_UNVERIFIED, USUAL_UNVERIFIED_OF_ADDRESS);
    }

    private static void refuse(String what, int number, int least) {
        if (number < least || number > MOST) {
            throw new IllegalArgumentException(
                    "between " + least + " and " + MOST + " " + what + " must be allowed, not " + number);
        }
    }
}
