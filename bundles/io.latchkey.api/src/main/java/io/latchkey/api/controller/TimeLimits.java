// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import java.time.Duration;

/**
 * How long a client waits.
 *
 * @param connect for a connection to be made, more than zero
 * @param verify for pair-verify, from the connection to its last answer, more than zero
 * @param request for an answer, from when the request leaves, more than zero; when it is over, the connection is closed
 */
public record TimeLimits(Duration connect, Duration verify, Duration request) {
    /** Five seconds, ten, and ten. */
    public static final TimeLimits DEFAULT =
            new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));

    /**
     * Keeps the limits.
     *
     * @throws IllegalArgumentException when one is missing or not more than zero
     */
    public TimeLimits {
        if (!isPositive(connect) || !isPositive(verify) || !isPositive(request)) {
            throw new IllegalArgumentException("a time limit is more than zero");
        }
    }

    private static boolean isPositive(Duration time) {
        return time != null && !time.isNegative() && !time.isZero();
    }
}
