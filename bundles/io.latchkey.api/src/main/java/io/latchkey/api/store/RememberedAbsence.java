// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.provider.Absence;
import java.time.Duration;
import java.time.Instant;

/**
 * That an accessory wasn't there.
 *
 * @param why as its provider said it last
 * @param since when it was last seen there
 * @param counted for how long it could have been there since: its host was ready and others of that host were there
 */
public record RememberedAbsence(Absence why, Instant since, Duration counted) {

    /**
     * Joins the three.
     *
     * @throws IllegalArgumentException when the time is negative
     */
    public RememberedAbsence {
        if (counted.isNegative()) {
            throw new IllegalArgumentException("no time is counted backwards");
        }
    }
}
