// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long bridges that end may hold up the framework, which stops one after the other and waits for each: each of them for
 * {@link #EACH} at most, and all that end about the same time for {@link #ALL}. What hasn't left by then is ended by force.
 * Safe for all threads; only {@link #await} waits.
 */
@Component(service = BridgeStops.class)
public final class BridgeStops {
    /** The longest wait for one. */
    static final Duration EACH = Duration.ofSeconds(3);
    /** The longest wait for all that end together. */
    static final Duration ALL = Duration.ofSeconds(4);

    private static final Logger LOG = LoggerFactory.getLogger(BridgeStops.class);
    /** Who ends later than this doesn't end together with the others. */
    private static final Duration TOGETHER = Duration.ofSeconds(20);

    private long begunAt = System.nanoTime() - TOGETHER.toNanos();

    /** Waits until a bridge has left, or has had its time. */
    void await(CompletableFuture<Void> left) {
        try {
            left.get(remaining(System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("A bridge is stopped by force: its record or an answer has not left in time");
        }
    }

    private synchronized long remaining(long now) {
        if (now - begunAt >= TOGETHER.toNanos()) {
            begunAt = now;
        }
        long ofAll = ALL.toNanos() - (now - begunAt);
        return Math.max(0, Math.min(EACH.toNanos(), ofAll));
    }
}
