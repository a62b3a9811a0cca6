// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writes of controllers to one service: done in the order in which they came, whichever thread has time for them. Each
 * is answered, whatever becomes of it: one that is too late isn't sent, and one that fails takes no other along. Of very
 * many that wait the oldest is refused. Safe for all threads.
 */
final class WriteQueue {
    /** A write whose turn comes later than this was answered long ago: a door must not move then. */
    static final Duration LATEST = Duration.ofSeconds(5);

    static final int MOST = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(WriteQueue.class);

    private final Contributor contributor;
    private final LongSupplier nanoTime;
    private final Consumer<Supplier<List<Runnable>>> tasks;
    private final Deque<PendingWrite> waiting = new ArrayDeque<>();
    private volatile boolean isClosed;

    /**
     * Begins without writes.
     *
     * @param contributor whose functions the writes call
     * @param tasks does what it is given when nothing else happens to the service, or leaves it to the thread that is at it;
     *     sends afterwards what that gives
     */
    WriteQueue(Contributor contributor, LongSupplier nanoTime, Consumer<Supplier<List<Runnable>>> tasks) {
        this.contributor = contributor;
        this.nanoTime = nanoTime;
        this.tasks = tasks;
    }

    /**
     * Has a write done on a thread for foreign code; returns at once.
     *
     * @param call the function of the contributor, for people
     * @param answer fails when the write does, or has no turn in time
     * @param task gives what is to be sent
     */
    void add(String call, CompletableFuture<Value> answer, Supplier<List<Runnable>> task) {
        PendingWrite write = new PendingWrite(answer, task, nanoTime.getAsLong());
        append(write);
        contributor
                .ask(call, () -> {
                    tasks.accept(this::taken);
                    return this;
                })
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        remove(write);
                        WriteAnswers.end(answer, Value.NULL, failure);
                    }
                });
    }

    /** What waits, and what comes later, is refused. */
    void close() {
        isClosed = true;
    }

    private void append(PendingWrite write) {
        PendingWrite oldest = null;
        synchronized (waiting) {
            waiting.add(write);
            if (waiting.size() > MOST) {
                oldest = waiting.remove();
            }
        }
        if (oldest != null) {
            oldest.fails("too many writes wait");
        }
    }

    private void remove(PendingWrite write) {
        synchronized (waiting) {
            waiting.remove(write);
        }
    }

    private PendingWrite next() {
        synchronized (waiting) {
            return waiting.poll();
        }
    }

    /** Takes all writes that wait: the thread of an earlier one may come later than that of a later one. */
    private List<Runnable> taken() {
        List<Runnable> commands = new ArrayList<>();
        for (PendingWrite write = next(); write != null; write = next()) {
            commands.addAll(write.taken());
        }
        return commands;
    }

    /** A write that has no answer yet. */
    private final class PendingWrite {
        private final CompletableFuture<Value> answer;
        private final Supplier<List<Runnable>> task;
        private final long at;

        PendingWrite(CompletableFuture<Value> answer, Supplier<List<Runnable>> task, long at) {
            this.answer = answer;
            this.task = task;
            this.at = at;
        }

        List<Runnable> taken() {
            List<Runnable> commands = new ArrayList<>();
            guarded(() -> task.get().forEach(each -> commands.add(() -> guarded(each))));
            return commands;
        }

        /** Does a part of it, unless it was answered meanwhile or is too late. */
        private void guarded(Runnable part) {
            if (isOver()) {
                return;
            }
            try {
                part.run();
            } catch (ContributorException told) {
                WriteAnswers.end(answer, Value.NULL, told);
            } catch (Throwable failure) {
                LOG.error("A write failed in a way it should not", failure);
                answer.completeExceptionally(
                        new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "the write failed: " + failure));
            }
        }

        private boolean isOver() {
            if (isClosed) {
                answer.completeExceptionally(
                        new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "the accessory has been replaced"));
            } else if (nanoTime.getAsLong() - at > LATEST.toNanos()) {
                fails("its turn came after " + LATEST.toSeconds() + " seconds");
            }
            return answer.isDone();
        }

        void fails(String why) {
            answer.completeExceptionally(new HapStatusException(HapStatus.TIMED_OUT, "the write isn't done: " + why));
        }
    }
}
