// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Constraints;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads {@code minValue}, {@code maxValue} and {@code step} of metadata. What makes no sense there is passed over: the
 * limits always leave a range in which both ends are values that a controller may write. Stateless.
 */
final class Limits {
    /** The options that {@link #of} reads. */
    static final List<Setting> SETTINGS = List.of(
            Setting.number("minValue", "the smallest value"),
            Setting.number("maxValue", "the largest value"),
            Setting.number("step", "the width of a step"));

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

    private Limits() {}

    /**
     * Limits of the role's type, narrowed or widened by options.
     *
     * @param lowest without an option, if any
     * @param highest without an option, if any
     * @param convert brings a quantity of the options into HomeKit's unit, rounded as its values are
     */
    static Constraints of(
            MappingContext context,
            Optional<BigDecimal> lowest,
            Optional<BigDecimal> highest,
            Function<ItemState.Quantity, Optional<BigDecimal>> convert) {
        CharacteristicType type = context.role().type();
        Constraints usual = type.constraints();
        Optional<BigDecimal> minimum = option(context, "minValue", convert).or(() -> lowest);
        Optional<BigDecimal> maximum = option(context, "maxValue", convert).or(() -> highest);
        if (minimum.isEmpty() || maximum.isEmpty()) {
            return usual;
        }
        BigDecimal low = bound(type, minimum.get().min(maximum.get()), RoundingMode.CEILING);
        BigDecimal high = bound(type, minimum.get().max(maximum.get()), RoundingMode.FLOOR);
        if (low.compareTo(high) > 0) {
            return usual;
        }
        Optional<BigDecimal> step = option(context, "step", quantity -> Optional.of(quantity.number()))
                .filter(width -> width.signum() > 0 && width.compareTo(high.subtract(low)) <= 0)
                .filter(width -> !type.format().isInteger() || isWhole(width))
                .or(usual::step);
        BigDecimal end = step.map(width -> lastStep(low, high, width)).orElse(high);
        Constraints limits = usual.range(low.doubleValue(), end.doubleValue());
        return step.map(width -> limits.step(width.doubleValue())).orElse(limits);
    }

    private static Optional<BigDecimal> option(
            MappingContext context, String name, Function<ItemState.Quantity, Optional<BigDecimal>> convert) {
        return Units.option(context, name)
                .flatMap(convert)
                .filter(number -> number.abs().compareTo(LARGEST) <= 0);
    }

    private static BigDecimal bound(CharacteristicType type, BigDecimal number, RoundingMode rounding) {
        if (!type.format().isInteger()) {
            return number;
        }
        return number.setScale(0, rounding)
                .max(BigDecimal.valueOf(type.format().lowest()))
                .min(BigDecimal.valueOf(type.format().highest()));
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static BigDecimal lastStep(BigDecimal low, BigDecimal high, BigDecimal width) {
        BigDecimal steps = high.subtract(low).divide(width, 0, RoundingMode.FLOOR);
        return low.add(steps.multiply(width));
    }
}
