// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.access;

import java.time.Duration;

/**
 * How long the host may take. Controllers give up after about ten seconds, so together a write and the read that answers
 * it stay below.
 *
 * @param read for a value
 * @param write to take a value, its write response included
 * @param list for values that are not known yet when all accessories are listed
 */
public record Deadlines(Duration read, Duration write, Duration list) {
    /** As they are in use. */
    public static final Deadlines USUAL =
            new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofSeconds(2));
}
