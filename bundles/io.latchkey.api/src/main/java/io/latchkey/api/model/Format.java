// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.util.Locale;

/** The formats of characteristic values (HAP specification R2, table 6-5). */
public enum Format {
    BOOL,
    UINT8,
    UINT16,
    UINT32,
    UINT64,
    INT,
    FLOAT,
    STRING,
    TLV8,
    DATA;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name in JSON, such as {@code uint8}. */
    public String wireName() {
        return wireName;
    }

    /** Whether values are whole numbers. */
    public boolean isInteger() {
        return ordinal() >= UINT8.ordinal() && ordinal() <= INT.ordinal();
    }

    /** Whether values are numbers, whole or not. */
    public boolean isNumeric() {
        return isInteger() || this == FLOAT;
    }

    /** The smallest value of an integer format. */
    public long lowest() {
        return this == INT ? Integer.MIN_VALUE : 0;
    }

    /**
     * The largest value of an integer format. For {@link #UINT64} this is the unsigned maximum, which a Java long shows
     * as -1.
     */
    public long highest() {
        return switch (this) {
            case UINT8 -> 0xFFL;
            case UINT16 -> 0xFFFFL;
            case UINT32 -> 0xFFFFFFFFL;
            case INT -> Integer.MAX_VALUE;
            case UINT64 -> -1L;
            default -> throw new IllegalStateException(wireName + " is no integer format");
        };
    }

    /**
     * The format of a name in JSON.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Format ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
