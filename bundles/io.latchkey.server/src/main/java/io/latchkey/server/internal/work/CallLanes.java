// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs foreign code that may block, on the few threads of {@code latchkey-call}. Each lane, an accessory, holds two of them
 * at most and each contributor four, so that one that hangs costs only its own answers. Nobody is interrupted: whoever
 * waits for a call keeps a deadline of his own, after which a call that has not begun does not begin and gives up its place.
 * A thread whose call takes its time is replaced by another until it is back, so that several that hang leave threads to the
 * others. At most 128 calls wait in a lane, 1024 of a contributor and 2048 in all; whoever offers more is refused at once.
 */
@Component(service = CallLanes.class)
public final class CallLanes {
    /** How many calls of one lane run at once. */
    public static final int BUSY_PER_LANE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(CallLanes.class);
    private static final int THREADS = 8;
    private static final int MOST_REPLACED = 56;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BUSY_PER_CONTRIBUTOR = 4;
    private static final int WAITING_PER_LANE = 128;
    private static final int WAITING_PER_CONTRIBUTOR = 1024;
    private static final int WAITING = 2048;
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;
    private final Deque<Call> waiting = new ArrayDeque<>();
    private final Map<Object, Integer> busy = new HashMap<>();
    private final Map<Object, Integer> waitingIn = new HashMap<>();
    private final CallWatch watch = new CallWatch();
    private final ContributorFailures failures = new ContributorFailures(System::nanoTime);
    private int replaced;

