// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the records of a packet, names with their pointers; whatever is no answer gives none. */
final class DnsAnswer {
    private static final int HEADER = 12;
    private static final int RESPONSE = 0x8000;
    private static final int POINTER = 0xc0;
    private static final int MOST_LABELS = 32;

    private final ByteBuffer packet;

    private DnsAnswer(ByteBuffer packet) {
        this.packet = packet;
    }

    /**
     * A record.
     *
     * @param name as its labels
     * @param seconds how long it counts; 0 takes it back
     * @param data where it begins in the packet, and how long it is
     */
    record Entry(List<String> name, int type, long seconds, DnsAnswer in, int data, int length) {

        /** The name that a PTR record points to. */
        List<String> pointsTo() {
            return in.nameAt(data);
        }

        int port() {
            return in.packet.getShort(data + 4) & 0xffff;
        }

        /** The host of a SRV record. */
        List<String> host() {
            return in.nameAt(data + 6);
        }

        InetAddress address() {
            byte[] bytes = new byte[length];
            in.packet.get(data, bytes);
            try {
                return InetAddress.getByAddress(bytes);
            } catch (UnknownHostException odd) {
                throw new AssertionError("an address of " + length + " bytes", odd);
            }
        }

        Map<String, String> text() {
            Map<String, String> text = new HashMap<>();
            for (int at = data; at < data + length; at += 1 + (in.packet.get(at) & 0xff)) {
                String pair = in.text(at + 1, in.packet.get(at) & 0xff);
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    text.put(pair.substring(0, equals), pair.substring(equals + 1));
                }
            }
            return text;
        }
    }

    static List<Entry> read(byte[] bytes, int length) {
        ByteBuffer packet = ByteBuffer.wrap(bytes.clone(), 0, length);
        if (length < HEADER || (packet.getShort(2) & RESPONSE) == 0) {
            return List.of();
        }
        return new DnsAnswer(packet).entries();
    }

    private List<Entry> entries() {
        int at = HEADER;
        for (int left = packet.getShort(4); left > 0; left--) {
            at = endOfName(at) + 4;
        }
        List<Entry> entries = new ArrayList<>();
        for (int left = packet.getShort(6) + packet.getShort(8) + packet.getShort(10); left > 0; left--) {
            int fields = endOfName(at);
            int data = fields + 10;
            int length = packet.getShort(fields + 8) & 0xffff;
            long seconds = packet.getInt(fields + 4) & 0xffffffffL;
            entries.add(new Entry(nameAt(at), packet.getShort(fields) & 0xffff, seconds, this, data, length));
            at = data + length;
        }
        return entries;
    }

    private List<String> nameAt(int start) {
        List<String> labels = new ArrayList<>();
        int at = start;
        while (packet.get(at) != 0 && labels.size() < MOST_LABELS) {
            int length = packet.get(at) & 0xff;
            if (length >= POINTER) {
                at = packet.getShort(at) & 0x3fff;
            } else {
                labels.add(text(at + 1, length));
                at += 1 + length;
            }
        }
        return labels;
    }

    private int endOfName(int start) {
        int at = start;
        while (packet.get(at) != 0) {
            int length = packet.get(at) & 0xff;
            if (length >= POINTER) {
                return at + 2;
            }
            at += 1 + length;
        }
        return at + 1;
    }

    private String text(int at, int length) {
        byte[] bytes = new byte[length];
        packet.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
