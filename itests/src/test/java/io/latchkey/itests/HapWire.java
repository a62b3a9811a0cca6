// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.transport.SessionKeys;
import io.latchkey.crypto.FrameCipher;
import io.latchkey.crypto.FrameException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;

/** A controller's end of one connection, blocking: requests out, answers and events in. For one thread. */
final class HapWire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final Queue<Message> events = new ArrayDeque<>();
    private InputStream in;
    private Optional<FrameCipher> out = Optional.empty();

    private HapWire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** An answer or an event: its first line, its headers with names in lower case, its body. */
    record Message(String startLine, Map<String, String> headers, byte[] body) {
        int status() {
            return Integer.parseInt(startLine.split(" ")[1]);
        }

        boolean isEvent() {
            return startLine.startsWith("EVENT/");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    static HapWire connect(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(address, PATIENCE_MILLIS);
        return new HapWire(socket);
    }

    /** Sends a request and waits for its answer; events that come before it are kept for {@link #event}. */
    Message exchange(String method, String target, String contentType, byte[] body) throws IOException {
        String length =
                body.length == 0 ? "" : "Content-Type: " + contentType + "\r\nContent-Length: " + body.length + "\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes((method + " " + target + " HTTP/1.1\r\nHost: latchkey\r\n" + length + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        send(request.toByteArray());
        Message message = receive();
        while (message.isEvent()) {
            events.add(message);
            message = receive();
        }
        return message;
    }

    /** The next event, or empty when none came in that time. */
    Optional<Message> event(Duration patience) throws IOException {
        if (!events.isEmpty()) {
            return Optional.of(events.remove());
        }
        socket.setSoTimeout((int) patience.toMillis());
        try {
            in.mark(1);
            if (in.read() < 0) {
                throw new EOFException("closed while waiting for an event");
            }
            in.reset();
        } catch (SocketTimeoutException silence) {
            return Optional.empty();
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
        return Optional.of(receive());
    }

    /** Whether the other side closes within that time without a further word. */
    boolean isClosedWithin(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** From now on both directions are frames. */
    void secure(SessionKeys keys) {
        out = Optional.of(new FrameCipher(keys.controllerToAccessory()));
        in = new BufferedInputStream(new FrameInput(in, new FrameCipher(keys.accessoryToController())));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void send(byte[] bytes) throws IOException {
        if (out.isEmpty()) {
            socket.getOutputStream().write(bytes);
            return;
        }
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        byte[] frame = new byte[FrameCipher.MAX_FRAME];
        for (int at = 0; at < bytes.length; at += FrameCipher.MAX_PLAINTEXT) {
            int length = Math.min(FrameCipher.MAX_PLAINTEXT, bytes.length - at);
            System.arraycopy(bytes, at, frame, FrameCipher.HEADER_LENGTH, length);
            frames.write(frame, 0, out.get().seal(frame, 0, length));
        }
        socket.getOutputStream().write(frames.toByteArray());
    }

    private Message receive() throws IOException {
        String startLine = line();
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("closed within a body");
        }
        return new Message(startLine, headers, body);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed after " + line.size() + " bytes of a line");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).stripTrailing();
    }

    /** Opens frames one by one. */
    private static final class FrameInput extends InputStream {
        private final InputStream frames;
        private final FrameCipher cipher;
        private final byte[] frame = new byte[FrameCipher.MAX_FRAME];
        private int at;
        private int end;

        FrameInput(InputStream frames, FrameCipher cipher) {
            this.frames = frames;
            this.cipher = cipher;
        }

        @Override
        public int read() throws IOException {
            return at < end || open() ? frame[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (at == end && !open()) {
                return -1;
            }
            int count = Math.min(length, end - at);
            System.arraycopy(frame, at, into, offset, count);
            at += count;
            return count;
        }

        @Override
        public int available() {
            return end - at;
        }

        private boolean open() throws IOException {
            int first = frames.read();
            if (first < 0) {
                return false;
            }
            frame[0] = (byte) first;
            try {
                fill(1, FrameCipher.HEADER_LENGTH);
                int length = FrameCipher.plaintextLength(frame, 0);
                fill(FrameCipher.HEADER_LENGTH, length + FrameCipher.OVERHEAD);
                at = FrameCipher.HEADER_LENGTH;
                end = at + cipher.open(frame, 0);
                return true;
            } catch (FrameException broken) {
                throw new IOException(broken);
            }
        }

        private void fill(int from, int to) throws IOException {
            if (frames.readNBytes(frame, from, to - from) < to - from) {
                throw new EOFException("closed within a frame");
            }
        }
    }
}
