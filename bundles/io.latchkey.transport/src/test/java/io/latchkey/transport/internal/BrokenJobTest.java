// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpChannelState;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where HTTP fails on an io thread the connection ends, and the log has nothing that strangers could repeat at will. */
class BrokenJobTest {
    private final PrintStream console = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final ByteArrayEndPoint wire = new ByteArrayEndPoint();
    private final IoThreads threads = new IoThreads();

    @BeforeEach
    void listen() throws Exception {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        threads.start();
    }

    @AfterEach
    void restore() throws Exception {
        threads.stop();
        System.setErr(console);
        console.print(log.toString(StandardCharsets.UTF_8));
    }

    /** An HTTP connection that can't go on, at once or as a job. */
    private static final class Broken extends AbstractConnection implements Runnable {
        private final Throwable failure;

        Broken(ByteArrayEndPoint wire, Throwable failure) {
            super(wire, Runnable::run);
            this.failure = failure;
        }

        @Override
        public void onFillable() {
            run();
        }

        @Override
        public void run() {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }

    @Test
    void aJobOfHttpThatFailsEndsItsConnection() {
        for (Throwable failure :
                List.of(new IllegalStateException("channel already completed"), new AssertionError())) {
            ByteArrayEndPoint own = new ByteArrayEndPoint();
            threads.execute(new Broken(own, failure));
            TestBridge.await("the end of the connection", () -> !own.isOpen());
        }
        assertFalse(log.toString(StandardCharsets.UTF_8).contains("WARN"));
    }

    @Test
    void aRefusalThatComesTooLateIsNoNews() {
        assertThrows(IllegalStateException.class, refusal()::run, "it fails, or this proves nothing");
        threads.execute(refusal());
        TestBridge.await("its end", () -> threads.getBusyThreads() == 0);
        assertFalse(log.toString(StandardCharsets.UTF_8).contains("WARN"));
    }

    /** Jetty's own job for a message that it refuses, whose stream comes to its end before it runs. */
    private static Runnable refusal() {
        HttpChannelState channel = new HttpChannelState(answering(
                ConnectionMetaData.class,
                Map.of(
                        "getConnector",
                        new ServerConnector(new Server()),
                        "getHttpConfiguration",
                        new HttpConfiguration())));
        channel.setHttpStream(answering(HttpStream.class, Map.of("getId", "1", "consumeAvailable", Optional.empty())));
        return channel.onFailure(new IOException("no header"));
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new IllegalStateException("the end: " + method.getName());
                    }
                    return answer.equals(Optional.empty()) ? null : answer;
                }));
    }

    @Test
    void anotherJobThatFailsIsToldAndEndsNoThread() throws Exception {
        CountDownLatch others = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            threads.execute(() -> {
                others.countDown();
                throw new IllegalStateException("broken");
            });
        }
        assertTrue(others.await(10, TimeUnit.SECONDS));
        TestBridge.await(
                "the warning", () -> log.toString(StandardCharsets.UTF_8).contains("WARN"));
    }

    @Test
    void aConnectionWhoseHttpFailsEnds() throws Exception {
        try (TestBridge bridge = new TestBridge()) {
            HapConnection connection = new HapConnection(wire, (HapListener) bridge.listener);
            Broken http = new Broken(wire, new IllegalStateException("channel already completed"));
            connection.decrypted().setConnection(http);
            connection.decrypted().fillInterested(Callback.from(http::onFillable, failure -> {}));
            connection.onFillable();
            assertFalse(wire.isOpen());
            assertFalse(log.toString(StandardCharsets.UTF_8).contains("WARN"));
        }
    }
}
