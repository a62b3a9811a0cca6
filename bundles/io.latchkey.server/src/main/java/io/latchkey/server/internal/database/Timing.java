// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import java.time.Duration;

/**
 * The waiting times of an accessory database.
 *
 * @param settle how long nothing must change before a change is published
 * @param settleAtMost after which a change is published though others go on
 * @param firstProvider how long a bridge that never had an accessory waits for its providers
 * @param write after which values and absences are written down again
 * @param retry after which a failed save is tried again
 */
public record Timing(Duration settle, Duration settleAtMost, Duration firstProvider, Duration write, Duration retry) {

    /** As it is in use. */
    public static final Timing USUAL = new Timing(
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            Duration.ofMinutes(10),
            Duration.ofSeconds(10));
}
