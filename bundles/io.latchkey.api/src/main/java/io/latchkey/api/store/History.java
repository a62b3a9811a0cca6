// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import java.util.List;

/**
 * What has happened to a bridge of late, and who has switched what. Written down when the bridge stops.
 *
 * @param happenings the oldest first, as many as {@link #MOST} at most
 * @param writes the oldest first, as many as {@link #MOST} at most; none where people don't want it
 */
public record History(List<Happening> happenings, List<ControllerWrite> writes) {
    /** How much of each is kept. */
    public static final int MOST = 1000;
    /** Nothing has happened. */
    public static final History NONE = new History(List.of(), List.of());

    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException when there is too much of it
     */
    public History {
        happenings = List.copyOf(happenings);
        writes = List.copyOf(writes);
        if (happenings.size() > MOST || writes.size() > MOST) {
            throw new IllegalArgumentException("a history has " + MOST + " entries of a kind at most");
        }
    }
}
