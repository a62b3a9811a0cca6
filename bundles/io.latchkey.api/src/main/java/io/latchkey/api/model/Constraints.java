// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The limits of a characteristic's values, and the two ways to apply them: {@link #accept} judges what a controller
 * writes, {@link #fit} makes legal what a host says. Immutable.
 *
 * <p>A value outside its limits makes iOS show "No Response" for the whole accessory, so nothing leaves a bridge that
 * did not pass through {@link #fit}.
 */
public final class Constraints {
    /** No limits but those of the format. */
    public static final Constraints NONE = new Constraints(null, null, null, -1, -1, null);
    /** The limit of a text when none is given, in bytes of UTF-8 (HAP specification R2, table 6-3). */
    public static final int DEFAULT_TEXT_LENGTH = 64;
    /** The limit of a text that no characteristic may exceed, in bytes of UTF-8. */
    public static final int MAXIMUM_TEXT_LENGTH = 256;
    /** The limit of data when none is given, in bytes. */
    public static final int DEFAULT_DATA_LENGTH = 2_097_152;

    private final BigDecimal minimum;
    private final BigDecimal maximum;
    private final BigDecimal step;
    private final int textLength;
    private final int dataLength;
    private final SortedSet<Integer> validValues;

    private Constraints(
            BigDecimal minimum,
            BigDecimal maximum,
            BigDecimal step,
            int textLength,
            int dataLength,
            SortedSet<Integer> validValues) {
        this.minimum = minimum;
        this.maximum = maximum;
        this.step = step;
        this.textLength = textLength;
        this.dataLength = dataLength;
        this.validValues = validValues;
    }

    /**
     * These limits with another range.
     *
     * @param lowest the smallest value
     * @param highest the largest value
     * @throws IllegalArgumentException when lowest is above highest or one isn't finite
     */
    public Constraints range(double lowest, double highest) {
        BigDecimal low = BigDecimal.valueOf(lowest);
        BigDecimal high = BigDecimal.valueOf(highest);
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("the smallest value " + lowest + " is above the largest " + highest);
        }
        return new Constraints(low, high, step, textLength, dataLength, validValues);
    }

    /**
     * These limits with another step, counted from the smallest value.
     *
     * @throws IllegalArgumentException when it is zero or less, or not finite
     */
    public Constraints step(double width) {
        if (!(width > 0)) {
            throw new IllegalArgumentException("a step is above zero, not " + width);
        }
        return new Constraints(minimum, maximum, BigDecimal.valueOf(width), textLength, dataLength, validValues);
    }

    /**
     * These limits with another longest text.
     *
     * @param bytes in UTF-8, 1 to {@link #MAXIMUM_TEXT_LENGTH}
     */
    public Constraints textLength(int bytes) {
        if (bytes < 1 || bytes > MAXIMUM_TEXT_LENGTH) {
            throw new IllegalArgumentException("a text has 1 to 256 bytes, not " + bytes);
        }
        return new Constraints(minimum, maximum, step, bytes, dataLength, validValues);
    }

    /**
     * These limits with another longest data.
     *
     * @param bytes at least 1
     */
    public Constraints dataLength(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("data has at least one byte");
        }
        return new Constraints(minimum, maximum, step, textLength, bytes, validValues);
    }

    /**
     * These limits with only some values of an enumeration.
     *
     * @param numbers the values that are offered, at least one
     */
    public Constraints validValues(Collection<Integer> numbers) {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("an enumeration offers at least one value");
        }
        SortedSet<Integer> sorted = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
        return new Constraints(minimum, maximum, step, textLength, dataLength, sorted);
    }

    /** The smallest value, if limited. */
    public Optional<BigDecimal> minimum() {
        return Optional.ofNullable(minimum);
    }

    /** The largest value, if limited. */
    public Optional<BigDecimal> maximum() {
        return Optional.ofNullable(maximum);
    }

    /** The width of a step, if any. */
    public Optional<BigDecimal> step() {
        return Optional.ofNullable(step);
    }

    /** The longest text in bytes of UTF-8, if it differs from the default. */
    public OptionalInt textLength() {
        return textLength < 0 ? OptionalInt.empty() : OptionalInt.of(textLength);
    }

    /** The longest data in bytes, if it differs from the default. */
    public OptionalInt dataLength() {
        return dataLength < 0 ? OptionalInt.empty() : OptionalInt.of(dataLength);
    }

    /** The values of an enumeration that are offered; empty when all of the range are. */
    public SortedSet<Integer> validValues() {
        return validValues == null ? Collections.emptySortedSet() : validValues;
    }

    /**
     * Judges a value that a controller writes: out of range is refused, between two steps is moved to the nearer one
     * (HAP specification R2, section 6.7.2.2; HomeKitADK, HAPIPCharacteristic).
     *
     * @param format the format of the characteristic
     * @param written the value as it came; whole numbers 0 and 1 stand for truth values and the reverse
     * @return the value for the write function, empty when it must be answered with
     *     {@link HapStatus#INVALID_VALUE}
     */
    public Optional<Value> accept(Format format, Value written) {
        return switch (format) {
            case BOOL -> asBool(written);
            case STRING ->
                written instanceof Value.Text text && length(text) <= textLimit()
                        ? Optional.of(written)
                        : Optional.empty();
            case TLV8, DATA ->
                written instanceof Value.Bytes bytes && bytes.content().length <= dataLimit()
                        ? Optional.of(written)
                        : Optional.empty();
            default ->
                asNumber(format, written)
                        .filter(number -> inRange(format, number))
                        .map(this::snap)
                        .filter(number -> inRange(format, number))
                        .filter(number -> !format.isInteger() || isOffered(number))
                        .map(number -> asValue(format, number));
        };
    }

    /**
     * Makes a host's value legal: clamped into the range, moved to the nearest step, a text cut at a character border.
     *
     * @param format the format of the characteristic
     * @param told the value that the host has
     * @return a value that may leave the bridge, empty when nothing legal can be made of it
     */
    public Optional<Value> fit(Format format, Value told) {
        return switch (format) {
            case BOOL -> asBool(told);
            case STRING -> told instanceof Value.Text text ? Optional.of(cut(text)) : Optional.empty();
            case TLV8, DATA -> told instanceof Value.Bytes ? Optional.of(told) : Optional.empty();
            default ->
                asNumber(format, told)
                        .map(number -> snap(clamp(format, number)))
                        .map(number -> clamp(format, number))
                        .filter(number -> !format.isInteger() || isOffered(number))
                        .map(number -> asValue(format, number));
        };
    }

    private static Optional<Value> asBool(Value value) {
        if (value instanceof Value.Whole whole && (whole.number() == 0 || whole.number() == 1)) {
            return Optional.of(Value.of(whole.number() == 1));
        }
        return value instanceof Value.Bool ? Optional.of(value) : Optional.empty();
    }

    private static Optional<BigDecimal> asNumber(Format format, Value value) {
        if (value instanceof Value.Bool bool) {
            return Optional.of(bool.on() ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        if (value instanceof Value.Whole whole) {
            return Optional.of(format == Format.UINT64 ? unsigned(whole.number()) : BigDecimal.valueOf(whole.number()));
        }
        return value instanceof Value.Decimal decimal
                ? Optional.of(BigDecimal.valueOf(decimal.number()))
                        .map(number -> format.isInteger() ? number.setScale(0, RoundingMode.HALF_UP) : number)
                : Optional.empty();
    }

    private static BigDecimal unsigned(long bits) {
        return new BigDecimal(Long.toUnsignedString(bits));
    }

    private boolean inRange(Format format, BigDecimal number) {
        return clamp(format, number).compareTo(number) == 0;
    }

    private BigDecimal clamp(Format format, BigDecimal number) {
        BigDecimal clamped = number;
        if (format.isInteger()) {
            BigDecimal highest = format == Format.UINT64 ? unsigned(-1L) : BigDecimal.valueOf(format.highest());
            clamped = clamped.max(BigDecimal.valueOf(format.lowest())).min(highest);
        }
        clamped = minimum == null ? clamped : clamped.max(minimum);
        return maximum == null ? clamped : clamped.min(maximum);
    }

    private BigDecimal snap(BigDecimal number) {
        if (step == null) {
            return number;
        }
        BigDecimal from = minimum == null ? BigDecimal.ZERO : minimum;
        BigDecimal steps = number.subtract(from).divide(step, 0, RoundingMode.HALF_UP);
        return from.add(steps.multiply(step));
    }

    private boolean isOffered(BigDecimal number) {
        return validValues == null || validValues.contains(number.intValue());
    }

    private static Value asValue(Format format, BigDecimal number) {
        return format.isInteger()
                ? Value.of(
                        number.setScale(0, RoundingMode.HALF_UP).unscaledValue().longValue())
                : Value.of(number.doubleValue());
    }

    private Value cut(Value.Text text) {
        return length(text) <= textLimit() ? text : Value.of(LegalName.beginning(text.text(), textLimit()));
    }

    private static int length(Value.Text text) {
        return text.text().getBytes(StandardCharsets.UTF_8).length;
    }

    private int textLimit() {
        return textLength < 0 ? DEFAULT_TEXT_LENGTH : textLength;
    }

    private int dataLimit() {
        return dataLength < 0 ? DEFAULT_DATA_LENGTH : dataLength;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Constraints that
                && Objects.equals(minimum, that.minimum)
                && Objects.equals(maximum, that.maximum)
                && Objects.equals(step, that.step)
                && textLength == that.textLength
                && dataLength == that.dataLength
                && Objects.equals(validValues, that.validValues);
    }

    @Override
    public int hashCode() {
        return Objects.hash(minimum, maximum, step, textLength, dataLength, validValues);
    }

    @Override
    public String toString() {
        return "Constraints[" + minimum + ".." + maximum + " step " + step + " values " + validValues + "]";
    }
}