    /** Starts the family; threads come on demand. */
    @Activate
    public CallLanes() {
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING),
                new NamedThreads("latchkey-call"));
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Where a call belongs.
     *
     * @param contributor whose code it is
     * @param accessory within the contributor
     */
    public record Lane(Object contributor, Object accessory) {}

    /**
     * The name of a contributor that has joined, where a lane is one of its code; other contributors are providers.
     *
     * @param text what people are told
     */
    public record ContributorName(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A piece of foreign code, and whether it is still wanted when its turn comes. */
    public interface Call extends Runnable {
        /** Where it belongs. */
        Lane lane();

        /** Whether somebody still waits for it; says so at once. */
        boolean isWanted();

        /** How many looks of the watch it may last before people are told. */
        default int patience() {
            return CallWatch.looks(PATIENCE);
        }
    }

    /**
     * Takes a call.
     *
     * @return false when too many wait already, or this bundle has stopped
     */
    public boolean offer(Call call) {
        synchronized (waiting) {
            if (isFull(call.lane())) {
                waiting.removeIf(each -> !each.isWanted() && leave(each.lane()));
            }
            if (threads.isShutdown() || isFull(call.lane())) {
                return false;
            }
            waiting.add(call);
            count(waitingIn, call.lane(), 1);
            count(waitingIn, call.lane().contributor(), 1);
        }
        dispatch();
        return true;
    }

    /** Takes a piece of foreign code that is wanted whenever its turn comes; false as in {@link #offer(Call)}. */
    public boolean offer(Lane lane, Runnable foreign) {
        return offer(new Call() {
            @Override
            public Lane lane() {
                return lane;
            }

            @Override
            public boolean isWanted() {
                return true;
            }

            @Override
            public void run() {
                foreign.run();
            }
        });
    }

    /** Calls code of a contributor where the caller is, and watches it. */
    public <T> T inPlace(Lane lane, String what, Callable<T> foreign) throws Exception {
        RunningCall running = watch.begin(new NamedCaller(lane), what, CallWatch.looks(PATIENCE));
        try {
            return foreign.call();
        } finally {
            watch.end(running);
        }
    }

    /** Takes word of what code of a contributor threw. */
    public void failed(Lane lane, String call, Throwable failure) {
        failures.thrown(name(lane), call, failure);
    }

    /** A contributor has left. */
    public void left(Lane lane) {
        failures.forget(name(lane));
    }

    /** Knows which calls run. */
    CallWatch watch() {
        return watch;
    }

    /** What contributors did wrong of late. */
    ContributorFailures failures() {
        return failures;
    }

    /** Interrupts what runs; the bundle stops. */
    @Deactivate
    public void stop() {
        threads.shutdownNow();
    }

    private boolean isFull(Lane lane) {
        return waiting.size() >= WAITING
                || waitingIn.getOrDefault(lane, 0) >= WAITING_PER_LANE
                || waitingIn.getOrDefault(lane.contributor(), 0) >= WAITING_PER_CONTRIBUTOR;
    }

    private boolean leave(Lane lane) {
        count(waitingIn, lane, -1);
        count(waitingIn, lane.contributor(), -1);
        return true;
    }

    private void dispatch() {
        for (Optional<Call> next = take(); next.isPresent(); next = take()) {
            Call call = next.get();
            try {
                threads.execute(() -> run(call));
            } catch (RejectedExecutionException stopped) {
                LOG.debug("A call to {} came while the bundle stopped", call.lane());
                return;
            }
        }
    }

    private Optional<Call> take() {
        synchronized (waiting) {
            if (threads.isShutdown()) {
                return Optional.empty();
            }
            for (Iterator<Call> calls = waiting.iterator(); calls.hasNext(); ) {
                Call call = calls.next();
                Lane lane = call.lane();
                if (busyWith(lane) < BUSY_PER_LANE && busyWith(lane.contributor()) < BUSY_PER_CONTRIBUTOR) {
                    calls.remove();
                    leave(lane);
                    count(busy, lane, 1);
                    count(busy, lane.contributor(), 1);
                    return Optional.of(call);
                }
            }
            return Optional.empty();
        }
    }

    private int busyWith(Object key) {
        return busy.getOrDefault(key, 0);
    }

    private void run(Call call) {
        Turn turn = new Turn(call.lane());
        RunningCall running = watch.begin(turn, "a call", call.patience());
        try {
            if (call.isWanted()) {
                call.run();
            }
        } catch (Throwable failure) {
            failed(call.lane(), "a call", failure);
        } finally {
            watch.end(running);
            turn.end();
            dispatch();
        }
    }

    private synchronized void replace(int more) {
        replaced += more;
        int threadsNow = THREADS + Math.min(replaced, MOST_REPLACED);
        if (more > 0) {
            threads.setMaximumPoolSize(threadsNow);
            threads.setCorePoolSize(threadsNow);
        } else {
            threads.setCorePoolSize(threadsNow);
            threads.setMaximumPoolSize(threadsNow);
        }
    }

    private static String name(Lane lane) {
        return lane.contributor() instanceof ContributorName known
                ? known.text()
                : "accessory provider " + lane.contributor();
    }

    /** Tells people of calls of a lane that don't return. */
    private class NamedCaller implements RunningCall.Caller {
        final Lane lane;

        NamedCaller(Lane lane) {
            this.lane = lane;
        }

        @Override
        public Object contributor() {
            return lane.contributor();
        }

        @Override
        public void overdue(RunningCall call) {
            failures.overdue(name(lane), call.what(), PATIENCE);
        }

        @Override
        public void returned(RunningCall call) {
            failures.returned(name(lane), call.what());
        }
    }

    /** The time that a call has a thread and counts for its lane; not for the lane once another contributor holds it up. */
    private final class Turn extends NamedCaller {
        private boolean isReplaced;
        private boolean isEnded;
        private boolean hasLeft;

        Turn(Lane lane) {
            super(lane);
        }

        @Override
        public synchronized void slow() {
            if (!isReplaced && !isEnded) {
                isReplaced = true;
                replace(1);
            }
        }

        @Override
        public void heldUp() {
            leaveLane();
            dispatch();
        }

        synchronized void end() {
            isEnded = true;
            if (isReplaced) {
                replace(-1);
            }
            leaveLane();
        }

        private synchronized void leaveLane() {
            if (!hasLeft) {
                hasLeft = true;
                synchronized (waiting) {
                    count(busy, lane, -1);
                    count(busy, lane.contributor(), -1);
                }
            }
        }
    }

    private static void count(Map<Object, Integer> counts, Object key, int change) {
        counts.merge(key, change, Integer::sum);
        counts.remove(key, 0);
    }
}
