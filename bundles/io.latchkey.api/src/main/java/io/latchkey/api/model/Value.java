// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.util.Arrays;

/**
 * A characteristic's value, independent of its text on the wire. Immutable.
 */
public sealed interface Value {
    /** No value: only for characteristics that are null on a read, such as a button's event. */
    Value NULL = new Null();
    /** True. */
    Value TRUE = new Bool(true);
    /** False. */
    Value FALSE = new Bool(false);

    /**
     * A truth value.
     *
     * @param on the value
     */
    record Bool(boolean on) implements Value {}

    /**
     * A whole number of any integer format.
     *
     * @param number the value; for {@link Format#UINT64} the 64 bits are to be read as unsigned
     */
    record Whole(long number) implements Value {}

    /**
     * A number of format float.
     *
     * @param number the value, finite
     */
    record Decimal(double number) implements Value {
        public Decimal {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("no number: " + number);
            }
        }
    }

    /**
     * A text.
     *
     * @param text the value
     */
    record Text(String text) implements Value {
        public Text {
            if (text == null) {
                throw new IllegalArgumentException("a text value needs a text");
            }
        }
    }

    /**
     * The content of a {@code tlv8} or {@code data} characteristic. May hold secrets, so its text form tells only the
     * length.
     *
     * @param content the bytes, copied in and out
     */
    record Bytes(byte[] content) implements Value {
        public Bytes {
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(content);
        }

        @Override
        public String toString() {
            return "Bytes[" + content.length + " bytes]";
        }
    }

    /** No value. */
    record Null() implements Value {}

    /** A truth value. */
    static Value of(boolean on) {
        return on ? TRUE : FALSE;
    }

    /** A whole number. */
    static Value of(long number) {
        return new Whole(number);
    }

    /**
     * A number with a fraction.
     *
     * @throws IllegalArgumentException when it is not finite
     */
    static Value of(double number) {
        return new Decimal(number);
    }

    /** A text. */
    static Value of(String text) {
        return new Text(text);
    }

    /** The content of a {@code tlv8} or {@code data} characteristic; copied. */
    static Value of(byte[] content) {
        return new Bytes(content);
    }
}
