// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import io.latchkey.api.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A growing row of bytes that takes pieces of JSON: what is written here is never copied through characters. It puts no
 * commas and checks no nesting; {@link JsonOutput} does. Not for use by several threads.
 */
public final class JsonBytes {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_ASCII = 0x7F;

    private byte[] bytes;
    private int length;

    /** An empty row with room for so many bytes. */
    public JsonBytes(int room) {
        this.bytes = new byte[room];
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** A copy of all bytes. */
    public byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Part of other bytes, as they are. */
    public void raw(byte[] from, int start, int end) {
        reserve(end - start);
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
    }

    /** A truth value. */
    public void truth(boolean on) {
        literal(on ? TRUE : FALSE);
    }

    /** A value of a characteristic; whole numbers of 64 bits count as unsigned when {@code unsigned}. */
    public void value(Value value, boolean unsigned) {
        if (value instanceof Value.Bool bool) {
            truth(bool.on());
        } else if (value instanceof Value.Whole whole) {
            ascii(unsigned ? Long.toUnsignedString(whole.number()) : Long.toString(whole.number()));
        } else if (value instanceof Value.Decimal decimal) {
            ascii(JsonNumbers.decimal(decimal.number()));
        } else if (value instanceof Value.Text text) {
            text(text.text());
        } else if (value instanceof Value.Bytes content) {
            text(Base64.getEncoder().encodeToString(content.content()));
        } else {
            literal(NULL);
        }
    }

    /** A text in quotes, in UTF-8; half a surrogate pair becomes a question mark, as no UTF-8 exists for it. */
    void text(String text) {
        put('"');
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            ascii(text);
        } else {
            escaped(text.getBytes(StandardCharsets.UTF_8));
        }
        put('"');
    }

    /** Text of ASCII characters, as it is. */
    @SuppressWarnings("deprecation") // the one way from ASCII text to bytes without another array
    void ascii(String text) {
        reserve(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
    }

    /** One ASCII character. */
    void put(char character) {
        reserve(1);
        bytes[length++] = (byte) character;
    }

    private void escaped(byte[] utf8) {
        for (byte each : utf8) {
            if (each == '"' || each == '\\') {
                put('\\');
                put((char) each);
            } else if (each >= 0 && each < FIRST_PRINTABLE) {
                control(each);
            } else {
                reserve(1);
                bytes[length++] = each;
            }
        }
    }

    private void control(byte character) {
        int named = "\b\t\n\f\r".indexOf(character);
        put('\\');
        if (named >= 0) {
            put("btnfr".charAt(named));
        } else {
            ascii("u00");
            put((char) HEX[character >> 4]);
            put((char) HEX[character & 0xF]);
        }
    }

    private void literal(byte[] word) {
        raw(word, 0, word.length);
    }

    private static boolean isPlain(char character) {
        return character >= FIRST_PRINTABLE && character <= LAST_ASCII && character != '"' && character != '\\';
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
