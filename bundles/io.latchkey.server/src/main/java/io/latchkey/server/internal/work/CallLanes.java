// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
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
 * At most 128 calls wait in a lane, 1024 of a contributor and 2048 in all; whoever offers more is refused at once.
 */
@Component(service = CallLanes.class)
public final class CallLanes {
    private static final Logger LOG = LoggerFactory.getLogger(CallLanes.class);
    private static final int THREADS = 8;
    private static final int BUSY_PER_LANE = 2;
    private static final int BUSY_PER_CONTRIBUTOR = 4;
    private static final int WAITING_PER_LANE = 128;
    private static final int WAITING_PER_CONTRIBUTOR = 1024;
    private static final int WAITING = 2048;
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;
    private final Deque<Call> waiting = new ArrayDeque<>();
    private final Map<Object, Integer> busy = new HashMap<>();
    private final Map<Object, Integer> waitingIn = new HashMap<>();

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

    /** A piece of foreign code, and whether it is still wanted when its turn comes. */
    public interface Call extends Runnable {
        /** Where it belongs. */
        Lane lane();

        /** Whether somebody still waits for it; says so at once. */
        boolean isWanted();
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
        try {
            if (call.isWanted()) {
                call.run();
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("An accessory of {} failed in a way it should not", call.lane(), e);
        } finally {
            synchronized (waiting) {
                count(busy, call.lane(), -1);
                count(busy, call.lane().contributor(), -1);
            }
            dispatch();
        }
    }

    private static void count(Map<Object, Integer> counts, Object key, int change) {
        counts.merge(key, change, Integer::sum);
        counts.remove(key, 0);
    }
}
