// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.access;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.model.HapStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Waits for the results of all entries of one request, but no longer than its deadline: what has not come by then has timed
 * out, and what comes later is dropped. Safe for all threads; the last result, or the timer, carries the answer on.
 */
final class RequestResults {
    /** From when on somebody takes long. */
    static final Duration SLOW = Duration.ofSeconds(3);

    private final Result[] results;
    private final Runnable[] untilThere;
    private final Consumer<List<Result>> whenComplete;
    private final Workers workers;
    private final Duration patience;
    private final IntConsumer whenSlow;
    private final long begunAt;
    private Optional<Future<?>> deadline = Optional.empty();
    private int missing;

    RequestResults(int size, Workers workers, Duration patience, Consumer<List<Result>> whenComplete) {
        this(size, workers, patience, whenComplete, slow -> {});
    }

    /**
     * Begins to wait.
     *
     * @param whenSlow gets the index of each entry whose result has taken {@link #SLOW} or longer, also that it hasn't come
     */
    RequestResults(
            int size, Workers workers, Duration patience, Consumer<List<Result>> whenComplete, IntConsumer whenSlow) {
        this.results = new Result[size];
        this.untilThere = new Runnable[size];
        this.missing = size + 1;
        this.whenComplete = whenComplete;
        this.workers = workers;
        this.patience = patience;
        this.whenSlow = whenSlow;
        this.begunAt = workers.nanoTime();
    }

    /** Notes the result of one entry, if it is the first one. */
    void put(int index, Result result) {
        synchronized (this) {
            if (results[index] != null) {
                return;
            }
            results[index] = result;
        }
        if (workers.nanoTime() - begunAt >= SLOW.toNanos()) {
            whenSlow.accept(index);
        }
        countDown();
    }

    /**
     * Lets an entry wait for somebody to be there at all: should nobody come in time, nobody could be reached.
     *
     * @param inVain runs if nobody came in time
     * @param begin begins to wait, gives what ends that, and may have {@link #hasSomebody} called at once
     */
    void waitsForSomebody(int index, Runnable inVain, Supplier<Runnable> begin) {
        AtomicReference<Runnable> end = new AtomicReference<>(() -> {});
        synchronized (this) {
            untilThere[index] = () -> {
                end.get().run();
                inVain.run();
            };
        }
        end.set(begin.get());
    }

    /** Says that somebody is there now, who may take his time. */
    synchronized void hasSomebody(int index) {
        untilThere[index] = null;
    }

    /** Says that all entries are under way; the results are not handed out before. Where all are there it waits for none. */
    void begun() {
        synchronized (this) {
            if (missing > 1) {
                deadline = Optional.of(workers.schedule(patience, this::expire));
            }
        }
        countDown();
    }

    /** Whether the result of an entry would still count. */
    synchronized boolean isWaitingFor(int index) {
        return results[index] == null;
    }

    private void countDown() {
        List<Result> all;
        Optional<Future<?>> timer;
        synchronized (this) {
            missing--;
            if (missing > 0) {
                return;
            }
            all = List.of(results);
            timer = deadline;
        }
        timer.ifPresent(running -> running.cancel(false));
        whenComplete.accept(all);
    }

    private void expire() {
        List<Integer> late = new ArrayList<>();
        synchronized (this) {
            for (int i = 0; i < results.length; i++) {
                if (results[i] == null) {
                    late.add(i);
                }
            }
        }
        late.forEach(this::giveUp);
    }

    private void giveUp(int index) {
        Runnable ended;
        synchronized (this) {
            ended = untilThere[index];
        }
        put(index, Result.failed(ended == null ? HapStatus.TIMED_OUT : HapStatus.UNABLE_TO_COMMUNICATE));
        if (ended != null) {
            ended.run();
        }
    }
}
