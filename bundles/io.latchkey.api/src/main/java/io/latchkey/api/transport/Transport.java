// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import java.io.IOException;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The wire of the HomeKit Accessory Protocol over IP: HTTP/1.1 on TCP, encrypted in frames once pair-verify has made keys,
 * with event messages between the answers (HAP specification R2, sections 6.5 to 6.8).
 *
 * <p>It knows bytes, sessions and keys, but neither paths nor accessories nor pairings: those belong to the
 * {@link ExchangeHandler}. Bundle {@code transport} publishes it as a service; all its listeners share one family of
 * threads.
 */
@ProviderType
public interface Transport {

    /**
     * Binds a port and serves it until the listener is closed. When this returns, the port is bound and connections are
     * accepted.
     *
     * @param request where to listen and within which bounds
     * @param handler answers the requests of all sessions of this listener
     * @param sessions hears of sessions that open and close
     * @return the bound listener; closing it is the caller's duty
     * @throws IOException when the address cannot be bound, in words that name it
     */
    Listener listen(ListenRequest request, ExchangeHandler handler, SessionListener sessions) throws IOException;

    /**
     * Connects to an accessory, as a controller does. Returns at once.
     *
     * @param request where to connect and how long to wait
     * @param listener hears of events and of the end
     * @return the connection, not secured yet, closing it is the caller's duty; fails with a {@link ConnectionException}
     *     when it could not be made, and the listener hears nothing then
     */
    CompletionStage<Connection> connect(ConnectRequest request, ConnectionListener listener);
}
