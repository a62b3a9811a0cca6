// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The typed items of a TLV8 structure. What can't be read is an IllegalArgumentException that shows no value. */
record TlvFields(Tlv8 list) {
    private static final int SEPARATOR = 0;

    static TlvFields of(byte[] bytes) {
        try {
            return new TlvFields(Tlv8.read(bytes));
        } catch (MalformedTlv8Exception e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    boolean has(int type) {
        return list.count(type) > 0;
    }

    Optional<TlvFields> structure(int type) {
        return list.find(type).map(TlvFields::of);
    }

    /** The structures of one type, which an empty item of type 0 separates. */
    List<TlvFields> structures(int type) {
        return list.split(SEPARATOR).stream()
                .flatMap(part -> part.find(type).stream())
                .map(TlvFields::of)
                .toList();
    }

    long required(int type) {
        return number(type).orElseThrow(() -> missing(type));
    }

    /** An unsigned number of one to eight bytes, little-endian. */
    OptionalLong number(int type) {
        Optional<byte[]> found = list.find(type);
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        byte[] bytes = found.get();
        if (bytes.length < 1 || bytes.length > Long.BYTES) {
            throw new IllegalArgumentException("item " + type + " is no number");
        }
        long number = 0;
        for (int i = bytes.length - 1; i >= 0; i--) {
            number = number << Byte.SIZE | bytes[i] & 0xff;
        }
        return OptionalLong.of(number);
    }

    /** A number with a fraction, IEEE 754 of 32 bits, little-endian. */
    double fraction(int type) {
        byte[] bytes = list.find(type).orElseThrow(() -> missing(type));
        if (bytes.length != Float.BYTES) {
            throw new IllegalArgumentException("item " + type + " is no fraction");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat();
    }

    static IllegalArgumentException missing(int type) {
        return new IllegalArgumentException("item " + type + " is missing");
    }
}
