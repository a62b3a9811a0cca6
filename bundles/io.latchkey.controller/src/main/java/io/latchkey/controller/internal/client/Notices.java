// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a listener what has happened: one thing after the other, in order, on work threads. A listener that throws misses
 * nothing of what follows.
 */
final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Duration LATER = Duration.ofMillis(100);
    private static final int CAPACITY = 256;

    private final String who;
    private final Workers workers;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean telling;
    private boolean closed;

    /**
     * Nothing has happened yet.
     *
     * @param who the accessory, for logs
     */
    Notices(String who, Workers workers) {
        this.who = who;
        this.workers = workers;
    }

    /** Whether so much waits to be told that no more events should be taken. */
    synchronized boolean isFull() {
        return waiting.size() >= CAPACITY;
    }

    /** Tells something when everything before it was told. */
    synchronized void add(Runnable notice) {
        if (closed) {
            return;
        }
        waiting.add(notice);
        if (!telling) {
            telling = true;
            begin();
        }
    }

    /** Tells nothing more. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private void begin() {
        try {
            workers.work().execute(this::tell);
        } catch (RejectedExecutionException full) {
            beginLater();
        }
    }

    private void beginLater() {
        try {
            workers.schedule(LATER, this::begin);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("Nothing is told of {} any more: the threads have stopped", who);
        }
    }

    private void tell() {
        for (Runnable notice = next(); notice != null; notice = next()) {
            try {
                notice.run();
            } catch (RuntimeException e) {
                LOG.warn("A listener to {} has failed; correct it", who, e);
            }
        }
    }

    private synchronized Runnable next() {
        Runnable notice = waiting.poll();
        telling = notice != null;
        return notice;
    }
}
