// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.history;

import io.latchkey.api.store.ControllerWrite;
import io.latchkey.api.store.History;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** What controllers have switched of late, the oldest first. Not safe for several threads. */
final class RecentWrites {
    private final Deque<ControllerWrite> kept = new ArrayDeque<>();

    /** Adds the newest one. */
    void add(ControllerWrite write) {
        kept.addLast(write);
        trim();
    }

    /** Puts older ones before those that are there. */
    void recall(Collection<ControllerWrite> older) {
        List<ControllerWrite> newer = List.copyOf(kept);
        kept.clear();
        kept.addAll(older);
        kept.addAll(newer);
        trim();
    }

    /** Forgets what was written before that moment, whatever the clock did in between. */
    void forgetBefore(Instant oldest) {
        kept.removeIf(write -> write.at().isBefore(oldest));
    }

    void clear() {
        kept.clear();
    }

    Collection<ControllerWrite> all() {
        return List.copyOf(kept);
    }

    private void trim() {
        while (kept.size() > History.MOST) {
            kept.removeFirst();
        }
    }
}
