// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Verifier;

/**
 * What a bridge has kept and pair-setup must know, as it is when the request is handled.
 *
 * @param verifier of the setup code in use
 * @param failedAttempts as last kept by {@link Effect.FailedAttempts}, not negative
 * @param pairings as last kept
 */
public record SetupFacts(Verifier verifier, int failedAttempts, Pairings pairings) {
    /**
     * Joins the three.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public SetupFacts {
        if (failedAttempts < 0) {
            throw new IllegalArgumentException("attempts are counted from 0, not " + failedAttempts);
        }
    }
}
