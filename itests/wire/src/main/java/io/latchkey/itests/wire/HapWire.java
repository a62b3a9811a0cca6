// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.wire;

import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.crypto.FrameCipher;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;

/**
 * A controller's end of one connection, blocking: whole requests, or any bytes, out; answers and events in. Every wait
 * ends after 20 seconds at the latest. For one thread.
 */
public final class HapWire implements AutoCloseable {
    /** Who requests are for where a bridge has no record or nobody has read it: a name as it is after a conflict. */
    public static final InstanceName BRIDGE = new InstanceName("Blue Barn 77E2");

    private static final int PATIENCE_MILLIS = 20_000;

    private final InstanceName bridge;
    private final Socket socket;
    private final InputStream raw;
    private final Queue<WireMessage> events = new ArrayDeque<>();
    private InputStream in;
    private WireMessageReader messages;
    private Optional<FrameCipher> out = Optional.empty();

    private HapWire(InstanceName bridge, Socket socket) throws IOException {
        this.bridge = bridge;
        this.socket = socket;
        this.raw = new BufferedInputStream(socket.getInputStream());
        readFrom(raw);
    }

    /** Opens a connection of another device, not secured yet. */
    public static HapWire connect(InetSocketAddress address) throws IOException {
        return connect(BRIDGE, address, 0);
    }

    /**
     * Opens a connection of another device with a small receive buffer, for a peer that soon stops to read.
     *
     * @param bridge who is there
     * @param receiveBuffer in bytes; 0 leaves it to the system
     */
    public static HapWire connect(InstanceName bridge, InetSocketAddress address, int receiveBuffer)
            throws IOException {
        return connect(bridge, address, DeviceAddresses.next(address), receiveBuffer);
    }

    /**
     * Opens a connection from an address of this computer's, for one of several devices.
     *
     * @param bridge who is there
     * @param from the address of the device; the system picks one where there is none
     * @param receiveBuffer in bytes; 0 leaves it to the system
     */
    public static HapWire connect(
            InstanceName bridge, InetSocketAddress address, Optional<InetAddress> from, int receiveBuffer)
            throws IOException {
        Socket socket = new Socket();
        if (from.isPresent()) {
            socket.bind(new InetSocketAddress(from.get(), 0));
        }
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(address, PATIENCE_MILLIS);
        return new HapWire(bridge, socket);
    }

    /** A whole request to {@link #BRIDGE} as it goes over the wire. */
    public static byte[] request(String method, String target, String contentType, byte[] body) {
        return request(BRIDGE, method, target, contentType, body);
    }

    /** A whole request as Apple's controllers send it; Content-Length and Content-Type only where there is a body. */
    public static byte[] request(InstanceName bridge, String method, String target, String contentType, byte[] body) {
        String about =
                body.length == 0 ? "" : "Content-Length: " + body.length + "\r\nContent-Type: " + contentType + "\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes((begin(bridge, method, target) + about + "\r\n").getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** The first two lines of a request to {@link #BRIDGE}, for those who go on in their own way. */
    public static String begin(String method, String target) {
        return begin(BRIDGE, method, target);
    }

    private static String begin(InstanceName bridge, String method, String target) {
        return method + " " + target + " HTTP/1.1\r\nHost: " + bridge.host() + "\r\n";
    }

    /** Sends a request and waits for its answer; events that come before it are kept for {@link #event}. */
    public WireMessage exchange(String method, String target, String contentType, byte[] body) throws IOException {
        send(request(bridge, method, target, contentType, body));
        return answer();
    }

    /** Waits for an answer; events that come before it are kept for {@link #event}. */
    public WireMessage answer() throws IOException {
        WireMessage message = receive();
        while (message.isEvent()) {
            events.add(message);
            message = receive();
        }
        return message;
    }

    /** The next message of either kind, in the order of the wire. */
    public WireMessage receive() throws IOException {
        return messages.next();
    }

    /** What comes next as far as that text and with it, as it is: for those who look at single bytes. */
    public String readThrough(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.length() < end.length()
                || !text.substring(text.length() - end.length()).equals(end)) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("closed after: " + text);
            }
            text.append((char) next);
        }
        return text.toString();
    }

    /** The next event, or empty when none came in that time; an answer that comes instead is a {@link WireFault}. */
    public Optional<WireMessage> event(Duration patience) throws IOException {
        if (!events.isEmpty()) {
            return Optional.of(events.remove());
        }
        if (isSilentFor(patience)) {
            return Optional.empty();
        }
        WireMessage message = receive();
        if (!message.isEvent()) {
            throw new WireFault("an answer that nobody asked for: " + message);
        }
        return Optional.of(message);
    }

    /** Whether nothing comes in that time, not even the end; what comes is not touched, half a frame neither. */
    public boolean isSilentFor(Duration patience) throws IOException {
        if (in.available() > 0) {
            return false;
        }
        socket.setSoTimeout((int) patience.toMillis());
        try {
            raw.mark(1);
            if (raw.read() < 0) {
                throw new EOFException("closed while waiting");
            }
            raw.reset();
            return false;
        } catch (SocketTimeoutException silence) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /** Whether the other side closes within that time without a further byte. */
    public boolean isClosedWithin(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        } finally {
            if (!socket.isClosed()) {
                socket.setSoTimeout(PATIENCE_MILLIS);
            }
        }
    }

    /** From now on both directions are frames. */
    public void secure(SessionKeys keys) throws IOException {
        out = Optional.of(new FrameCipher(keys.controllerToAccessory()));
        readFrom(new BufferedInputStream(new FrameInput(raw, new FrameCipher(keys.accessoryToController()))));
    }

    /** Sends bytes: in frames, as full as they can be, once the wire is secured, else as they are. */
    public void send(byte[] bytes) throws IOException {
        sendRaw(out.isPresent() ? seal(bytes) : bytes);
    }

    /** Bytes in frames as full as they can be; the frames must be sent in this order. Only on a secured wire. */
    public byte[] seal(byte[] bytes) {
        return seal(bytes, FrameCipher.MAX_PLAINTEXT);
    }

    /** Bytes in frames of that many bytes each, the last one may be shorter. Only on a secured wire. */
    public byte[] seal(byte[] bytes, int size) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        byte[] frame = new byte[FrameCipher.MAX_FRAME];
        for (int at = 0; at < bytes.length; at += size) {
            int length = Math.min(size, bytes.length - at);
            System.arraycopy(bytes, at, frame, FrameCipher.HEADER_LENGTH, length);
            frames.write(frame, 0, out.orElseThrow().seal(frame, 0, length));
        }
        return frames.toByteArray();
    }

    /** A frame without content. Only on a secured wire. */
    public byte[] sealEmpty() {
        byte[] frame = new byte[FrameCipher.MAX_FRAME];
        int length = out.orElseThrow().seal(frame, 0, 0);
        return Arrays.copyOf(frame, length);
    }

    /** Puts bytes on the socket as they are. */
    public void sendRaw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Says that nothing more will be sent, and goes on reading. */
    public void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends the connection by a reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** The address of this end, as the other side sees it. */
    public InetSocketAddress local() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void readFrom(InputStream stream) {
        in = stream;
        messages = new WireMessageReader(in);
    }
}
