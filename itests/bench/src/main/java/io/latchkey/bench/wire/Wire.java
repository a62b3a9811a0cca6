// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.wire;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.Connection;
import io.latchkey.transport.internal.JettyTransport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The wire of the controller's side, with threads of its own: everything that loads a bridge goes over it. */
public final class Wire implements AutoCloseable {
    /** The name of every bridge that is measured. */
    public static final InstanceName BRIDGE = new InstanceName("Bench Bridge");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BODY_LIMIT = 16 * 1024 * 1024;

    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(2);
    private final JettyTransport transport = new JettyTransport(new OwnWorkers());

    /** Time-outs that were not needed are forgotten at once: a minute of them would be most of the load's heap. */
    public Wire() {
        threads.setRemoveOnCancelPolicy(true);
    }

    /** Connects. */
    public BenchConnection connect(InetSocketAddress address) {
        BenchConnection line = new BenchConnection();
        ConnectRequest request = new ConnectRequest(address, Optional.of(BRIDGE), PATIENCE, PATIENCE, BODY_LIMIT);
        Connection connection = await(transport.connect(request, line));
        line.connected(connection);
        return line;
    }

    /** Waits for a stage. */
    public static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the accessory does not answer", e);
        }
    }

    @Override
    public void close() {
        transport.stop();
        threads.shutdownNow();
    }

    private final class OwnWorkers implements Workers {
        @Override
        public Executor disk() {
            return home();
        }

        @Override
        public Executor crypto() {
            return home();
        }

        @Override
        public Executor mdns() {
            return home();
        }

        @Override
        public Executor home() {
            return threads;
        }

        @Override
        public Future<?> schedule(Duration delay, Runnable task) {
            return threads.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    }
}
