// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a listener what has happened: one thing after the other, in order, on threads for foreign code. A listener that
 * throws misses nothing of what follows; one that hangs is told the rest when it is back.
 */
public final class ListenerNotifications {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerNotifications.class);
    private static final Duration LATER = Duration.ofMillis(100);
    private static final int CAPACITY = 256;
    /** With what has to be told although it is full. */
    private static final int MOST = 1024;

    private final Workers workers;
    private final Contributor listener;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean telling;
    private boolean busy;
    private boolean closed;

    /**
     * Nothing has happened yet.
     *
     * @param who the listener, for people
     */
    public ListenerNotifications(String who, ClientDependencies around) {
        this.workers = around.workers();
        this.listener = around.contributors().join(who);
    }

    /** Whether so much waits to be told that no more events should be taken. */
    synchronized boolean isFull() {
        return waiting.size() >= CAPACITY;
    }

    /** Tells something when everything before it was told. */
    public synchronized void add(Runnable notice) {
        if (closed || waiting.size() >= MOST) {
            return;
        }
        waiting.add(notice);
        if (!telling) {
            telling = true;
            begin();
        }
    }

    /** Tells nothing more. */
    public synchronized void close() {
        closed = true;
        waiting.clear();
        listener.close();
    }

    private void begin() {
        listener.ask("news", () -> {
                    tell();
                    return this;
                })
                .exceptionally(failure -> {
                    goOnLater();
                    return this;
                });
    }

    private void beginLater() {
        try {
            workers.schedule(LATER, this::begin);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("{} hears nothing any more: the threads have stopped", listener.name());
        }
    }

    /** Whoever didn't begin, or hung, leaves something to tell. */
    private synchronized void goOnLater() {
        if (!busy && telling && !closed) {
            beginLater();
        }
    }

    private void tell() {
        for (Runnable notice = next(); notice != null; notice = next()) {
            Runnable current = notice;
            listener.get(
                    "news",
                    () -> {
                        current.run();
                        return current;
                    },
                    current);
        }
    }

    private synchronized Runnable next() {
        busy = !listener.isLeftOut();
        if (!busy) {
            goOnLater();
            return null;
        }
        Runnable notice = waiting.poll();
        telling = notice != null;
        busy = telling;
        return notice;
    }
}
