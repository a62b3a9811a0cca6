// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.tlv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An immutable list of typed values as HAP writes it (HAP specification R2 section 14.1): type, length, value, and a value
 * of more than 255 bytes in adjacent fragments of one type. Reading is as strict as HomeKitADK's: of two adjacent items of
 * one type the first must be full and the second must not be empty. So each list has one form only, and reading what was
 * written gives the same list. Values may be secret and show in no text.
 */
public final class Tlv8 {
    private static final int FRAGMENT = 255;
    private static final int HEADER = 2;

    private final List<Item> items;

    private Tlv8(List<Item> items) {
        this.items = List.copyOf(items);
    }

    /** Begins a list to be written. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a whole buffer; no bytes give no items. The caller has bounded the size of the buffer.
     *
     * @throws MalformedTlv8Exception if an item is cut off or fragments do not follow the rules
     */
    public static Tlv8 read(byte[] bytes) throws MalformedTlv8Exception {
        List<Item> items = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int end = endOfValue(bytes, at);
            items.add(new Item(bytes[at] & 0xff, join(bytes, at, end)));
            at = end;
        }
        return new Tlv8(items);
    }

    /** All items in their order, fragments joined. */
    public List<Item> items() {
        return items;
    }

    /** The value of the first item of a type, a copy. */
    public Optional<byte[]> find(int type) {
        return items.stream().filter(item -> item.type() == type).findFirst().map(Item::value);
    }

    /** How many items of a type there are. */
    public long count(int type) {
        return items.stream().filter(item -> item.type() == type).count();
    }

    /** The lists between the items of a separating type; always at least one, perhaps empty. */
    public List<Tlv8> split(int separator) {
        List<Tlv8> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).type() == separator) {
                parts.add(new Tlv8(items.subList(from, i)));
                from = i + 1;
            }
        }
        parts.add(new Tlv8(items.subList(from, items.size())));
        return parts;
    }

    /** The written form. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        items.forEach(item -> write(out, item.type, item.value));
        return out.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tlv8 that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return "Tlv8" + items;
    }

    private static int endOfValue(byte[] bytes, int start) throws MalformedTlv8Exception {
        int end = endOfFragment(bytes, start);
        boolean full = end - start == HEADER + FRAGMENT;
        while (end < bytes.length && bytes[end] == bytes[start]) {
            int next = endOfFragment(bytes, end);
            if (!full || next == end + HEADER) {
                throw new MalformedTlv8Exception("Items of type " + (bytes[start] & 0xff) + " side by side");
            }
            full = next - end == HEADER + FRAGMENT;
            end = next;
        }
        return end;
    }

    private static int endOfFragment(byte[] bytes, int start) throws MalformedTlv8Exception {
        int end = start + 1 < bytes.length ? start + HEADER + (bytes[start + 1] & 0xff) : Integer.MAX_VALUE;
        if (end > bytes.length) {
            throw new MalformedTlv8Exception("Item of type " + (bytes[start] & 0xff) + " is cut off");
        }
        return end;
    }

    private static byte[] join(byte[] bytes, int start, int end) {
        ByteArrayOutputStream value = new ByteArrayOutputStream(end - start);
        for (int at = start; at < end; at += HEADER + FRAGMENT) {
            int from = at + HEADER;
            value.write(bytes, from, Math.min(FRAGMENT, end - from));
        }
        return value.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, int type, byte[] value) {
        int at = 0;
        do {
            int length = Math.min(FRAGMENT, value.length - at);
            out.write(type);
            out.write(length);
            out.write(value, at, length);
            at += length;
        } while (at < value.length);
    }

    /** A type of 0 to 255 and its value; a value of any length, in one piece. */
    public static final class Item {
        private final int type;
        private final byte[] value;

        private Item(int type, byte[] value) {
            this.type = type;
            this.value = value;
        }

        /** The type, 0 to 255. */
        public int type() {
            return type;
        }

        /** The value, a copy. */
        public byte[] value() {
            return value.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Item that && type == that.type && Arrays.equals(value, that.value);
        }

        @Override
        public int hashCode() {
            return type + Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return type + ":" + value.length + " bytes";
        }
    }

    /** Collects items in the order of the wire; for one thread. */
    public static final class Builder {
        private final List<Item> items = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a value, copied.
         *
         * @param type 0 to 255, another one than that of the item before
         */
        public Builder bytes(int type, byte[] value) {
            if (type < 0 || type > 0xff) {
                throw new IllegalArgumentException("A type has one byte, not " + type);
            }
            if (!items.isEmpty() && items.get(items.size() - 1).type == type) {
                throw new IllegalArgumentException("Two items of type " + type + " need a separator between them");
            }
            items.add(new Item(type, value.clone()));
            return this;
        }

        /** Adds an unsigned integer, little-endian, in the smallest of the widths 1, 2, 4 and 8. */
        public Builder integer(int type, long value) {
            int width = 1;
            while (width < Long.BYTES && value >>> width * Byte.SIZE != 0) {
                width *= 2;
            }
            byte[] bytes = new byte[width];
            for (int i = 0; i < width; i++) {
                bytes[i] = (byte) (value >>> i * Byte.SIZE);
            }
            return bytes(type, bytes);
        }

        /** Adds a text in UTF-8. */
        public Builder text(int type, String value) {
            return bytes(type, value.getBytes(UTF_8));
        }

        /** Adds an empty item. */
        public Builder separator(int type) {
            return bytes(type, new byte[0]);
        }

        /** The list so far. */
        public Tlv8 build() {
            return new Tlv8(items);
        }
    }
}
