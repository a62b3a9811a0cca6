// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Constraints;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code minValue}, {@code maxValue} and {@code step} of metadata. Stateless. */
final class Limits {
    private Limits() {}

    /**
     * Limits of the role's type, narrowed or widened by options.
     *
     * @param lowest without an option, if any
     * @param highest without an option, if any
     * @param convert brings a quantity of the options into HomeKit's unit
     */
    static Constraints of(
            MappingContext context,
            Optional<BigDecimal> lowest,
            Optional<BigDecimal> highest,
            Function<ItemState.Quantity, Optional<BigDecimal>> convert) {
        Constraints limits = context.role().type().constraints();
        Optional<BigDecimal> minimum =
                Units.option(context, "minValue").flatMap(convert).or(() -> lowest);
        Optional<BigDecimal> maximum =
                Units.option(context, "maxValue").flatMap(convert).or(() -> highest);
        if (minimum.isPresent() && maximum.isPresent()) {
            BigDecimal low = minimum.get().min(maximum.get());
            limits = limits.range(
                    low.doubleValue(), minimum.get().max(maximum.get()).doubleValue());
        }
        double step = Units.option(context, "step")
                .map(quantity -> quantity.number().doubleValue())
                .orElse(0.0);
        return step > 0 ? limits.step(step) : limits;
    }
}
