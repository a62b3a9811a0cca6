// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * As much of a DNS message (RFC 1035 section 4, RFC 6762 section 18) as it takes to ask for records and to read answers
 * without the library that announces ours. What is malformed, and anybody can send it, is no message.
 *
 * @param records of all sections that tell something
 */
record DnsMessage(List<ResourceRecord> records) {
    static final int A = 1;
    static final int PTR = 12;
    static final int TXT = 16;
    static final int AAAA = 28;
    static final int SRV = 33;
    private static final int INTERNET = 1;
    private static final int TO_ASKER = 0x8000;
    private static final int HEADER = 12;
    private static final int MOST_RECORDS = 200;
    private static final int MOST_LABELS = 128;
    private static final int POINTER = 0xC0;
    private static final int IS_ANSWER = 0x8000;

    /**
     * One record.
     *
     * @param name whom it is about, without a dot at its end
     * @param type its type
     * @param target the name that it leads to, for PTR and SRV
     * @param port for SRV
     * @param text for TXT, the keys in lower case
     * @param address for A and AAAA
     */
    record ResourceRecord(
            String name,
            int type,
            Optional<String> target,
            int port,
            Map<String, String> text,
            Optional<InetAddress> address) {}

    /**
     * A question for records of a type; its labels are separated by dots and hold none.
     *
     * @param toAsker whether it asks for answers to the asker alone (RFC 6762 section 5.4)
     */
    static byte[] question(int id, List<String> labels, int type, boolean toAsker) {
        ByteBuffer message = ByteBuffer.allocate(512);
        message.putShort((short) id).putShort((short) 0).putShort((short) 1);
        message.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        for (String label : labels) {
            byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
            message.put((byte) bytes.length).put(bytes);
        }
        message.put((byte) 0).putShort((short) type).putShort((short) (toAsker ? INTERNET | TO_ASKER : INTERNET));
        byte[] bytes = new byte[message.position()];
        message.flip().get(bytes);
        return bytes;
    }

    /** Reads an answer; empty when it is none. */
    static Optional<DnsMessage> answer(ByteBuffer bytes) {
        try {
            return read(bytes);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<DnsMessage> read(ByteBuffer bytes) throws UnknownHostException {
        int flags = bytes.getShort(2) & 0xFFFF;
        if ((flags & IS_ANSWER) == 0) {
            return Optional.empty();
        }
        int questions = bytes.getShort(4) & 0xFFFF;
        int records = 0;
        for (int section = 6; section < HEADER; section += 2) {
            records += bytes.getShort(section) & 0xFFFF;
        }
        if (questions + records > MOST_RECORDS) {
            return Optional.empty();
        }
        bytes.position(HEADER);
        for (int i = 0; i < questions; i++) {
            name(bytes);
            bytes.getInt();
        }
        List<ResourceRecord> read = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            read.add(record(bytes));
        }
        return Optional.of(new DnsMessage(List.copyOf(read)));
    }

    private static ResourceRecord record(ByteBuffer bytes) throws UnknownHostException {
        String name = name(bytes);
        int type = bytes.getShort() & 0xFFFF;
        bytes.getShort();
        bytes.getInt();
        int length = bytes.getShort() & 0xFFFF;
        int end = bytes.position() + length;
        if (end > bytes.limit()) {
            throw new IllegalArgumentException("a record is longer than its message");
        }
        Optional<String> target = Optional.empty();
        int port = 0;
        Map<String, String> text = Map.of();
        Optional<InetAddress> address = Optional.empty();
        switch (type) {
            case PTR -> target = Optional.of(name(bytes));
            case SRV -> {
                bytes.getInt();
                port = bytes.getShort() & 0xFFFF;
                target = Optional.of(name(bytes));
            }
            case TXT -> text = text(bytes, end);
            case A, AAAA -> address = Optional.of(InetAddress.getByAddress(bytes(bytes, length)));
            default -> bytes.position(end);
        }
        bytes.position(end);
        return new ResourceRecord(name, type, target, port, text, address);
    }

    private static Map<String, String> text(ByteBuffer bytes, int end) {
        Map<String, String> text = new LinkedHashMap<>();
        while (bytes.position() < end) {
            String entry = new String(bytes(bytes, bytes.get() & 0xFF), StandardCharsets.UTF_8);
            int equals = entry.indexOf('=');
            if (equals > 0) {
                text.putIfAbsent(entry.substring(0, equals).toLowerCase(Locale.ROOT), entry.substring(equals + 1));
            }
        }
        return text;
    }

    /** A name whose labels may stand earlier in the message; its labels are separated by dots, dots in them escaped. */
    private static String name(ByteBuffer bytes) {
        List<String> labels = new ArrayList<>();
        int back = -1;
        for (int length = bytes.get() & 0xFF; length != 0; length = bytes.get() & 0xFF) {
            if (labels.size() > MOST_LABELS) {
                throw new IllegalArgumentException("a name leads to itself");
            }
            if ((length & POINTER) == POINTER) {
                int to = (length & ~POINTER) << 8 | bytes.get() & 0xFF;
                back = back < 0 ? bytes.position() : back;
                if (to >= bytes.position() - 2) {
                    throw new IllegalArgumentException("a name leads forward");
                }
                bytes.position(to);
            } else {
                labels.add(new String(bytes(bytes, length), StandardCharsets.UTF_8).replace(".", "\\."));
            }
        }
        if (back >= 0) {
            bytes.position(back);
        }
        return String.join(".", labels);
    }

    private static byte[] bytes(ByteBuffer bytes, int length) {
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }
}
