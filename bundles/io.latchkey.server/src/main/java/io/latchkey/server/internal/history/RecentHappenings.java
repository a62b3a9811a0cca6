// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.history;

import io.latchkey.api.store.Happening;
import io.latchkey.api.store.Happening.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The last happenings of one sort, the oldest first. What repeats itself within {@link #SAME} is counted instead of kept once
 * more, as far as {@link #LOOKED_AT} others haven't happened since; that a run begins or ends never is. Not safe for several
 * threads.
 */
final class RecentHappenings {
    /** How long the same is one happening. */
    static final Duration SAME = Duration.ofMinutes(10);
    /** How many of the newest may be the same. */
    static final int LOOKED_AT = 32;

    /** Between these, others are to be read in their order. */
    private static final Set<Kind> ALONE = EnumSet.of(Kind.OPENED, Kind.STOPPED, Kind.RESET);

    private final int most;
    private final Deque<Happening> kept = new ArrayDeque<>();

    /**
     * Begins empty.
     *
     * @param most how many are kept
     */
    RecentHappenings(int most) {
        this.most = most;
    }

    /** Adds the newest one. */
    void add(Happening happening) {
        Iterator<Happening> newestFirst = kept.descendingIterator();
        int lookedAt = ALONE.contains(happening.kind()) ? 0 : LOOKED_AT;
        for (int looked = 0; looked < lookedAt && newestFirst.hasNext(); looked++) {
            Happening before = newestFirst.next();
            if (before.isSame(happening) && !before.last().plus(SAME).isBefore(happening.first())) {
                newestFirst.remove();
                kept.addLast(before.again(happening.last()));
                return;
            }
        }
        kept.addLast(happening);
        trim();
    }

    /** Puts older ones before those that are there. */
    void recall(Collection<Happening> older) {
        List<Happening> newer = List.copyOf(kept);
        kept.clear();
        kept.addAll(older);
        kept.addAll(newer);
        trim();
    }

    void clear() {
        kept.clear();
    }

    Collection<Happening> all() {
        return List.copyOf(kept);
    }

    private void trim() {
        while (kept.size() > most) {
            kept.removeFirst();
        }
    }
}
