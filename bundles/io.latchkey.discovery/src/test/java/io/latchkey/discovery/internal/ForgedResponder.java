// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers questions for bridges on loopback with a record as somebody has written it, whatever stands in it. */
final class ForgedResponder implements AutoCloseable {
    private static final int PORT = 5353;
    private static final int INTERNET = 1;
    private static final int TTL = 120;
    private static final int ANSWER = 0x8400;
    private static final List<String> SERVICE = List.of("_hap", "_tcp", "local");

    private final DatagramChannel channel;
    private final byte[] records;
    private final Thread thread;

    /**
     * Begins to answer.
     *
     * @param name of the instance
     * @param address of its host
     * @param text its TXT entries
     */
    ForgedResponder(String name, int port, String address, List<String> text) throws IOException {
        records = records(name, port, address, text);
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        channel = DatagramChannel.open(StandardProtocolFamily.INET);
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.bind(new InetSocketAddress(PORT));
        channel.join(InetAddress.getByName("224.0.0.251"), loopback);
        thread = new Thread(this::answer, "forged-responder");
        thread.start();
    }

    private void answer() {
        try {
            ByteBuffer question = ByteBuffer.allocate(9000);
            while (true) {
                InetSocketAddress asker = (InetSocketAddress) channel.receive(question.clear());
                if (asker.getPort() != PORT && question.position() > 3 && question.get(2) >= 0) {
                    channel.send(ByteBuffer.wrap(records), asker);
                }
            }
        } catch (ClosedChannelException closed) {
            return;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static byte[] records(String name, int port, String address, List<String> text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (int each : new int[] {0, ANSWER, 0, 3, 0, 0}) {
            out.writeShort(each);
        }
        List<String> instance = List.of(name, SERVICE.get(0), SERVICE.get(1), SERVICE.get(2));
        List<String> host = List.of("forged", "local");
        ByteArrayOutputStream service = new ByteArrayOutputStream();
        DataOutputStream target = new DataOutputStream(service);
        target.writeInt(0);
        target.writeShort(port);
        write(target, host);
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (String entry : text) {
            byte[] one = entry.getBytes(StandardCharsets.UTF_8);
            entries.write(one.length);
            entries.write(one);
        }
        write(out, instance, DnsMessage.SRV, service.toByteArray());
        write(out, instance, DnsMessage.TXT, entries.toByteArray());
        write(out, host, DnsMessage.A, InetAddress.getByName(address).getAddress());
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, List<String> name, int type, byte[] data) throws IOException {
        write(out, name);
        out.writeShort(type);
        out.writeShort(INTERNET);
        out.writeInt(TTL);
        out.writeShort(data.length);
        out.write(data);
    }

    private static void write(DataOutputStream out, List<String> name) throws IOException {
        for (String label : name) {
            byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
            out.writeByte(bytes.length);
            out.write(bytes);
        }
        out.writeByte(0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        try {
            thread.join(5_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
