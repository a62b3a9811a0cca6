// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Requests as bytes, good ones and odd ones. */
final class Requests {
    private Requests() {}

    /** A GET. */
    static byte[] get(String target) {
        return HapWire.request("GET", target, WireClient.JSON, new byte[0]);
    }

    /** A GET with one more header line. */
    static byte[] get(String target, String header) {
        return bytes(HapWire.begin("GET", target) + header + "\r\n\r\n");
    }

    /** A GET that is exactly so many bytes long, by a header that nobody knows. */
    static byte[] get(String target, int length) {
        int rest = length - get(target, "X-Padding: ").length;
        return get(target, "X-Padding: " + "x".repeat(rest));
    }

    /** A PUT of JSON. */
    static byte[] put(String target, String json) {
        return HapWire.request("PUT", target, WireClient.JSON, bytes(json));
    }

    /** The body of a write that sets one member of one characteristic. */
    static String write(String id, String member, String json) {
        String[] numbers = id.split("\\.");
        return "{\"characteristics\":[{\"aid\":" + numbers[0] + ",\"iid\":" + numbers[1] + ",\"" + member + "\":" + json
                + "}]}";
    }

    /** Text as it goes over the wire. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One behind the other. */
    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
