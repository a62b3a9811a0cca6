// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.session;

import java.util.concurrent.TimeUnit;

/**
 * The one timed write that a session may have announced (HAP specification R2 section 6.7.2.4). Used once: the write that
 * names it consumes it, in time or not, with the right number or not. Safe for all threads.
 */
public final class TimedWrite {
    private static final long LONGEST_MILLIS = TimeUnit.DAYS.toMillis(1);

    private Announced announced;

    private record Announced(long pid, long ttlNanos, long since) {}

    /** Announces a write, in place of the one before. */
    public synchronized void prepare(long pid, long ttlMillis, long now) {
        announced = new Announced(pid, TimeUnit.MILLISECONDS.toNanos(Math.min(ttlMillis, LONGEST_MILLIS)), now);
    }

    /** Lets the time of an announcement begin: its answer has left. */
    public synchronized void begin(long now) {
        if (announced != null) {
            announced = new Announced(announced.pid(), announced.ttlNanos(), now);
        }
    }

    /** Consumes the announcement and says whether it covers a write of that number now. */
    public synchronized boolean consume(long pid, long now) {
        Announced before = announced;
        announced = null;
        return before != null && before.pid() == pid && now - before.since() <= before.ttlNanos();
    }
}
