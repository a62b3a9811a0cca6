// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.crypto.FrameCipher;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A controller that blocks: writes requests as Apple's do, or any bytes, plain or in frames, and checks each frame and
 * each message that it reads.
 */
final class HapClient implements AutoCloseable {
    private static final InstanceName BRIDGE = new InstanceName("Blue Barn");
    private static final String TYPE = "application/hap+json";
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final ClientInput in;
    private Frames frames;

    HapClient(InetSocketAddress address) throws IOException {
        this(address, null);
    }

    /** The second address is that which it comes from; null for any. */
    HapClient(InetSocketAddress address, InetSocketAddress from) throws IOException {
        socket = new Socket();
        socket.bind(from);
        socket.setTcpNoDelay(true);
        socket.setReceiveBufferSize(16 * 1024);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(address, PATIENCE_MILLIS);
        in = new ClientInput(socket.getInputStream());
    }

    static byte[] request(String method, String target, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String about =
                content.length > 0 ? "Content-Length: " + content.length + "\r\nContent-Type: " + TYPE + "\r\n" : "";
        return (method + " " + target + " HTTP/1.1\r\nHost: " + BRIDGE.host() + "\r\n" + about + "\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    static Frames framesFor(SessionKeys keys) {
        return new Frames(new FrameCipher(keys.controllerToAccessory()), new FrameCipher(keys.accessoryToController()));
    }

    void secure(SessionKeys keys) {
        secure(framesFor(keys));
    }

    void secure(Frames begun) {
        frames = begun;
        in.open(begun.open());
    }

    /** The bytes as frames, each of at most so many bytes of plaintext. */
    byte[] sealed(byte[] bytes, int frameLength) {
        return frames.sealed(bytes, frameLength);
    }

    /** An empty frame, which is legal. */
    byte[] emptyFrame() {
        return frames.empty();
    }

    void write(byte[] raw) throws IOException {
        socket.getOutputStream().write(raw);
        socket.getOutputStream().flush();
    }

    void send(byte[] message) throws IOException {
        write(frames == null ? message : sealed(message, FrameCipher.MAX_PLAINTEXT));
    }

    void send(String method, String target, String body) throws IOException {
        send(request(method, target, body));
    }

    Message ask(String method, String target, String body) throws IOException {
        send(method, target, body);
        return read();
    }

    Message read() throws IOException {
        List<String> head = new ArrayList<>();
        for (String line = in.line(); !line.isEmpty(); line = in.line()) {
            head.add(line);
        }
        int length = head.stream()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElse(0);
        byte[] body = new byte[length];
        for (int i = 0; i < length; i++) {
            body[i] = (byte) in.next();
        }
        return new Message(head, body);
    }

    /** Whether nothing arrives for a while. */
    boolean isSilent(Duration time) throws IOException {
        if (in.hasMore()) {
            return false;
        }
        socket.setSoTimeout((int) time.toMillis());
        try {
            in.next();
            in.back();
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /** What arrives until the other side closes, as text. */
    String rest() throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try {
            while (true) {
                rest.write(in.next());
            }
        } catch (EOFException | SocketException closed) {
            return rest.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /** So many bytes as they arrive, sealed or not. */
    byte[] exactly(int length) throws IOException {
        return in.exactly(length);
    }

    void finishOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The controller's side of both directions. */
    record Frames(FrameCipher seal, FrameCipher open) {
        byte[] sealed(byte[] bytes, int frameLength) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int offset = 0; offset < bytes.length; offset += frameLength) {
                all.writeBytes(frame(bytes, offset, Math.min(frameLength, bytes.length - offset)));
            }
            return all.toByteArray();
        }

        byte[] empty() {
            return frame(new byte[0], 0, 0);
        }

        private byte[] frame(byte[] bytes, int offset, int length) {
            byte[] frame = new byte[length + FrameCipher.OVERHEAD];
            System.arraycopy(bytes, offset, frame, FrameCipher.HEADER_LENGTH, length);
            seal.seal(frame, 0, length);
            return frame;
        }
    }
}
