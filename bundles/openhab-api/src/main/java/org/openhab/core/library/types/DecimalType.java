// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.library.types;

import java.math.BigDecimal;
import org.openhab.core.types.Command;
import org.openhab.core.types.PrimitiveType;
import org.openhab.core.types.State;

/** A number. */
public class DecimalType extends Number implements PrimitiveType, State, Command, Comparable<DecimalType> {
    private static final long serialVersionUID = 1L;
    public static final DecimalType ZERO = new DecimalType(0);
    protected BigDecimal value;

    public DecimalType(Number value) {
        this(value.toString());
    }

    public DecimalType(String value) {
        this.value = new BigDecimal(value);
    }

    public static DecimalType valueOf(String value) {
        return new DecimalType(value);
    }

    public BigDecimal toBigDecimal() {
        return value;
    }

    @Override
    public String format(String pattern) {
        return String.format(pattern, value);
    }

    @Override
    public String toFullString() {
        return value.toPlainString();
    }

    @Override
    public String toString() {
        return toFullString();
    }

    @Override
    public int intValue() {
        return value.intValue();
    }

    @Override
    public long longValue() {
        return value.longValue();
    }

    @Override
    public float floatValue() {
        return value.floatValue();
    }

    @Override
    public double doubleValue() {
        return value.doubleValue();
    }

    @Override
    public int compareTo(DecimalType other) {
        return value.compareTo(other.value);
    }

    @Override
    public int hashCode() {
        return value.stripTrailingZeros().hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other != null && other.getClass() == getClass() && value.compareTo(((DecimalType) other).value) == 0;
    }
}
