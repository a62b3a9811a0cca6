// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.transport.ListenRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty's connector of one listener: one selector, which also accepts, on the threads that all ports share. */
final class Port {
    private static final int BACKLOG = 64;
    private static final int SEND_BUFFER = 64 * 1024;
    private static final int NO_ACCEPTORS = 0;
    private static final int ONE_SELECTOR = 1;

    private final ServerConnector connector;
    private final InetAddress wanted;

    Port(Server server, ListenRequest wishes, HapConnectionFactory factory) {
        wanted = wishes.address().getAddress();
        connector = new ServerConnector(server, NO_ACCEPTORS, ONE_SELECTOR, factory);
        connector.setName(wishes.name());
        if (!wanted.isAnyLocalAddress()) {
            connector.setHost(wanted.getHostAddress());
        }
        connector.setPort(wishes.address().getPort());
        connector.setIdleTimeout(0); // iOS keeps connections for days
        connector.setAcceptQueueSize(BACKLOG);
        connector.setAcceptedSendBufferSize(SEND_BUFFER); // bounds how stale an unread event can get
    }

    ServerConnector connector() {
        return connector;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(wanted, connector.getLocalPort());
    }

    void bind() throws IOException {
        connector.open();
    }

    void stopAccepting() {
        connector.close();
    }
}
