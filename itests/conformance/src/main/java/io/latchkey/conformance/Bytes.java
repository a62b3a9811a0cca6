// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Byte strings as tests write and join them. */
public final class Bytes {
    private Bytes() {}

    /** All parts, one behind the other. */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    /** What hexadecimal digits say. */
    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** As hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** A text in UTF-8. */
    public static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A copy with one bit of its last byte turned. */
    static byte[] spoilt(byte[] bytes) {
        byte[] copy = bytes.clone();
        copy[copy.length - 1] ^= 1;
        return copy;
    }
}
