// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.testing.ManualWorkers;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException;
import io.latchkey.api.transport.ConnectionListener;
import io.latchkey.api.transport.Request;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.ArrayByteBufferPool;

/** A transport that connects, by a clock that the test moves, and writes down what it hears in the order of hearing. */
final class TestController implements ConnectionListener, AutoCloseable {
    static final InstanceName BRIDGE = new InstanceName("Blue Barn");
    static final Duration CONNECT_TIME = Duration.ofSeconds(5);
    static final Duration REQUEST_TIME = Duration.ofSeconds(10);
    static final int BODY_LIMIT = 500_000;

    final ManualWorkers time = new ManualWorkers();
    final ArrayByteBufferPool.Tracking buffers = new ArrayByteBufferPool.Tracking();
    final JettyTransport transport = new JettyTransport(time, buffers);
    final List<String> heard = new CopyOnWriteArrayList<>();

    static ConnectRequest wishes(InetSocketAddress address) {
        return new ConnectRequest(address, Optional.of(BRIDGE), CONNECT_TIME, REQUEST_TIME, BODY_LIMIT);
    }

    Connection connect(InetSocketAddress address) throws Exception {
        return soon(transport.connect(wishes(address), this));
    }

    /** A connection that is secured on both ends without having verified. */
    Connection secured(TestAccessory accessory) throws Exception {
        Connection connection = connect(accessory.address());
        connection.secure(TestBridge.KEYS);
        return connection;
    }

    /** Asks, and writes down the answer when it comes. */
    CompletionStage<Answer> ask(Connection connection, String target) {
        return ask(connection, Request.of("GET", target));
    }

    CompletionStage<Answer> ask(Connection connection, Request request) {
        return connection.send(request).whenComplete((answer, failure) -> {
            heard.add(answer == null ? "failed " + reason(failure) : "answer " + text(answer.body()));
        });
    }

    void awaitHeard(String... expected) {
        try {
            TestBridge.await("what should be heard", () -> heard.size() >= expected.length);
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + ", only " + heard);
        }
        if (!heard.equals(List.of(expected))) {
            throw new AssertionError("expected " + List.of(expected) + " but heard " + heard);
        }
    }

    static <T> T soon(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** Why a stage fails; it must do so soon. */
    static ConnectionException.Reason failure(CompletionStage<?> stage) throws InterruptedException, TimeoutException {
        try {
            throw new AssertionError(
                    "it succeeds: " + stage.toCompletableFuture().get(20, TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            return reason(failed.getCause());
        }
    }

    static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public void event(byte[] body) {
        heard.add("event " + text(body));
    }

    @Override
    public void closed(ConnectionException cause) {
        heard.add("closed " + cause.reason());
    }

    @Override
    public void close() {
        transport.stop();
    }

    private static ConnectionException.Reason reason(Throwable failure) {
        Throwable cause = failure instanceof ConnectionException ? failure : failure.getCause();
        return ((ConnectionException) cause).reason();
    }
}
