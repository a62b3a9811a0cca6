// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.identity.ControllerId;
import java.time.Instant;

/**
 * A controller that wanted to be verified and has no pairing. What it calls itself is what a stranger says of himself.
 *
 * @param controller what it calls itself
 * @param since when it tried first
 * @param last when it tried last
 * @param attempts how often it has tried
 */
public record UnknownController(ControllerId controller, Instant since, Instant last, long attempts) {

    /** The same after another attempt. */
    UnknownController again(Instant now) {
        return new UnknownController(controller, since, now, attempts + 1);
    }
}
