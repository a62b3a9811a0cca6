// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A unit as physics defines it: by how many base units of the SI it is, and where it begins. What this project knows of
 * units isn't asked.
 *
 * @param symbol as openHAB writes it
 * @param dimension as openHAB calls it behind {@code Number:}
 * @param factor base units of the SI in one of it
 * @param zero its number at zero of the base unit, negative
 * @param isReciprocal whether it counts how often it fits into a base unit
 */
record PhysicalUnit(String symbol, String dimension, BigDecimal factor, BigDecimal zero, boolean isReciprocal) {
    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** The units of what HomeKit knows, and some of what it doesn't. */
    static final List<PhysicalUnit> ALL = List.of(
            unit("one", "Dimensionless", "1"),
            unit("%", "Dimensionless", "0.01"),
            unit("ppm", "Dimensionless", "1E-6"),
            unit("ppb", "Dimensionless", "1E-9"),
            unit("K", "Temperature", "1"),
            new PhysicalUnit("°C", "Temperature", BigDecimal.ONE, new BigDecimal("-273.15"), false),
            new PhysicalUnit("℃", "Temperature", BigDecimal.ONE, new BigDecimal("-273.15"), false),
            new PhysicalUnit("°F", "Temperature", ratio("5", "9"), new BigDecimal("-459.67"), false),
            new PhysicalUnit("℉", "Temperature", ratio("5", "9"), new BigDecimal("-459.67"), false),
            new PhysicalUnit("mired", "Temperature", new BigDecimal("1E-6"), BigDecimal.ZERO, true),
            new PhysicalUnit("mirek", "Temperature", new BigDecimal("1E-6"), BigDecimal.ZERO, true),
            new PhysicalUnit("MK⁻¹", "Temperature", new BigDecimal("1E-6"), BigDecimal.ZERO, true),
            unit("kg/m³", "Density", "1"),
            unit("g/m³", "Density", "1E-3"),
            unit("mg/m³", "Density", "1E-6"),
            unit("µg/m³", "Density", "1E-9"),
            unit("μg/m³", "Density", "1E-9"),
            unit("ng/m³", "Density", "1E-12"),
            new PhysicalUnit("gr/ft³", "Density", ratio("0.00006479891", "0.028316846592"), BigDecimal.ZERO, false),
            unit("lx", "Illuminance", "1"),
            unit("klx", "Illuminance", "1E3"),
            unit("lm/m²", "Illuminance", "1"),
            unit("mW", "Power", "1E-3"),
            unit("W", "Power", "1"),
            unit("kW", "Power", "1E3"),
            unit("MW", "Power", "1E6"),
            unit("J", "Energy", "1"),
            unit("kJ", "Energy", "1E3"),
            unit("MJ", "Energy", "1E6"),
            unit("GJ", "Energy", "1E9"),
            unit("Ws", "Energy", "1"),
            unit("Wh", "Energy", "3600"),
            unit("kWh", "Energy", "3.6E6"),
            unit("MWh", "Energy", "3.6E9"),
            unit("cal", "Energy", "4.184"),
            unit("kcal", "Energy", "4184"),
            unit("mV", "ElectricPotential", "1E-3"),
            unit("V", "ElectricPotential", "1"),
            unit("kV", "ElectricPotential", "1E3"),
            unit("µA", "ElectricCurrent", "1E-6"),
            unit("μA", "ElectricCurrent", "1E-6"),
            unit("mA", "ElectricCurrent", "1E-3"),
            unit("A", "ElectricCurrent", "1"),
            unit("ns", "Time", "1E-9"),
            unit("µs", "Time", "1E-6"),
            unit("ms", "Time", "1E-3"),
            unit("s", "Time", "1"),
            unit("min", "Time", "60"),
            unit("h", "Time", "3600"),
            unit("d", "Time", "86400"),
            unit("week", "Time", "604800"),
            unit("wk", "Time", "604800"),
            unit("mo", "Time", "2629746"),
            unit("y", "Time", "31556952"),
            unit("yr", "Time", "31556952"),
            new PhysicalUnit("°", "Angle", ratio("3.14159265358979323846264338", "180"), BigDecimal.ZERO, false),
            unit("rad", "Angle", "1"),
            unit("dB", "", "1"),
            unit("Hz", "Frequency", "1"),
            unit("rpm", "Frequency", "0.0166666666666666666"),
            unit("VA", "", "1"),
            unit("var", "", "1"),
            unit("hPa", "Pressure", "100"),
            unit("m", "Length", "1"),
            unit("W/m²", "Intensity", "1"),
            unit("F", "ElectricCapacitance", "1"),
            unit("kwh", "", "1"),
            unit("Personen", "", "1"));

    /** A number of this unit in another one of its dimension. */
    BigDecimal in(PhysicalUnit other, BigDecimal number) {
        return other.ofBase(base(number));
    }

    /** How far apart that is in another unit. */
    BigDecimal widthIn(PhysicalUnit other, BigDecimal width) {
        return width.multiply(factor, EXACT).divide(other.factor, EXACT);
    }

    /** The unit of that symbol. */
    static PhysicalUnit of(String symbol) {
        return ALL.stream()
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private BigDecimal base(BigDecimal number) {
        BigDecimal base = number.subtract(zero).multiply(factor, EXACT);
        return isReciprocal ? BigDecimal.ONE.divide(base, EXACT) : base;
    }

    private BigDecimal ofBase(BigDecimal number) {
        BigDecimal base = isReciprocal ? BigDecimal.ONE.divide(number, EXACT) : number;
        return base.divide(factor, EXACT).add(zero);
    }

    private static PhysicalUnit unit(String symbol, String dimension, String factor) {
        return new PhysicalUnit(symbol, dimension, new BigDecimal(factor), BigDecimal.ZERO, false);
    }

    private static BigDecimal ratio(String one, String other) {
        return new BigDecimal(one).divide(new BigDecimal(other), EXACT);
    }

    @Override
    public String toString() {
        return symbol;
    }
}
