// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.server.internal.work.CallLanes.ContributorName;
import io.latchkey.server.internal.work.CallLanes.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** A contributor that is there: guards its calls and leaves it out while one of them doesn't return. Safe for all threads. */
final class JoinedContributor implements Contributor, RunningCall.Caller {
    /** How long a call may take. */
    static final Duration PATIENCE = Duration.ofSeconds(3);
    /** How long it stays left out after it has returned; twice as long each time, up to {@link #LONGEST_REST}. */
    static final Duration REST = Duration.ofSeconds(5);

    static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final String name;
    private final Workers workers;
    private final CallLanes lanes;
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private int overdue;
    private int rests;
    private Duration rest = REST;
    private volatile boolean isLeftOut;
    private volatile boolean isClosed;

    JoinedContributor(String name, Workers workers, CallLanes lanes) {
        this.name = name;
        this.workers = workers;
        this.lanes = lanes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public <T> T get(String call, Supplier<T> code, T otherwise) {
        try {
            return require(call, code);
        } catch (ContributorException told) {
            return otherwise;
        }
    }

    @Override
    public <T> T require(String call, Supplier<T> code) {
        return call(call, PATIENCE, code);
    }

    private <T> T call(String call, Duration patience, Supplier<T> code) {
        if (isLeftOut || isClosed) {
            throw new ContributorException(name + (isClosed ? " has left" : " hangs and is left out"), null);
        }
        RunningCall running = lanes.watch().begin(this, call, CallWatch.looks(patience));
        try {
            return Objects.requireNonNull(code.get(), "it gives null");
        } catch (ContributorException inner) {
            throw inner;
        } catch (Throwable failure) {
            if (!isClosed) {
                lanes.failures().thrown(name, call, failure);
            }
            throw new ContributorException(name + " fails in " + call + ": " + kind(failure), failure);
        } finally {
            lanes.watch().end(running);
        }
    }

    @Override
    public <T> CompletionStage<T> ask(String call, Supplier<T> code) {
        return ask(call, PATIENCE, code);
    }

    @Override
    public <T> CompletionStage<T> ask(String call, Duration patience, Supplier<T> code) {
        Answer<T> answer = new Answer<>(call, patience, code);
        if (isLeftOut) {
            answer.fails("hangs and is left out");
        } else if (lanes.offer(answer)) {
            giveUpLater(answer);
        } else {
            answer.fails("has too much to do");
        }
        return answer.result;
    }

    private void giveUpLater(Answer<?> answer) {
        if (answer.result.isDone()) {
            return;
        }
        try {
            Future<?> deadline = workers.schedule(answer.patience, () -> answer.fails("hasn't answered in time"));
            answer.result.whenComplete((value, failure) -> deadline.cancel(false));
        } catch (RejectedExecutionException stopping) {
            answer.fails("isn't called any more");
        }
    }

    @Override
    public boolean isLeftOut() {
        return isLeftOut;
    }

    @Override
    public void onChange(Runnable action) {
        actions.add(action);
    }

    @Override
    public void close() {
        isClosed = true;
        actions.clear();
        lanes.failures().forget(name);
    }

    @Override
    public Object contributor() {
        return new ContributorName(name);
    }

    @Override
    public void overdue(RunningCall call) {
        if (!isClosed) {
            lanes.failures().overdue(name, call.what(), call.patience());
        }
        synchronized (this) {
            overdue++;
            isLeftOut = true;
        }
        actions.forEach(Runnable::run);
    }

    @Override
    public void returned(RunningCall call) {
        lanes.failures().returned(name, call.what());
        synchronized (this) {
            overdue--;
            if (overdue > 0 || isClosed) {
                return;
            }
            rests++;
            int current = rests;
            try {
                workers.schedule(rest, () -> rested(current));
            } catch (RejectedExecutionException stopping) {
                return;
            }
            rest = rest.multipliedBy(2).compareTo(LONGEST_REST) < 0 ? rest.multipliedBy(2) : LONGEST_REST;
        }
    }

    private void rested(int which) {
        synchronized (this) {
            if (overdue > 0 || which != rests) {
                return;
            }
            isLeftOut = false;
        }
        actions.forEach(Runnable::run);
    }

    private static String kind(Throwable failure) {
        return failure.getClass().getName();
    }

    @Override
    public String toString() {
        return name;
    }

    /** What was asked and not answered yet. */
    private final class Answer<T> implements CallLanes.Call {
        private final String call;
        private final Duration patience;
        private final Supplier<T> code;
        private final CompletableFuture<T> result = new CompletableFuture<>();

        Answer(String call, Duration patience, Supplier<T> code) {
            this.call = call;
            this.patience = patience;
            this.code = code;
        }

        void fails(String why) {
            result.completeExceptionally(new ContributorException(name + " " + why, null));
        }

        @Override
        public Lane lane() {
            return new Lane(contributor(), this);
        }

        @Override
        public boolean isWanted() {
            return !result.isDone() && !isClosed;
        }

        @Override
        public void run() {
            try {
                result.complete(call(call, patience, code));
            } catch (ContributorException failure) {
                result.completeExceptionally(failure);
            }
        }
    }
}
