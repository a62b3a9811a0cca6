// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.transport.SessionKeys;
import io.latchkey.crypto.FrameCipher;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An accessory that does what the test says: a socket that is accepted, read and written by hand. */
final class TestAccessory implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final ServerSocket port;
    private final List<End> ends = new ArrayList<>();

    TestAccessory() throws IOException {
        port = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        port.setSoTimeout(PATIENCE_MILLIS);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) port.getLocalSocketAddress();
    }

    End accept() throws IOException {
        End end = new End(port.accept());
        ends.add(end);
        return end;
    }

    @Override
    public void close() throws IOException {
        for (End end : ends) {
            end.close();
        }
        port.close();
    }

    static String answer(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/hap+json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    static String event(String body) {
        return "EVENT/1.0 200 OK\r\nContent-Type: application/hap+json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    /** The accessory's end of one connection. */
    static final class End implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        private HapClient.Frames frames;
        private byte[] plain = {};
        private int at;

        private End(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = socket.getInputStream();
        }

        int controllerPort() {
            return socket.getPort();
        }

        void secure(SessionKeys keys) {
            frames = new HapClient.Frames(
                    new FrameCipher(keys.accessoryToController()), new FrameCipher(keys.controllerToAccessory()));
        }

        /** A whole request, as text. */
        String request() throws IOException {
            StringBuilder request = new StringBuilder();
            while (request.indexOf("\r\n\r\n") < 0) {
                request.append((char) next());
            }
            int length = request.indexOf("Content-Length: ");
            int body =
                    length < 0 ? 0 : Integer.parseInt(request.substring(length + 16, request.indexOf("\r\n", length)));
            for (int i = 0; i < body; i++) {
                request.append((char) next());
            }
            return request.toString();
        }

        /** The line of a request that is read to its end. */
        String requestLine() throws IOException {
            String request = request();
            return request.substring(0, request.indexOf("\r\n"));
        }

        void write(byte[] raw) throws IOException {
            socket.getOutputStream().write(raw);
            socket.getOutputStream().flush();
        }

        /** Writes text as it is, or as frames when it is secured. */
        void send(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            write(frames == null ? bytes : sealed(text, FrameCipher.MAX_PLAINTEXT));
        }

        byte[] sealed(String text, int frameLength) {
            return frames.sealed(text.getBytes(StandardCharsets.ISO_8859_1), frameLength);
        }

        byte[] emptyFrame() {
            return frames.empty();
        }

        void finishOutput() throws IOException {
            socket.shutdownOutput();
        }

        /** Whether something has come that nobody has read. */
        boolean hasMore() throws IOException {
            return at < plain.length || in.available() > 0;
        }

        /** Waits until the controller has begun to send. */
        void awaitBytes() {
            TestBridge.await("bytes of the controller", () -> {
                try {
                    return hasMore();
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
        }

        /** Reads until the controller has closed; fails if it doesn't. */
        void awaitEnd() throws IOException {
            try {
                while (in.read() >= 0) {
                    at = 0;
                }
            } catch (SocketException reset) {
                at = 0;
            }
        }

        /** Ends the connection with a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }

        private int next() throws IOException {
            while (at == plain.length) {
                plain = frames == null ? exactly(1) : frame();
                at = 0;
            }
            return plain[at++] & 0xff;
        }

        private byte[] frame() throws IOException {
            byte[] header = exactly(FrameCipher.HEADER_LENGTH);
            int length = FrameCipher.plaintextLength(header, 0);
            byte[] frame = Arrays.copyOf(header, length + FrameCipher.OVERHEAD);
            byte[] rest = exactly(length + FrameCipher.TAG_LENGTH);
            System.arraycopy(rest, 0, frame, FrameCipher.HEADER_LENGTH, rest.length);
            frames.open().open(frame, 0);
            return Arrays.copyOfRange(frame, FrameCipher.HEADER_LENGTH, FrameCipher.HEADER_LENGTH + length);
        }

        private byte[] exactly(int length) throws IOException {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            return bytes;
        }
    }
}
