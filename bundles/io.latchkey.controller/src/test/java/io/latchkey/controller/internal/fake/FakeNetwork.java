// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.fake;

import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException;
import io.latchkey.api.transport.ConnectionListener;
import io.latchkey.api.transport.ExchangeHandler;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.SessionListener;
import io.latchkey.api.transport.Transport;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A network in memory, with accessories at addresses. */
public final class FakeNetwork implements Transport {
    private final TestThreads threads;
    private final Map<InetSocketAddress, FakeAccessory> accessories = new HashMap<>();
    private final List<FakeConnection> connections = new ArrayList<>();
    private final List<ConnectRequest> requests = new ArrayList<>();

    /** An empty network. */
    public FakeNetwork(TestThreads threads) {
        this.threads = threads;
    }

    /** Puts an accessory at an address. */
    public void put(InetSocketAddress address, FakeAccessory accessory) {
        accessories.put(address, accessory);
    }

    /** Takes the accessory at an address away and lets its connections end. */
    public void remove(InetSocketAddress address) {
        accessories.remove(address);
        List.copyOf(connections).forEach(FakeConnection::closeByPeer);
    }

    /** All connections that were ever made, oldest first. */
    public List<FakeConnection> connections() {
        return connections;
    }

    /** The connections that are open. */
    public List<FakeConnection> open() {
        return connections.stream().filter(Connection::isOpen).toList();
    }

    /** The connection made last. */
    public FakeConnection last() {
        return connections.get(connections.size() - 1);
    }

    /** What was asked for, each time somebody connected or tried. */
    public List<ConnectRequest> requests() {
        return requests;
    }

    @Override
    public Listener listen(ListenRequest request, ExchangeHandler handler, SessionListener sessions) {
        throw new UnsupportedOperationException("a controller listens to nobody");
    }

    @Override
    public CompletionStage<Connection> connect(ConnectRequest request, ConnectionListener listener) {
        CompletableFuture<Connection> made = new CompletableFuture<>();
        requests.add(request);
        threads.later(() -> {
            FakeAccessory accessory = accessories.get(request.address());
            if (accessory == null) {
                made.completeExceptionally(
                        new ConnectionException(ConnectionException.Reason.UNREACHABLE, "nobody is there"));
                return;
            }
            FakeConnection connection = new FakeConnection(request, listener, accessory, threads);
            connections.add(connection);
            made.complete(connection);
        });
        return made;
    }
}
