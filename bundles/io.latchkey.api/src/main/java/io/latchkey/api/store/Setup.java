// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import java.util.Optional;

/**
 * What pair-setup needs and counts.
 *
 * @param setupId the setup ID
 * @param generatedCode the code that we made ourselves, kept only while the bridge is unpaired so that it can be shown;
 *     a code that the administrator configured never gets here
 * @param verifier salt and verifier of the code in use; empty until it has been computed
 * @param failedAttempts how often a wrong code was tried, not negative; at 100 no more are taken (HAP specification R2,
 *     Pair Setup)
 */
public record Setup(
        SetupId setupId, Optional<SetupCode> generatedCode, Optional<Verifier> verifier, int failedAttempts) {

    /**
     * Joins the four.
     *
     * @throws IllegalArgumentException when the count is negative
     */
    public Setup {
        if (failedAttempts < 0) {
            throw new IllegalArgumentException("attempts are counted from 0, not " + failedAttempts);
        }
    }
}
