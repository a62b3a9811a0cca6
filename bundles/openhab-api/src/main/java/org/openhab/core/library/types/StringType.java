// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.library.types;

import org.openhab.core.types.Command;
import org.openhab.core.types.PrimitiveType;
import org.openhab.core.types.State;

/** A text. */
public class StringType implements PrimitiveType, State, Command {
    public static final StringType EMPTY = new StringType("");
    private final String value;

    public StringType(String value) {
        this.value = value == null ? "" : value;
    }

    public static StringType valueOf(String value) {
        return new StringType(value);
    }

    @Override
    public String format(String pattern) {
        return String.format(pattern, value);
    }

    @Override
    public String toFullString() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StringType text && value.equals(text.value);
    }
}
