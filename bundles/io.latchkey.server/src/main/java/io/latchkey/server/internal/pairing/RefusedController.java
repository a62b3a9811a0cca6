// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.identity.ControllerId;
import java.time.Instant;

/**
 * A controller that wanted to be verified and wasn't. What it calls itself is what a stranger says of himself.
 *
 * @param controller what it calls itself
 * @param isPaired whether there is a pairing of that name, so that it came with another key
 * @param since when it tried first
 * @param last when it tried last
 * @param attempts how often it has tried
 */
public record RefusedController(ControllerId controller, boolean isPaired, Instant since, Instant last, long attempts) {

    /** The same after another attempt. */
    RefusedController again(Instant now) {
        return new RefusedController(controller, isPaired, since, now, attempts + 1);
    }
}
