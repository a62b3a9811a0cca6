// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Where a bridge listens and within which bounds.
 *
 * @param name of the bridge, for logs; empty for one that is of this process alone, so that its coming and going isn't logged
 * @param address to bind; the wildcard address means all interfaces, port 0 picks a free port
 * @param sessions how many connections may be open at once
 * @param coalescing the least time between two event messages on one session, 0 to 60 s; one second in
 *     HomeKitADK
 * @param prompt whether {@link io.latchkey.api.model.EventUrgency#PROMPT} may leave before that time is over
 * @param encoder writes the body of an event message
 */
public record ListenRequest(
        String name,
        InetSocketAddress address,
        SessionLimits sessions,
        Duration coalescing,
        boolean prompt,
        EventEncoder encoder) {

    /** The longest time that events may be held back. */
    public static final Duration MOST_COALESCING = Duration.ofSeconds(60);

    /**
     * Keeps the wishes.
     *
     * @throws IllegalArgumentException when one is missing or out of its range
     */
    public ListenRequest {
        if (name == null || address == null || sessions == null || coalescing == null || encoder == null) {
            throw new IllegalArgumentException(
                    "a listen request needs name, address, limits, coalescing time and encoder");
        }
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("no address of this machine: " + address);
        }
        if (coalescing.isNegative() || coalescing.compareTo(MOST_COALESCING) > 0) {
            throw new IllegalArgumentException("a coalescing time lies between 0 and 60 s, not " + coalescing);
        }
    }
}
