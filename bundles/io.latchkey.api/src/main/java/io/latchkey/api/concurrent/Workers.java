// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The thread families that every bundle shares: {@code latchkey-work} for what takes time, {@code latchkey-disk} for what
 * waits for the disk and {@code latchkey-timer} for what happens later.
 *
 * <p>Bundle {@code server} owns the threads and publishes this service; nobody else creates threads for such work.
 * A task must end by itself: nothing here interrupts it except the end of the owning bundle.
 */
@ProviderType
public interface Workers {

    /**
     * The work executor: two threads and a bounded queue, for signatures, key exchanges and composing;
     * what it runs never waits for the disk.
     *
     * @return an executor that throws {@link RejectedExecutionException} when its queue is full, which the caller turns
     *     into a busy answer
     */
    Executor work();

    /**
     * The disk executor: one thread and a bounded queue, for everything that calls the store; tasks run in the order in
     * which they were given. What it runs holds no lock that other threads want.
     *
     * @return an executor that throws {@link RejectedExecutionException} when its queue is full
     */
    Executor disk();

    /**
     * Runs a short task later, on the single timer thread.
     *
     * @param delay how long from now; zero or less means as soon as possible
     * @param task what to run; it must neither block nor call a host or a contributor, which {@link Contributors} is for
     * @return the pending task; cancelling it never interrupts a run that has begun
     * @throws RejectedExecutionException when the bundle that owns the threads has stopped
     */
    Future<?> schedule(Duration delay, Runnable task);

    /**
     * The clock that {@link #schedule} runs by.
     *
     * @return nanoseconds from an arbitrary origin, as {@link System#nanoTime()}
     */
    long nanoTime();
}
