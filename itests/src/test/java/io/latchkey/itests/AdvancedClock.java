// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.BundleContext;

/**
 * The clock of all bundles in a framework: goes like that of the computer, and can be put forward. Stands in the place of
 * the {@link Workers} that bundle {@code server} publishes, while they are published; work and timers run on its threads.
 * What the clock passes over happens then, in the order in which it was due.
 */
final class AdvancedClock {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int WORK_THREADS = 2;

    private final AtomicLong ahead = new AtomicLong();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private volatile Shifted workers;

    /** What a bundle has asked for at a later time. */
    private final class Timer extends FutureTask<Void> {
        private final Shifted owner;
        private final long due;
        private Future<?> armed;

        Timer(Shifted owner, Runnable task, long due) {
            super(task, null);
            this.owner = owner;
            this.due = due;
        }

        synchronized void arm() {
            if (armed != null) {
                armed.cancel(false);
            }
            armed = owner.real.schedule(Duration.ofNanos(due - owner.nanoTime()), this);
        }

        @Override
        protected void setException(Throwable failure) {
            faults.add(failure);
            super.setException(failure);
        }

        @Override
        protected void done() {
            owner.timers.remove(this);
        }
    }

    private final class Shifted implements Workers {
        private final Workers real;
        private final Set<Timer> timers = ConcurrentHashMap.newKeySet();

        Shifted(Workers real) {
            this.real = real;
        }

        @Override
        public Executor crypto() {
            return real.crypto();
        }

        @Override
        public Executor mdns() {
            return real.mdns();
        }

        @Override
        public Executor home() {
            return real.home();
        }

        @Override
        public Executor disk() {
            return real.disk();
        }

        @Override
        public Future<?> schedule(Duration delay, Runnable task) {
            Timer timer = new Timer(this, task, nanoTime() + Math.max(0, delay.toNanos()));
            timers.add(timer);
            timer.arm();
            return timer;
        }

        @Override
        public long nanoTime() {
            return real.nanoTime() + ahead.get();
        }

        void rearm() {
            timers.stream().sorted(Comparator.comparingLong(timer -> timer.due)).forEach(Timer::arm);
        }

        boolean isQuiet() {
            return timers.stream().noneMatch(timer -> timer.due <= nanoTime());
        }
    }

    /** To be called before the bundles start. */
    void reign(BundleContext system) {
        new ReplacedService<>(system, Workers.class, real -> {
            workers = new Shifted(real);
            return workers;
        });
    }

    /** Puts it forward, and returns when what was due then has been done. */
    void advance(Duration time) {
        ahead.addAndGet(time.toNanos());
        Shifted now = workers;
        now.rearm();
        Eventually.until(PATIENCE, "what was due", now::isQuiet);
        settle();
    }

    /** Returns when what waited or ran at this moment has been done, on the disk's thread too. */
    private void settle() {
        passThrough(workers.home(), WORK_THREADS);
        passThrough(workers.disk(), 1);
        passThrough(workers.home(), WORK_THREADS);
    }

    private static void passThrough(Executor executor, int threads) {
        CountDownLatch done = new CountDownLatch(threads);
        for (int thread = 0; thread < threads; thread++) {
            executor.execute(() -> {
                done.countDown();
                Eventually.until(PATIENCE, "work", () -> done.await(1, TimeUnit.MILLISECONDS));
            });
        }
        Eventually.until(PATIENCE, "work", () -> done.await(1, TimeUnit.MILLISECONDS));
    }

    /** What timers have thrown: nothing of ours may. */
    List<Throwable> faults() {
        return faults;
    }
}
