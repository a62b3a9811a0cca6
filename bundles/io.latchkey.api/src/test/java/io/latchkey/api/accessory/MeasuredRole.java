// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.Permission;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A role of each measure, with numbers that suit it, all in the unit in which HomeKit counts it.
 *
 * @param unit HomeKit's unit
 * @param usual a value, a whole number where HomeKit wants one
 * @param low a smallest value
 * @param high a largest value
 * @param step a width of a step
 */
record MeasuredRole(
        String name,
        Mapping mapping,
        CharacteristicType type,
        PhysicalUnit unit,
        BigDecimal usual,
        BigDecimal low,
        BigDecimal high,
        BigDecimal step) {

    static final List<MeasuredRole> ALL = List.of(
            role("percent", Mappings.percent(), CharacteristicTypes.BRIGHTNESS, "%", "45", "20", "80", "5"),
            role(
                    "ppm",
                    Mappings.partsPerMillion(),
                    CharacteristicTypes.CARBON_DIOXIDE_LEVEL,
                    "ppm",
                    "412",
                    "0",
                    "9",
                    "1"),
            role("lux", Mappings.lux(), CharacteristicTypes.CURRENT_AMBIENT_LIGHT_LEVEL, "lx", "250", "1", "9", "1"),
            role("density", Mappings.density(), CharacteristicTypes.PM2_5_DENSITY, "µg/m³", "23", "1", "9", "1"),
            role(
                    "target",
                    Mappings.temperature(10, 38),
                    CharacteristicTypes.TARGET_TEMPERATURE,
                    "°C",
                    "21.5",
                    "5",
                    "30",
                    "0.5"),
            role("mired", Mappings.mired(), CharacteristicTypes.COLOR_TEMPERATURE, "mired", "250", "154", "370", "4"),
            role(
                    "tilt",
                    Mappings.tilt(),
                    CharacteristicTypes.TARGET_HORIZONTAL_TILT_ANGLE,
                    "°",
                    "45",
                    "-90",
                    "90",
                    "1"),
            role("seconds", Mappings.seconds(), CharacteristicTypes.SET_DURATION, "s", "600", "60", "1800", "30"),
            role("watts", Mappings.watts(), metered("W"), "W", "1500", "100", "3000", "50"),
            role("energy", Mappings.kilowattHours(), metered("kWh"), "kWh", "12.5", "1", "500", "0.5"),
            role("volts", Mappings.volts(), metered("V"), "V", "230", "200", "250", "2"),
            role("amperes", Mappings.amperes(), metered("A"), "A", "2.5", "1", "16", "0.5"));

    private static MeasuredRole role(
            String name, Mapping mapping, CharacteristicType type, String unit, String... numbers) {
        return new MeasuredRole(
                name,
                mapping,
                type,
                PhysicalUnit.of(unit),
                new BigDecimal(numbers[0]),
                new BigDecimal(numbers[1]),
                new BigDecimal(numbers[2]),
                new BigDecimal(numbers[3]));
    }

    /** Whether a number in that unit can be this. */
    boolean isMeasuredIn(PhysicalUnit other) {
        boolean isColour = name.equals("target") && other.isReciprocal();
        return other.dimension().equals(unit.dimension()) && !isColour;
    }

    boolean isWritable() {
        return type.permissions().contains(Permission.PAIRED_WRITE);
    }

    /** Begins an item that counts in a unit. */
    Item.Builder item(PhysicalUnit counted) {
        Item.Builder item = Item.of("Its_Item", ItemType.NUMBER).unit(counted.symbol());
        return counted.dimension().isEmpty() ? item.dimension("Else") : item.dimension(counted.dimension());
    }

    /** The item in this role. */
    MappingContext context(Item item, Map<String, Object> options) {
        return new MappingContext(
                Role.required("It", type).items(ItemType.NUMBER).by(mapping), item, new Metadata("", options));
    }

    Constraints limits(Item item, Map<String, Object> options) {
        return mapping.constraints(context(item, options));
    }

    /** Something that HomeKit knows nothing of, such as what a socket uses. */
    private static CharacteristicType metered(String unit) {
        return new CharacteristicType(
                "Used" + unit,
                "Used " + unit,
                new HapUuid("00000001-0000-1000-8000-0026BB765291"),
                Format.FLOAT,
                Optional.empty(),
                Set.of(Permission.PAIRED_READ, Permission.PAIRED_WRITE, Permission.EVENTS),
                Constraints.NONE.range(0, 100_000),
                Map.of(),
                EventUrgency.COALESCED,
                Set.of());
    }

    @Override
    public String toString() {
        return name;
    }
}
