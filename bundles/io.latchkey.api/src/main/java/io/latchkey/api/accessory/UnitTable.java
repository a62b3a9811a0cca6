// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The units of one measure by their symbols. The way of writing a symbol doesn't matter: {@code µ} and {@code μ},
 * {@code m³} and {@code m3}, {@code °C} and {@code ℃} are the same. Filled when it is made, then only read.
 */
final class UnitTable {
    private static final Map<String, Integer> PREFIXES = Map.ofEntries(
            Map.entry("Y", 24),
            Map.entry("Z", 21),
            Map.entry("E", 18),
            Map.entry("P", 15),
            Map.entry("T", 12),
            Map.entry("G", 9),
            Map.entry("M", 6),
            Map.entry("k", 3),
            Map.entry("h", 2),
            Map.entry("da", 1),
            Map.entry("d", -1),
            Map.entry("c", -2),
            Map.entry("m", -3),
            Map.entry("µ", -6),
            Map.entry("n", -9),
            Map.entry("p", -12),
            Map.entry("f", -15),
            Map.entry("a", -18),
            Map.entry("z", -21),
            Map.entry("y", -24));
    private static final BigDecimal ZERO_CELSIUS = new BigDecimal("273.15");
    private static final BigDecimal ZERO_FAHRENHEIT = new BigDecimal("459.67");
    private static final String ONE = "one";
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final BigDecimal NINE = BigDecimal.valueOf(9);

    private final Map<String, UnitScale> scales = new HashMap<>();

    private UnitTable() {}

    /** A table without units. */
    static UnitTable empty() {
        return new UnitTable();
    }

    /**
     * Parts of something.
     *
     * @param whole how many of HomeKit's units all of it is
     */
    static UnitTable shares(String whole) {
        return new UnitTable()
                .with(UnitScale.times(whole), ONE)
                .with(UnitScale.ratio(whole, "100"), "%")
                .with(UnitScale.ratio(whole, "1000000"), "ppm")
                .with(UnitScale.ratio(whole, "1000000000"), "ppb");
    }

    /** Temperatures in degrees Celsius. */
    static UnitTable celsius() {
        BigDecimal freezing = BigDecimal.valueOf(-32);
        return new UnitTable()
                .with(UnitScale.SAME, "°C")
                .with(new UnitScale.Linear(freezing, FIVE, NINE), "°F")
                .prefixed(new UnitScale.Linear(ZERO_CELSIUS.negate(), BigDecimal.ONE, BigDecimal.ONE), "K");
    }

    /** Colours in mired, also by the temperature that they look like. */
    static UnitTable mired() {
        return new UnitTable()
                .with(UnitScale.SAME, "mired", "mirek", "MK⁻¹")
                .with(reciprocal(ZERO_CELSIUS, BigDecimal.ONE, BigDecimal.ONE), "°C")
                .with(reciprocal(ZERO_FAHRENHEIT, FIVE, NINE), "°F")
                .prefixed(reciprocal(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE), "K");
    }

    /** This table with one more unit, by all its symbols. */
    UnitTable with(UnitScale scale, String... symbols) {
        for (String symbol : symbols) {
            scales.put(normal(symbol), scale);
        }
        return this;
    }

    /** This table with one more unit and its multiples by metric prefixes. */
    UnitTable prefixed(UnitScale scale, String symbol) {
        PREFIXES.forEach((prefix, power) -> with(scale.multiple(power), prefix + symbol));
        return with(scale, symbol);
    }

    /** Whether numbers with that symbol are bare numbers. */
    static boolean isOne(String symbol) {
        return normal(symbol).equals(ONE);
    }

    /** What makes HomeKit's unit of that one; empty when it isn't one of this measure. */
    Optional<UnitScale> scale(String symbol) {
        return Optional.ofNullable(scales.get(normal(symbol)));
    }

    private static UnitScale reciprocal(BigDecimal shift, BigDecimal numerator, BigDecimal denominator) {
        return new UnitScale.Reciprocal(new UnitScale.Linear(shift, numerator, denominator));
    }

    private static String normal(String symbol) {
        return Normalizer.normalize(symbol.trim(), Normalizer.Form.NFKC);
    }
}
