// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Knows which foreign code runs on which thread, and tells those who called it what doesn't return. Of calls within calls the
 * innermost is to blame. Looks only while something runs; costs a caller a few dozen nanoseconds. Safe for all threads.
 */
final class CallWatch {
    /** The time between two looks. */
    static final Duration LOOK = Duration.ofMillis(500);
    /** How many looks make a call slow. */
    static final int SLOW = 2;

    private final ConcurrentMap<Thread, RunningCall> running = new ConcurrentHashMap<>();
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private volatile Runnable lookSoon = () -> isLooking.set(false);

    /** How many looks a call may last that has this much time. */
    static int looks(Duration time) {
        return (int) (time.toMillis() / LOOK.toMillis());
    }

    /** Has itself be called back by {@link #look} after {@link #LOOK}; before this nobody looks. */
    void start(Runnable soon) {
        lookSoon = soon;
        isLooking.set(false);
        lookAgain();
    }

    RunningCall begin(RunningCall.Caller caller, String what, int patience) {
        Thread thread = Thread.currentThread();
        RunningCall call = new RunningCall(caller, what, patience, Optional.ofNullable(running.get(thread)));
        running.put(thread, call);
        if (!isLooking.get() && isLooking.compareAndSet(false, true)) {
            lookSoon.run();
        }
        return call;
    }

    void end(RunningCall call) {
        Thread thread = Thread.currentThread();
        call.outer().ifPresentOrElse(outer -> running.put(thread, outer), () -> running.remove(thread));
        call.end();
    }

    /** Looks once. */
    void look() {
        running.values().forEach(RunningCall::age);
        isLooking.set(false);
        lookAgain();
    }

    private void lookAgain() {
        if (!running.isEmpty() && isLooking.compareAndSet(false, true)) {
            lookSoon.run();
        }
    }

    /** How many threads are in foreign code. */
    int threads() {
        return running.size();
    }
}
