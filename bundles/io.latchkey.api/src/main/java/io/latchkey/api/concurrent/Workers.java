// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The thread families that every bundle shares, divided by what they wait for, so that what waits in one of them holds up
 * nothing in another. Code of others, which may wait for anything, is called by {@link Contributors}; sockets belong to
 * bundle {@code transport}.
 *
 * <p>Bundle {@code server} owns the threads and publishes this service; nobody else creates threads for such work.
 * A task must end by itself: nothing here interrupts it except the end of the owning bundle. Each executor throws a
 * {@link RejectedExecutionException} when its queue is full, which the caller turns into a busy answer or into another
 * try later.
 */
@ProviderType
public interface Workers {

    /**
     * {@code latchkey-crypto}: two threads and a bounded queue, for signatures, key exchanges and setup codes. What they
     * run only computes and waits for nothing: a controller that comes back to its bridge is verified here.
     */
    Executor crypto();

    /**
     * {@code latchkey-disk}: one thread and a bounded queue, for everything that calls the store; tasks run in the order in
     * which they were given. What it runs holds no lock that other threads want.
     */
    Executor disk();

    /**
     * {@code latchkey-home}: two threads and a bounded queue, for what bridges do to themselves and for composing their
     * homes. Whoever needs an order keeps a queue of his own in front of them. What they run waits neither for the disk
     * nor for the network.
     */
    Executor home();

    /**
     * {@code latchkey-mdns}: one thread and a bounded queue, for every call of JmDNS, which may take seconds. What it runs
     * holds no lock that other threads want.
     */
    Executor mdns();

    /**
     * Runs a short task later, on the single thread {@code latchkey-timer}.
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
