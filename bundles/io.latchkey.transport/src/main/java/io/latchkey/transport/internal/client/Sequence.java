// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.SerializedInvoker;

/**
 * What happens to one connection, one step after the other, on io threads: so its state needs no lock and its listener hears
 * things in order. A step never waits for another; one that is taken within another follows it.
 */
final class Sequence {
    private final Executor io;
    private final SerializedInvoker steps;

    /**
     * Begins empty.
     *
     * @param failed told what a step has thrown, within that step
     */
    Sequence(Executor io, Consumer<Throwable> failed) {
        this.io = io;
        this.steps = new SerializedInvoker(Sequence.class) {
            @Override
            protected void onError(Runnable step, Throwable failure) {
                failed.accept(failure);
            }
        };
    }

    /** Takes a step later, after all that were given before; here where the io threads have stopped. */
    void later(Runnable step) {
        Runnable first = steps.offer(step);
        if (first != null) {
            try {
                io.execute(first);
            } catch (RejectedExecutionException stopping) {
                first.run();
            }
        }
    }

    /** Takes a step on this io thread, or leaves it to the one that is taking steps now. */
    void now(Runnable step) {
        steps.run(step);
    }
}
