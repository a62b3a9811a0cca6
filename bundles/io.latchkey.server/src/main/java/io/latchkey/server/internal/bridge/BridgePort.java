// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.Transport;
import io.latchkey.server.internal.database.ConfigurationKeeper;
import io.latchkey.server.internal.http.EventBody;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/**
 * Opens the port of a bridge. A port that we pick ourselves is picked once and kept, because controllers remember it; one
 * that is taken by then is not silently replaced. Called in operations of the bridge.
 */
final class BridgePort {
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 32_767;
    private static final int TRIES = 50;

    private final Transport transport;
    private final String name;
    private final RandomGenerator random;
    private final LoadedBridge bridge;
    private final Settings settings;

    /**
     * Prepares to open it.
     *
     * @param bridge who answers there
     */
    BridgePort(BridgeServices parts, LoadedBridge bridge, Settings settings) {
        this.transport = parts.transport();
        this.name = parts.isShadow() ? "" : settings.id();
        this.random = parts.random();
        this.bridge = bridge;
        this.settings = settings;
    }

    /**
     * Listens on the configured port, the remembered one, or a free one that is remembered from now on.
     *
     * @return fails with an {@link IOException} when that port is taken or the address isn't ours
     */
    CompletionStage<Listener> open() {
        int wished = settings.address().getPort();
        OptionalInt remembered = bridge.configuration().configuration().port();
        try {
            if (wished == 0 && remembered.isEmpty()) {
                return remembered(picked());
            }
            return CompletableFuture.completedFuture(listen(wished != 0 ? wished : remembered.getAsInt()));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(
                    new IOException(e.getMessage() + "; choose another port or address, or free this one", e));
        }
    }

    private Listener picked() throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return listen(random.nextInt(FIRST_PORT, LAST_PORT + 1));
            } catch (IOException taken) {
                if (tries == TRIES) {
                    throw taken;
                }
            }
        }
    }

    private Listener listen(int port) throws IOException {
        ListenRequest request = new ListenRequest(
                name,
                new InetSocketAddress(settings.address().getAddress(), port),
                settings.sessions(),
                settings.coalescing(),
                settings.promptEvents(),
                new EventBody(bridge.database()));
        return transport.listen(request, bridge.exchanges(), bridge.sessions());
    }

    /** Nobody hears of a port before it is remembered. */
    private CompletionStage<Listener> remembered(Listener listener) {
        ConfigurationKeeper configuration = bridge.configuration();
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
