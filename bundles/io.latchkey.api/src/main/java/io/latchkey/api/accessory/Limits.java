// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemState.Quantity;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.StateDescription;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Permission;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The limits of a number: {@code minValue}, {@code maxValue} and {@code step} of metadata, else what the host describes,
 * else the usual ones. What makes no sense there is passed over: the limits always leave a range in which both ends are
 * values that a controller may write. What nobody can write is only widened by what the host describes, since its value
 * is what it is. Made for one role of one item.
 */
final class Limits {
    /** The options that {@link #of} reads. */
    static final List<Setting> SETTINGS = List.of(
            Setting.number("minValue", "the smallest value, in the unit of the item"),
            Setting.number("maxValue", "the largest value, in the unit of the item"),
            Setting.number("step", "the width of a step, in the unit of the item"));

    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final int FINE = 6;
    private static final int EXACT = 9;

    private final MappingContext context;
    private final Measure measure;
    private final CharacteristicType type;
    private final LimitNumbers numbers;
    private final LimitRange usual;

    private Limits(MappingContext context, Measure measure, LimitRange usual) {
        this.context = context;
        this.measure = measure;
        this.type = context.role().type();
        this.numbers = new LimitNumbers(measure, context.item());
        this.usual = usual;
    }

    /**
     * The limits of a role.
     *
     * @param lowest where nothing else is said, if any
     * @param highest where nothing else is said, if any
     */
    static Constraints of(
            MappingContext context, Measure measure, Optional<BigDecimal> lowest, Optional<BigDecimal> highest) {
        return new Limits(context, measure, new LimitRange(lowest, highest)).constraints();
    }

    private Constraints constraints() {
        StateDescription described = context.itemType() == ItemType.NUMBER
                ? DescribedLimits.inUnitOf(context.item())
                : StateDescription.NONE;
        Optional<BigDecimal> step = noted("step")
                .or(() -> describedStep(described))
                .flatMap(numbers::width)
                .map(this::fine);
        LimitRange range = range(described).rounded(number -> rounded(number, step));
        if (!range.isWhole()) {
            return type.constraints();
        }
        BigDecimal low = bound(range.low().get(), RoundingMode.CEILING);
        BigDecimal high = bound(range.high().get(), RoundingMode.FLOOR);
        return isNothing(low, high) ? type.constraints() : constraints(low, high, step);
    }

    private Constraints constraints(BigDecimal low, BigDecimal high, Optional<BigDecimal> wanted) {
        Optional<BigDecimal> step = wanted.filter(
                        width -> width.signum() > 0 && width.compareTo(high.subtract(low)) <= 0)
                .filter(width -> !type.format().isInteger() || isMultiple(width, BigDecimal.ONE))
                .or(type.constraints()::step);
        BigDecimal end = step.map(width -> lastStep(low, high, width)).orElse(high);
        Constraints limits = type.constraints().range(low.doubleValue(), end.doubleValue());
        return step.map(width -> limits.step(width.doubleValue())).orElse(limits);
    }

    private LimitRange range(StateDescription described) {
        LimitRange noted = LimitRange.between(
                noted("minValue").flatMap(number -> numbers.end(number, false)),
                noted("maxValue").flatMap(number -> numbers.end(number, true)));
        LimitRange all = noted.or(describedRange(described)).or(usual);
        return (all.isTurned() && !noted.isWhole() ? noted.or(usual) : all).sorted();
    }

    private LimitRange describedRange(StateDescription described) {
        LimitRange told = new LimitRange(described.minimum(), described.maximum());
        if (told.isWhole() && told.low().get().compareTo(told.high().get()) >= 0) {
            return LimitRange.UNKNOWN;
        }
        LimitRange range = LimitRange.between(
                told.low().map(Limits::plain).flatMap(number -> numbers.end(number, false)),
                told.high().map(Limits::plain).flatMap(number -> numbers.end(number, true)));
        return isWritable() ? range : range.containing(usual);
    }

    private Optional<Quantity> describedStep(StateDescription described) {
        return isWritable() ? described.step().map(Limits::plain) : Optional.empty();
    }

    private Optional<Quantity> noted(String option) {
        return NotedNumbers.quantity(context.options(), option);
    }

    private boolean isWritable() {
        return type.permissions().contains(Permission.PAIRED_WRITE);
    }

    /** A step that isn't quite as wide as it should be, rather than one whose last one is beyond the range. */
    private BigDecimal fine(BigDecimal width) {
        BigDecimal exact = width.setScale(EXACT, RoundingMode.HALF_UP).stripTrailingZeros();
        return exact.scale() > FINE ? exact.setScale(FINE, RoundingMode.FLOOR) : exact;
    }

    /** Temperatures are tenths, unless their steps begin elsewhere, as those of whole degrees Fahrenheit do. */
    private BigDecimal rounded(BigDecimal number, Optional<BigDecimal> step) {
        return switch (measure) {
            case COLOUR_TEMPERATURE -> number.setScale(0, RoundingMode.HALF_UP);
            case TEMPERATURE ->
                number.setScale(
                        step.filter(width -> !isMultiple(width, TENTH)).isPresent() ? FINE : 1, RoundingMode.HALF_UP);
            default -> number.scale() > FINE ? number.setScale(FINE, RoundingMode.HALF_UP) : number;
        };
    }

    private BigDecimal bound(BigDecimal number, RoundingMode rounding) {
        BigDecimal bound = measure == Measure.PERCENT ? withinType(number) : number;
        if (!type.format().isInteger()) {
            return bound;
        }
        return bound.setScale(0, rounding)
                .max(BigDecimal.valueOf(type.format().lowest()))
                .min(BigDecimal.valueOf(type.format().highest()));
    }

    /** There is no more than all. */
    private BigDecimal withinType(BigDecimal number) {
        BigDecimal low = type.constraints().minimum().map(number::max).orElse(number);
        return type.constraints().maximum().map(low::min).orElse(low);
    }

    private boolean isNothing(BigDecimal low, BigDecimal high) {
        int order = low.compareTo(high);
        return order > 0 || order == 0 && measure == Measure.PERCENT;
    }

    private static Quantity plain(BigDecimal number) {
        return new Quantity(number, Optional.empty());
    }

    private static boolean isMultiple(BigDecimal number, BigDecimal of) {
        return number.remainder(of).signum() == 0;
    }

    private static BigDecimal lastStep(BigDecimal low, BigDecimal high, BigDecimal width) {
        BigDecimal steps = high.subtract(low).divide(width, 0, RoundingMode.FLOOR);
        return low.add(steps.multiply(width));
    }
}
