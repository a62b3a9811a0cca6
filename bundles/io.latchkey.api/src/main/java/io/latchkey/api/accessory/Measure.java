// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the numbers of an item measure, each with the unit that HomeKit counts it in. This is the one place that knows
 * units: every symbol that openHAB writes, with its prefixes. A number that names no unit has that of its item, and HomeKit's
 * where the item has none either. One in a unit that measures something else, or that nobody knows, is no number here: it
 * is never taken for one in HomeKit's unit. Stateless, for any thread.
 */
public enum Measure {
    /** A number that HomeKit gives no unit, such as an identifier: whatever the item counts. */
    NUMBER("", "", UnitTable.empty()),
    /** A part of a hundred. */
    PERCENT("%", "Dimensionless", UnitTable.shares("100")),
    /** A share in the air, in parts per million. */
    PARTS_PER_MILLION("ppm", "Dimensionless", UnitTable.shares("1000000")),
    /** A light level in lux. */
    ILLUMINANCE(
            "lx",
            "Illuminance",
            UnitTable.empty().prefixed(UnitScale.SAME, "lx").with(UnitScale.SAME, "lm/m²")),
    /** A mass in the air, in micrograms per cubic metre. */
    DENSITY(
            "µg/m³",
            "Density",
            UnitTable.empty()
                    .prefixed(UnitScale.times("1000000"), "g/m³")
                    .prefixed(UnitScale.times("1000000000"), "g/l")
                    .with(UnitScale.ratio("64798.91", "0.028316846592"), "gr/ft³")),
    /** A temperature in degrees Celsius. */
    TEMPERATURE("°C", "Temperature", UnitTable.celsius()),
    /** The colour of white light, in mired. */
    COLOUR_TEMPERATURE("K", "Temperature", UnitTable.mired()),
    /** An angle in degrees. */
    ANGLE(
            "°",
            "Angle",
            UnitTable.empty()
                    .with(UnitScale.SAME, "°", "deg")
                    .with(UnitScale.ratio("1", "60"), "'")
                    .with(UnitScale.ratio("1", "3600"), "''")
                    .prefixed(UnitScale.ratio("180", "3.14159265358979323846"), "rad")),
    /** A time in seconds. */
    TIME(
            "s",
            "Time",
            UnitTable.empty()
                    .prefixed(UnitScale.SAME, "s")
                    .with(UnitScale.times("60"), "min")
                    .with(UnitScale.times("3600"), "h")
                    .with(UnitScale.times("86400"), "d", "day")
                    .with(UnitScale.times("604800"), "week", "wk")
                    .with(UnitScale.times("2629746"), "month", "mo")
                    .with(UnitScale.times("31556952"), "y", "yr", "year")),
    /** A power in watts. */
    POWER("W", "Power", UnitTable.empty().prefixed(UnitScale.SAME, "W")),
    /** An energy in kilowatt hours. */
    ENERGY(
            "kWh",
            "Energy",
            UnitTable.empty()
                    .prefixed(UnitScale.ratio("1", "1000"), "Wh")
                    .prefixed(UnitScale.ratio("1", "3600000"), "J")
                    .prefixed(UnitScale.ratio("1", "3600000"), "Ws")
                    .prefixed(UnitScale.ratio("4.184", "3600000"), "cal")),
    /** A voltage in volts. */
    VOLTAGE("V", "ElectricPotential", UnitTable.empty().prefixed(UnitScale.SAME, "V")),
    /** A current in amperes. */
    CURRENT("A", "ElectricCurrent", UnitTable.empty().prefixed(UnitScale.SAME, "A"));

    private static final String FAHRENHEIT = "°F";

    private final String usual;
    private final String dimension;
    private final UnitTable units;

    Measure(String usual, String dimension, UnitTable units) {
        this.usual = usual;
        this.dimension = dimension;
        this.units = units;
    }

    /** The number of an item in HomeKit's unit; empty when its unit isn't one of this measure. */
    public Optional<BigDecimal> number(ItemState.Quantity quantity, Item item) {
        return quantity.unit()
                .or(() -> unit(item))
                .map(symbol -> scale(symbol).flatMap(scale -> scale.toHomekit(quantity.number())))
                .orElse(Optional.of(quantity.number()));
    }

    /** A number of HomeKit's unit in the unit of an item, as a command tells it; empty when that isn't one of this measure. */
    public Optional<BigDecimal> numberOf(Item item, BigDecimal number) {
        return unit(item)
                .map(symbol -> scale(symbol).flatMap(scale -> scale.fromHomekit(number)))
                .orElse(Optional.of(number));
    }

    /**
     * The unit that numbers of an item are in where they name none themselves. That those without a dimension are
     * Fahrenheit may be no more than a setting of the host, which holds for temperatures alone.
     */
    public Optional<String> unit(Item item) {
        boolean isSetting = item.dimension().isEmpty() && this != TEMPERATURE;
        return item.unit().filter(symbol -> !isSetting || !TEMPERATURE.isSame(symbol, FAHRENHEIT));
    }

    /**
     * What somebody noted as an option, in HomeKit's unit: a quantity such as {@code 2700 K}, or a number in HomeKit's unit.
     * A number below one is a part of one where the item counts in that.
     *
     * @return empty when nothing is noted, or no number, or one of another measure
     */
    public Optional<BigDecimal> option(MappingContext context, String name) {
        return NotedNumbers.quantity(context.options(), name)
                .flatMap(noted -> noted.unit()
                        .or(() -> NotedNumbers.isPart(noted.number(), false) ? one(context.item()) : Optional.empty())
                        .map(symbol -> scale(symbol).flatMap(scale -> scale.toHomekit(noted.number())))
                        .orElse(Optional.of(noted.number())));
    }

    /** Whether two symbols are of one unit of this measure. */
    public boolean isSame(String symbol, String other) {
        return scale(symbol)
                .filter(scale -> scale(other).filter(scale::equals).isPresent())
                .isPresent();
    }

    /**
     * What people should know when an item counts in a unit that isn't one of this measure, in plain words with the
     * mending; empty when it doesn't.
     */
    public Optional<String> remark(MappingContext context) {
        Item item = context.item();
        return unit(item)
                .filter(symbol ->
                        item.valueType() == ItemType.NUMBER && scale(symbol).isEmpty())
                .map(symbol -> item.name() + " counts in " + symbol + ", which " + context.role()
                        + " can't be made of, so Home sees no value: " + mending(item) + ".");
    }

    /** What makes HomeKit's unit of that one; empty when it isn't one of this measure. */
    Optional<UnitScale> scale(String symbol) {
        return this == NUMBER ? Optional.of(UnitScale.SAME) : units.scale(symbol);
    }

    /** The unit of the item where that is all of something. */
    Optional<String> one(Item item) {
        return unit(item)
                .filter(symbol -> UnitTable.isOne(symbol) && scale(symbol).isPresent());
    }

    private String mending(Item item) {
        boolean isOther =
                item.dimension().filter(named -> !named.equals(dimension)).isPresent();
        return isOther ? "make it a Number:" + dimension : "note unit=\"" + usual + "\" at it";
    }
}
