// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;

/**
 * The units that hosts use for what HomeKit measures: each maps the symbols of one measure to what turns them into
 * HomeKit's unit. A symbol that isn't known counts as HomeKit's unit. Stateless.
 */
enum Units {
    PLAIN(Map.of()),
    PERCENT(Map.of("one", 100.0)),
    LUX(Map.of("klx", 1000.0)),
    PARTS_PER_MILLION(Map.of("ppb", 0.001, "%", 10_000.0)),
    DENSITY(Map.of("mg/m³", 1000.0, "g/m³", 1_000_000.0, "ng/m³", 0.001)),
    SECONDS(Map.of("ms", 0.001, "min", 60.0, "h", 3600.0, "d", 86_400.0)),
    WATTS(Map.of("mW", 0.001, "kW", 1000.0, "MW", 1_000_000.0)),
    KILOWATT_HOURS(Map.of("Wh", 0.001, "MWh", 1000.0, "J", 1 / 3_600_000.0, "kJ", 1 / 3600.0)),
    VOLTS(Map.of("mV", 0.001, "kV", 1000.0)),
    AMPERES(Map.of("mA", 0.001, "kA", 1000.0));

    private static final BigDecimal ZERO_CELSIUS = new BigDecimal("273.15");
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final Map<String, Double> factors;

    Units(Map<String, Double> factors) {
        this.factors = factors;
    }

    /** The number in HomeKit's unit. */
    BigDecimal convert(ItemState.Quantity quantity, Optional<String> itemUnit) {
        Double factor = quantity.unit().or(() -> itemUnit).map(factors::get).orElse(1.0);
        return factor == 1.0 ? quantity.number() : quantity.number().multiply(BigDecimal.valueOf(factor));
    }

    /** A number of HomeKit's unit in the unit of an item. */
    BigDecimal restore(BigDecimal number, Optional<String> itemUnit) {
        Double factor = itemUnit.map(factors::get).orElse(1.0);
        return factor == 1.0 ? number : number.divide(BigDecimal.valueOf(factor), MathContext.DECIMAL32);
    }

    /** A temperature in degrees Celsius. */
    static BigDecimal celsius(ItemState.Quantity quantity, Optional<String> itemUnit) {
        BigDecimal number = quantity.number();
        return switch (quantity.unit().or(() -> itemUnit).orElse("°C")) {
            case "°F", "F", "℉" ->
                number.subtract(BigDecimal.valueOf(32))
                        .multiply(BigDecimal.valueOf(5))
                        .divide(BigDecimal.valueOf(9), MathContext.DECIMAL64);
            case "K" -> number.subtract(ZERO_CELSIUS);
            default -> number;
        };
    }

    /** A temperature in the unit of an item. */
    static BigDecimal ofCelsius(BigDecimal celsius, Optional<String> itemUnit) {
        return switch (itemUnit.orElse("°C")) {
            case "°F", "F", "℉" -> celsius.multiply(new BigDecimal("1.8")).add(BigDecimal.valueOf(32));
            case "K" -> celsius.add(ZERO_CELSIUS);
            default -> celsius;
        };
    }

    /** A colour temperature in mired; empty when there is no such colour. */
    static Optional<BigDecimal> mired(ItemState.Quantity quantity, Optional<String> itemUnit) {
        boolean isKelvin =
                quantity.unit().or(() -> itemUnit).filter("K"::equals).isPresent();
        return isKelvin ? reciprocal(quantity.number()) : Optional.of(quantity.number());
    }

    /** Mired to Kelvin and the reverse; empty for zero and less. */
    static Optional<BigDecimal> reciprocal(BigDecimal number) {
        return number.signum() > 0 ? Optional.of(MILLION.divide(number, MathContext.DECIMAL64)) : Optional.empty();
    }

    /** A number or quantity that somebody wrote into an option; empty when it isn't there or no number. */
    static Optional<ItemState.Quantity> option(MappingContext context, String name) {
        return context.options()
                .text(name)
                .flatMap(text -> ItemState.parse(ItemType.NUMBER, text))
                .filter(ItemState.Quantity.class::isInstance)
                .map(ItemState.Quantity.class::cast);
    }
}
