// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.extension;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The calls of one extension for one bridge, and the tasks that it has given, one after the other on threads for foreign
 * code. One that can't begin, because the extension is left out or the threads have too much to do, is tried again after
 * {@link #RETRY}; one that has begun counts as done whatever it throws. At most {@link #MOST} wait. Safe for all threads.
 */
final class ExtensionCalls {
    static final int MOST = 4096;
    static final Duration RETRY = Duration.ofSeconds(1);

    private final Contributor contributor;
    private final Workers workers;
    private final Deque<Call> waiting = new ArrayDeque<>();
    private boolean isRunning;
    private boolean isClosed;

    private record Call(String name, Runnable code) {}

    ExtensionCalls(Contributor contributor, Workers workers) {
        this.contributor = contributor;
        this.workers = workers;
    }

    /**
     * Takes a call.
     *
     * @param name for people
     * @return false when too many wait; true also after {@link #close}, when nothing is called any more
     */
    boolean add(String name, Runnable code) {
        synchronized (this) {
            if (isClosed) {
                return true;
            }
            if (waiting.size() >= MOST) {
                return false;
            }
            waiting.add(new Call(name, code));
        }
        next();
        return true;
    }

    /** Takes a call, unless one of that name waits, which does for both. */
    void addOnce(String name, Runnable code) {
        synchronized (this) {
            if (waiting.stream().anyMatch(each -> each.name().equals(name))) {
                return;
            }
        }
        if (!add(name, code)) {
            later(() -> addOnce(name, code));
        }
    }

    /** Calls nothing more. */
    synchronized void close() {
        isClosed = true;
        waiting.clear();
    }

    /** Has a task done after {@link #RETRY}, on the timer's thread. */
    void later(Runnable task) {
        try {
            workers.schedule(RETRY, task);
        } catch (RejectedExecutionException stopping) {
            close();
        }
    }

    private void next() {
        Call call;
        synchronized (this) {
            if (isRunning || waiting.isEmpty()) {
                return;
            }
            isRunning = true;
            call = waiting.poll();
        }
        AtomicBoolean begun = new AtomicBoolean();
        contributor.ask(call.name(), () -> run(call, begun)).whenComplete((done, failure) -> {
            if (begun.compareAndSet(false, true)) {
                postpone(call);
            }
        });
    }

    private Call run(Call call, AtomicBoolean begun) {
        if (begun.compareAndSet(false, true)) {
            try {
                call.code().run();
            } finally {
                ended();
            }
        }
        return call;
    }

    private void postpone(Call call) {
        synchronized (this) {
            if (!isClosed) {
                waiting.addFirst(call);
            }
        }
        later(this::ended);
    }

    private void ended() {
        synchronized (this) {
            isRunning = false;
        }
        next();
    }
}
