// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.library.types;

import java.math.BigDecimal;
import org.openhab.core.types.Command;
import org.openhab.core.types.PrimitiveType;
import org.openhab.core.types.State;

/** A number with a unit; the measure that is its parameter is left out here. */
public class QuantityType<T> extends Number implements PrimitiveType, State, Command, Comparable<QuantityType<T>> {
    private static final long serialVersionUID = 1L;
    private final BigDecimal number;
    private final String symbol;

    public QuantityType(String value) {
        String[] parts = value.trim().split("\\s+", 2);
        this.number = new BigDecimal(parts[0]);
        this.symbol = parts.length == 2 ? parts[1] : "";
    }

    public static QuantityType<?> valueOf(String value) {
        return new QuantityType<>(value);
    }

    public BigDecimal toBigDecimal() {
        return number;
    }

    @Override
    public String format(String pattern) {
        return String.format(pattern, number);
    }

    @Override
    public String toFullString() {
        return symbol.isEmpty() ? number.toPlainString() : number.toPlainString() + " " + symbol;
    }

    @Override
    public String toString() {
        return toFullString();
    }

    @Override
    public int intValue() {
        return number.intValue();
    }

    @Override
    public long longValue() {
        return number.longValue();
    }

    @Override
    public float floatValue() {
        return number.floatValue();
    }

    @Override
    public double doubleValue() {
        return number.doubleValue();
    }

    @Override
    public int compareTo(QuantityType<T> other) {
        return number.compareTo(other.number);
    }

    @Override
    public int hashCode() {
        return symbol.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuantityType<?> quantity
                && number.compareTo(quantity.number) == 0
                && symbol.equals(quantity.symbol);
    }
}
