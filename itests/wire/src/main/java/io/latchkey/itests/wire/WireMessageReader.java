// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads answers and events from plain bytes, strictly: whatever is not exactly a message is a {@link WireFault}. */
final class WireMessageReader {
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 [1-5][0-9][0-9] [ -~]*");
    private static final String EVENT = "EVENT/1.0 200 OK";
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:[ -~\t]*");
    private static final int LONGEST_LINE = 8192;
    private static final int LONGEST_BODY = 16 << 20;

    private final InputStream in;

    WireMessageReader(InputStream in) {
        this.in = in;
    }

    /** The next message; interim answers (1xx) are passed over. */
    WireMessage next() throws IOException {
        WireMessage message = message();
        while (!message.isEvent() && message.status() < 200) {
            message = message();
        }
        return message;
    }

    private WireMessage message() throws IOException {
        String startLine = line();
        boolean event = startLine.equals(EVENT);
        if (!event && !ANSWER.matcher(startLine).matches()) {
            throw new WireFault("neither an answer nor an event begins with: " + startLine);
        }
        List<WireMessage.Header> headers = headers();
        WireMessage head = new WireMessage(startLine, headers, new byte[0]);
        return new WireMessage(startLine, headers, body(head));
    }

    private List<WireMessage.Header> headers() throws IOException {
        List<WireMessage.Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (!HEADER.matcher(line).matches()) {
                throw new WireFault("no header: " + line);
            }
            int colon = line.indexOf(':');
            headers.add(new WireMessage.Header(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim()));
        }
        return headers;
    }

    private byte[] body(WireMessage head) throws IOException {
        Optional<String> length = head.header("content-length");
        Optional<String> coding = head.header("transfer-encoding");
        if (length.isPresent() && coding.isPresent()) {
            throw new WireFault("a length and a coding: " + head);
        }
        if (coding.isPresent()) {
            return chunks();
        }
        if (length.isEmpty()) {
            return new byte[0];
        }
        return bytes(number(length.get(), 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = number(line(), 16); length > 0; length = number(line(), 16)) {
            body.writeBytes(bytes(length));
            if (!line().isEmpty()) {
                throw new WireFault("a chunk longer than it says");
            }
        }
        if (!line().isEmpty()) {
            throw new WireFault("a trailer");
        }
        return body.toByteArray();
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("closed within a body");
        }
        return bytes;
    }

    private static int number(String text, int radix) throws WireFault {
        try {
            int number = Integer.parseUnsignedInt(text, radix);
            if (number >= 0 && number <= LONGEST_BODY) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw new WireFault("no length: " + text, none);
        }
        throw new WireFault("too long: " + text);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next != '\r') {
            if (next < 0) {
                throw new EOFException("closed after " + line.size() + " bytes of a line");
            }
            if (next == '\n' || line.size() == LONGEST_LINE) {
                throw new WireFault("a line without its end: " + line.toString(StandardCharsets.ISO_8859_1));
            }
            line.write(next);
            next = in.read();
        }
        if (in.read() != '\n') {
            throw new WireFault("a carriage return without a line feed");
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
