// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import java.util.List;

/**
 * The light curves that a bridge is running, so that Adaptive Lighting goes on after a restart.
 *
 * @param running one for each light at most
 */
public record Transitions(List<Running> running) {

    /** Keeps a copy. */
    public Transitions {
        running = List.copyOf(running);
    }

    /**
     * A curve that is under way.
     *
     * @param aid of the light
     * @param iid of its colour temperature
     * @param since when it began by our own clock, in milliseconds since 1970-01-01 UTC
     * @param configuration as the controller sent it: TLV8 in Base64
     */
    public record Running(long aid, long iid, long since, String configuration) {}
}
