// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionListener;
import io.latchkey.api.transport.ExchangeHandler;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.Request;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.api.transport.SessionListener;
import io.latchkey.api.transport.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Connects by a plain socket and reads the status of an answer: as much of the wire as an examination of addresses needs. */
final class SocketTransport implements Transport {

    @Override
    public Listener listen(ListenRequest request, ExchangeHandler handler, SessionListener sessions) {
        throw new UnsupportedOperationException("nobody listens by it");
    }

    @Override
    public CompletionStage<Connection> connect(ConnectRequest request, ConnectionListener listener) {
        return CompletableFuture.supplyAsync(() -> {
            Socket socket = new Socket();
            try {
                socket.connect(request.address(), (int) request.connectTime().toMillis());
                socket.setSoTimeout((int) request.requestTime().toMillis());
                return new SocketConnection(socket);
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        });
    }

    private record SocketConnection(Socket socket) implements Connection {
        @Override
        public CompletionStage<Answer> send(Request request) {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    String head = request.method() + " " + request.target() + " HTTP/1.1\r\nHost: h\r\n\r\n";
                    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                    BufferedReader answer = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                    return Answer.empty(Integer.parseInt(answer.readLine().split(" ")[1]));
                } catch (IOException silent) {
                    throw new UncheckedIOException(silent);
                }
            });
        }

        @Override
        public void secure(SessionKeys keys) {
            throw new UnsupportedOperationException("an examination stays a stranger");
        }

        @Override
        public boolean isSecured() {
            return false;
        }

        @Override
        public InetSocketAddress remote() {
            return (InetSocketAddress) socket.getRemoteSocketAddress();
        }

        @Override
        public InetSocketAddress local() {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }

        @Override
        public boolean isOpen() {
            return !socket.isClosed();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
