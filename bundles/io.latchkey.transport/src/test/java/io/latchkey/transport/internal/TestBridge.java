// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.testing.ManualWorkers;
import io.latchkey.api.transport.Event;
import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.Session;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.api.transport.SessionLimits;
import io.latchkey.api.transport.SessionListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.io.ArrayByteBufferPool;

/** A transport on loopback, whose clock, buffers and sessions a test looks at; its routes are those of {@link TestHandler}. */
final class TestBridge implements SessionListener, AutoCloseable {
    static final SessionKeys KEYS = new SessionKeys(filled(1), filled(2));
    static final ControllerId CONTROLLER = new ControllerId("controller");

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    final ManualWorkers time = new ManualWorkers();
    final ArrayByteBufferPool.Tracking buffers = new ArrayByteBufferPool.Tracking();
    final TestHandler handler = new TestHandler();
    final BlockingQueue<Exchange> waiting = handler.waiting;
    final List<String> heads = handler.heads;
    final List<Session> opened = new CopyOnWriteArrayList<>();
    final List<Session> secured = new CopyOnWriteArrayList<>();
    final List<Session> closed = new CopyOnWriteArrayList<>();
    final JettyTransport transport;
    final Listener listener;

    TestBridge() throws IOException {
        this(64);
    }

    TestBridge(int maximumSessions) throws IOException {
        this(maximumSessions, null);
    }

    TestBridge(SessionLimits limits) throws IOException {
        this(limits, null);
    }

    TestBridge(int maximumSessions, Workers workers) throws IOException {
        this(new SessionLimits(maximumSessions, maximumSessions, maximumSessions), workers);
    }

    private TestBridge(SessionLimits limits, Workers workers) throws IOException {
        transport = new JettyTransport(workers == null ? time : workers, buffers);
        listener = transport.listen(wishes(limits, Duration.ofSeconds(1), true), handler, this);
    }

    static ListenRequest wishes(SessionLimits limits, Duration coalescing, boolean prompt) {
        return new ListenRequest(
                "test",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                limits,
                coalescing,
                prompt,
                TestBridge::encode);
    }

    static byte[] encode(List<Event> events) {
        return events.stream()
                .map(event -> event.id() + "=" + event.value())
                .collect(Collectors.joining(","))
                .getBytes(StandardCharsets.UTF_8);
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not in time: " + what);
            }
            Thread.onSpinWait();
            Thread.yield();
        }
    }

    HapClient connect() throws IOException {
        return new HapClient(listener.address());
    }

    /** From 127.0.0.N, as another device. */
    HapClient connectFrom(int last) throws IOException {
        InetAddress from = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        return new HapClient(listener.address(), new InetSocketAddress(from, 0));
    }

    /** Lets time pass until so many sweeps, five seconds apart, have been made. */
    void sweep(int times) {
        for (int i = 0; i < times; i++) {
            time.pass(Duration.ofSeconds(5));
            await("a sweep", () -> time.pending() > 0);
        }
    }

    /** A connection whose first request was answered. */
    HapClient plain() throws IOException {
        HapClient client = connect();
        client.ask("GET", "/hello", "");
        settle(client);
        return client;
    }

    HapClient secured() throws IOException {
        return secured(connect());
    }

    HapClient secured(HapClient client) throws IOException {
        if (client.ask("POST", "/verify", "M3").status() != 200) {
            throw new AssertionError("not verified");
        }
        client.secure(KEYS);
        await("the keys", sessionOf(client)::isSecured);
        return client;
    }

    /** Waits until the session knows that its answer has left, so that time may pass. */
    void settle(HapClient client) {
        HapSession session = (HapSession) sessionOf(client);
        await(
                "the end of an answer",
                () -> !session.idleFor(time.nanoTime() + 1).isZero());
    }

    /** Sends a byte of a request and waits until the session has it. */
    void trickle(HapClient client, int next) throws IOException {
        HapSession session = (HapSession) sessionOf(client);
        client.write(new byte[] {(byte) next});
        await(
                "a byte of a request",
                () -> !session.incompleteFor(time.nanoTime() + 1).isZero()
                        && session.idleFor(time.nanoTime()).isZero());
    }

    Session sessionOf(HapClient client) {
        Supplier<Session> search = () -> opened.stream()
                .filter(session -> session.remote().equals(client.address()))
                .findFirst()
                .orElse(null);
        await("the session of a client", () -> search.get() != null);
        return search.get();
    }

    Exchange next() throws InterruptedException {
        Exchange exchange = waiting.poll(10, TimeUnit.SECONDS);
        if (exchange == null) {
            throw new AssertionError("no request has arrived");
        }
        return exchange;
    }

    @Override
    public void opened(Session session) {
        opened.add(session);
    }

    @Override
    public void secured(Session session) {
        secured.add(session);
    }

    @Override
    public void closed(Session session) {
        closed.add(session);
    }

    @Override
    public void close() {
        transport.stop();
    }

    private static byte[] filled(int value) {
        byte[] key = new byte[SessionKeys.LENGTH];
        Arrays.fill(key, (byte) value);
        return key;
    }
}
