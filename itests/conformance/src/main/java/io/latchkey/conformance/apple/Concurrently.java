// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Several devices at once, each on a thread of its own; what one of them finds fails the test. */
final class Concurrently implements AutoCloseable {
    private static final int PATIENCE_MINUTES = 90;

    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "apple-device-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    /** Begins something beside what the caller does. */
    <T> Future<T> begin(Callable<T> task) {
        return threads.submit(task);
    }

    /** Begins all at once and waits for each. */
    <T> List<T> all(List<? extends Callable<T>> tasks) {
        List<Future<T>> begun = new ArrayList<>();
        tasks.forEach(task -> begun.add(begin(task)));
        return begun.stream().map(Concurrently::result).toList();
    }

    /** What came of it. */
    static <T> T result(Future<T> begun) {
        try {
            return begun.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AssertionError error) {
                throw error;
            }
            if (failed.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new AssertionError(failed.getCause().toString(), failed.getCause());
        } catch (TimeoutException late) {
            throw new AssertionError("a device isn't done after " + PATIENCE_MINUTES + " minutes", late);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new AssertionError(ended);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
