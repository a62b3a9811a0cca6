// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The timed writes that a session has announced (HAP specification R2 section 6.7.2.4), each with a number and an end of
 * its own. Each is used once, by the write that names it, in time or not; a number that names none uses nothing up. Where
 * too many are open the oldest gives way. Safe for all threads.
 */
public final class TimedWrites {
    /** Controllers have one open, or two while somebody changes his mind. */
    static final int MOST = 8;

    private static final long LONGEST_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final List<Announced> announced = new ArrayList<>(0);

    private record Announced(long pid, long ttlNanos, long since) {
        boolean holds(long now) {
            return now - since <= ttlNanos;
        }
    }

    /** Announces a write, in place of one of the same number. */
    public synchronized void prepare(long pid, long ttlMillis, long now) {
        announced.removeIf(each -> each.pid() == pid || !each.holds(now));
        if (announced.size() == MOST) {
            announced.remove(0);
        }
        announced.add(new Announced(pid, TimeUnit.MILLISECONDS.toNanos(Math.min(ttlMillis, LONGEST_MILLIS)), now));
    }

    /** Lets the time of an announcement begin: its answer has left. */
    public synchronized void begin(long pid, long now) {
        announced.replaceAll(each -> each.pid() == pid ? new Announced(pid, each.ttlNanos(), now) : each);
    }

    /** Consumes the announcement of that number and says whether it covers a write now. */
    public synchronized boolean consume(long pid, long now) {
        boolean covered = announced.stream().anyMatch(each -> each.pid() == pid && each.holds(now));
        announced.removeIf(each -> each.pid() == pid);
        return covered;
    }
}
