// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.transport.ListenRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.IO;

/**
 * Jetty's connector of one listener: one selector, which also accepts, on the threads that all ports share. The channel is
 * ours, because a connector without acceptors would hold it until all its connections are closed.
 */
final class Port {
    private static final int BACKLOG = 64;
    private static final int SEND_BUFFER = 64 * 1024;
    private static final int NO_ACCEPTORS = 0;
    private static final int ONE_SELECTOR = 1;

    private final ServerConnector connector;
    private final ServerSocketChannel channel;
    private final InetSocketAddress address;

    /**
     * Binds; connections are accepted once the connector has started.
     *
     * @throws IOException when the address cannot be bound
     */
    Port(Server server, ListenRequest wishes, HapConnectionFactory factory) throws IOException {
        channel = bound(wishes.address());
        address = new InetSocketAddress(
                wishes.address().getAddress(), channel.socket().getLocalPort());
        connector = new ServerConnector(server, NO_ACCEPTORS, ONE_SELECTOR, factory);
        connector.setName(wishes.name());
        connector.setIdleTimeout(0); // iOS keeps connections for days
        connector.setAcceptedSendBufferSize(SEND_BUFFER); // bounds how stale an unread event can get
        connector.open(channel);
    }

    ServerConnector connector() {
        return connector;
    }

    InetSocketAddress address() {
        return address;
    }

    /** Frees the port; open connections go on. */
    void stopAccepting() {
        connector.setAccepting(false);
        IO.close(channel);
    }

    private static ServerSocketChannel bound(InetSocketAddress wanted) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            return channel.setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(wanted, BACKLOG);
        } catch (IOException taken) {
            IO.close(channel);
            throw new IOException("cannot listen on " + text(wanted) + ": " + taken.getMessage(), taken);
        }
    }

    /** An address as people write it. */
    static String text(InetSocketAddress address) {
        String port = "port " + address.getPort();
        InetAddress host = address.getAddress();
        return host.isAnyLocalAddress() ? port : port + " of " + host.getHostAddress();
    }
}
