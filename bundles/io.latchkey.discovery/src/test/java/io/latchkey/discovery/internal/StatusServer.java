// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A program on loopback that answers every request by one status. */
final class StatusServer implements AutoCloseable {
    private final ServerSocket server;
    private final int status;
    private final Thread thread;

    StatusServer(int status) throws IOException {
        this.status = status;
        this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.thread = new Thread(this::serve, "status-server");
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                if (socket.getInputStream().read() >= 0) {
                    socket.getOutputStream()
                            .write(("HTTP/1.1 " + status + " Told\r\nContent-Length: 0\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException gone) {
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            thread.join(5_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
