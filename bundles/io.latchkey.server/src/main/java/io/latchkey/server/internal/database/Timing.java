// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import java.time.Duration;

/**
 * The waiting times of an accessory database.
 *
 * @param settle how long nothing must change before a change is published
 * @param settleAtMost after which a change is published though others go on
 * @param grace how long an accessory stays when its contributor has left
 * @param firstProvider how long a bridge waits for providers that it had nothing of in the last run
 * @param start how long a bridge waits for the providers of the last run
 * @param retry after which a failed save is tried again
 */
public record Timing(
        Duration settle,
        Duration settleAtMost,
        Duration grace,
        Duration firstProvider,
        Duration start,
        Duration retry) {

    /** As it is in use. */
    public static final Timing USUAL = new Timing(
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10));
}
