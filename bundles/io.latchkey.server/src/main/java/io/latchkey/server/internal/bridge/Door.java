// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.transport.ExchangeHandler;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.SessionListener;
import io.latchkey.api.transport.Transport;
import io.latchkey.server.internal.database.ConfigurationKeeper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Opens the port of a bridge. A port that we pick ourselves is picked once and kept, because controllers remember it; one
 * that is taken by then is not silently replaced.
 */
final class Door {
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 32_767;
    private static final int TRIES = 50;

    private final Transport transport;
    private final ConfigurationKeeper configuration;
    private final RandomGenerator random;

    Door(Transport transport, ConfigurationKeeper configuration, RandomGenerator random) {
        this.transport = transport;
        this.configuration = configuration;
        this.random = random;
    }

    /** Who answers behind the door. */
    record Service(ExchangeHandler handler, SessionListener sessions) {}

    /**
     * Listens on the configured port, the remembered one, or a free one that is remembered from now on.
     *
     * @return fails with an {@link IOException} when that port is taken or the address isn't ours
     */
    CompletionStage<Listener> open(
            InetSocketAddress wished, Function<InetSocketAddress, ListenRequest> request, Service service) {
        OptionalInt remembered = configuration.configuration().port();
        try {
            if (wished.getPort() == 0 && remembered.isEmpty()) {
                return remembered(picked(wished, request, service));
            }
            int port = wished.getPort() != 0 ? wished.getPort() : remembered.getAsInt();
            return CompletableFuture.completedFuture(listen(port, wished, request, service));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(
                    new IOException(e.getMessage() + "; choose another port or address, or free this one", e));
        }
    }

    private Listener picked(
            InetSocketAddress wished, Function<InetSocketAddress, ListenRequest> request, Service service)
            throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return listen(random.nextInt(FIRST_PORT, LAST_PORT + 1), wished, request, service);
            } catch (IOException taken) {
                if (tries == TRIES) {
                    throw taken;
                }
            }
        }
    }

    private Listener listen(
            int port, InetSocketAddress wished, Function<InetSocketAddress, ListenRequest> request, Service service)
            throws IOException {
        InetSocketAddress address = new InetSocketAddress(wished.getAddress(), port);
        return transport.listen(request.apply(address), service.handler(), service.sessions());
    }

    /** Nobody hears of a port before it is remembered. */
    private CompletionStage<Listener> remembered(Listener listener) {
        OptionalInt port = OptionalInt.of(listener.address().getPort());
        return configuration
                .change(now -> now.with(port))
                .thenApply(done -> listener)
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        listener.close();
                    }
                });
    }
}
