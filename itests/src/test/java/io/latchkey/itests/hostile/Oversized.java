// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A request with one thing in it that is larger than it may be, or as large as no controller makes it.
 *
 * @param what that thing
 * @param request as it goes over the wire, before it is encrypted
 * @param outcomes the statuses with which it may be answered, or {@link #CLOSED}
 */
record Oversized(String what, byte[] request, Set<String> outcomes) {
    static final String CLOSED = "closed";
    static final int KIB = 1024;
    private static final Set<String> HEAD = Set.of("431", "414", "400", CLOSED);
    private static final Set<String> BODY = Set.of("413", CLOSED);
    private static final Set<String> MALFORMED = Set.of("400", CLOSED);
    private static final Set<String> REFUSED_EACH = Set.of("207");

    /** Sends it and says how that ended. */
    String outcome(HapWire wire) throws IOException {
        try {
            wire.send(request);
            return Integer.toString(wire.answer().status());
        } catch (EOFException | SocketException closed) {
            return CLOSED;
        }
    }

    /** What HTTP itself must bound, on any connection. */
    static List<Oversized> heads() {
        String longText = "x".repeat(40 * KIB);
        return List.of(
                head("a header", HapWire.begin("GET", "/accessories") + "X: " + longText + "\r\n\r\n", HEAD),
                head("a header's name", HapWire.begin("GET", "/accessories") + longText + ": x\r\n\r\n", HEAD),
                head("headers", HapWire.begin("GET", "/accessories") + "X: x\r\n".repeat(20_000) + "\r\n", HEAD),
                head("a target", HapWire.begin("GET", "/" + longText) + "\r\n", HEAD),
                head("a method", HapWire.begin(longText, "/") + "\r\n", HEAD),
                head(
                        "a version",
                        "GET / HTTP/1." + "1".repeat(40 * KIB) + "\r\nHost: a\r\n\r\n",
                        Set.of("505", "431", "400")),
                head("ids", HapWire.begin("GET", "/characteristics?id=1.9" + ",1.9".repeat(9000)) + "\r\n", HEAD),
                head("a length of 31 bits", length("2147483647"), BODY),
                head("a length of 32 bits", length("4294967296"), BODY),
                head("a length of 63 bits", length("9223372036854775807"), BODY),
                head("a length of 100 bits", length("1".repeat(30)), MALFORMED),
                head("a chunk", chunked("FFFFFFFF\r\n" + longText), MALFORMED),
                head("a chunk's length", chunked("F".repeat(KIB) + "\r\n"), MALFORMED));
    }

    /** What the bridge must bound on a secured session, with a characteristic that can be written. */
    static List<Oversized> bodies(String id) {
        return List.of(
                put("a body", "[".repeat(256 * KIB + 1), BODY),
                put("depth of entries", "{\"characteristics\":" + "[".repeat(200 * KIB), MALFORMED),
                put("depth of objects", "{\"a\":".repeat(50 * KIB), MALFORMED),
                put("depth of what is skipped", "{\"a\":" + nested(100 * KIB) + "}", MALFORMED),
                put("a number's exponent", entry(id, "1e999999999"), Set.of("400", "207")),
                put("a number's negative exponent", entry(id, "1e-999999999"), Set.of("400", "207")),
                put("a number's digits", entry(id, "9".repeat(200 * KIB)), Set.of("400", "207")),
                put("an aid", "{\"characteristics\":[{\"aid\":1e99,\"iid\":1,\"value\":1}]}", REFUSED_EACH),
                put("a name", "{\"" + "x".repeat(200 * KIB) + "\":1}", MALFORMED),
                put("a text", entry(id, "\"" + "x".repeat(200 * KIB) + "\""), REFUSED_EACH),
                put("entries of strangers", entries(6000, "7"), REFUSED_EACH),
                put("a list of lists", entries(6000, nested(5)), REFUSED_EACH),
                tlv("a pairing body", "\u0006\u0001\u0001\u0003\u0002" + "x".repeat(4 * KIB), BODY),
                tlv("an identifier", fragments(1, 15), Set.of("400", "200")),
                tlv("items", "\u0006\u0001\u0001" + "\u0000\u0000".repeat(2000), Set.of("400", "200")));
    }

    @Override
    public String toString() {
        return what;
    }

    private static Oversized head(String what, String request, Set<String> outcomes) {
        return new Oversized(what, request.getBytes(StandardCharsets.ISO_8859_1), outcomes);
    }

    private static Oversized put(String what, String json, Set<String> outcomes) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return new Oversized(what, HapWire.request("PUT", "/characteristics", WireClient.JSON, body), outcomes);
    }

    private static Oversized tlv(String what, String tlv, Set<String> outcomes) {
        byte[] body = tlv.getBytes(StandardCharsets.ISO_8859_1);
        return new Oversized(what, HapWire.request("POST", "/pairings", WireClient.TLV, body), outcomes);
    }

    private static String length(String number) {
        return HapWire.begin("PUT", "/characteristics") + "Content-Length: " + number + "\r\n\r\n";
    }

    private static String chunked(String chunks) {
        return HapWire.begin("PUT", "/characteristics") + "Transfer-Encoding: chunked\r\n\r\n" + chunks;
    }

    private static String entry(String id, String value) {
        String[] numbers = id.split("\\.");
        return "{\"characteristics\":[{\"aid\":" + numbers[0] + ",\"iid\":" + numbers[1] + ",\"value\":" + value
                + "}]}";
    }

    private static String entries(int count, String value) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"aid\":7,\"iid\":" + i + ",\"value\":" + value + "}")
                .collect(Collectors.joining(",", "{\"characteristics\":[", "]}"));
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String fragments(int type, int count) {
        return ("" + (char) type + (char) 255 + "x".repeat(255)).repeat(count) + "\u0006\u0001\u0001";
    }
}
