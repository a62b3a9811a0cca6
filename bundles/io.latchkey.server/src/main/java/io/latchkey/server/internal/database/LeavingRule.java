// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * When half of a bridge is to leave at once, that is more likely a mistake than anybody's wish: a wrong file, a wrong
 * filter. Counts what leaves each bridge. Pure; not for use by several threads.
 */
final class LeavingRule {
    /** The time within which leaving counts as one event. */
    static final Duration WINDOW = Duration.ofSeconds(60);
    /** So many may always leave. */
    static final int FEW = 10;

    private final Map<Integer, Deque<Long>> departures = new HashMap<>();

    /** Notes that one has left a bridge. */
    void left(int bridge, KeeperTime now) {
        departures.computeIfAbsent(bridge, first -> new ArrayDeque<>()).add(now.nanos());
    }

    /**
     * Whether those who are about to leave have to stay.
     *
     * @param leaving how many are about to leave the bridge, those included that were held before and of which nobody has
     *     said yet whether they are to go: what comes apart by a pause of the computer is one mistake all the same
     * @param shown how many it shows, these included
     */
    boolean isTooMany(int bridge, int leaving, int shown, KeeperTime now) {
        Deque<Long> left = departures.getOrDefault(bridge, new ArrayDeque<>());
        while (!left.isEmpty() && now.since(left.peek()).compareTo(WINDOW) > 0) {
            left.poll();
        }
        int all = leaving + left.size();
        return leaving > 0 && all > FEW && 2 * all >= shown + left.size();
    }
}
