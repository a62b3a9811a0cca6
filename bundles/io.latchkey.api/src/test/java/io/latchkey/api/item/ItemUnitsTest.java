// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemUnitsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, -, -, -",
                "-, -, -, -, °F, °F",
                "-, -, -, %.1f °C, °F, °C",
                "-, -, -, %.1f °F, -, °F",
                "-, -, -, %.1f°F, -, °F",
                "-, -, -, Outside: %.1f °F, -, °F",
                "-, -, -, %1$.1f °F, -, °F",
                "-, -, -, JS(round.js):%.1f °F, -, °F",
                "-, -, -, %d K, -, K",
                "-, -, -, %d kK, -, -",
                "-, -, -, %d %%, -, -",
                "-, -, -, %s min, -, -",
                "-, -, -, °C, -, -",
                "-, -, -, %.1f %unit%, -, -",
                "-, -, °F, %.1f °C, -, °F",
                "-, -, ' °F ', -, -, °F",
                "-, -, ' ', %.1f °C, -, °C",
                "-, ' ', -, -, °F, °F",
                "Temperature, K, °C, %.1f °F, °C, K",
                "Temperature, -, °F, %.1f °C, -, °F",
                "Temperature, -, -, %.1f °F, -, °F",
                "Temperature, -, -, -, °F, -",
                "Density, kg/m³, -, %.1f µg/m³, -, kg/m³",
                "Density, -, -, %.1f µg/m³, °F, -",
                "Pressure, -, hPa, %.1f K, -, hPa",
                "Pressure, -, -, %.1f K, -, -",
            })
    void whoSaysItMostCertainlyCounts(
            String dimension, String kept, String note, String pattern, String preset, String unit) {
        Item.Builder item = Item.of("Number", ItemType.NUMBER);
        Optional.ofNullable(dimension).ifPresent(item::dimension);
        Optional.ofNullable(note).ifPresent(text -> item.metadata("unit", new Metadata(text, Map.of())));
        item.stateDescription(new StateDescription(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.ofNullable(pattern), false, List.of()));
        assertEquals(
                Optional.ofNullable(unit),
                ItemUnits.of(item.build(), Optional.ofNullable(kept), Optional.ofNullable(preset)));
    }

    @Test
    void onlyNumbersAreCountedInSomething() {
        Item group = Item.of("Group", ItemType.GROUP).groupType(ItemType.NUMBER).build();
        assertEquals(Optional.of("°F"), ItemUnits.of(group, Optional.of("°F"), Optional.empty()));
        for (ItemType type : ItemType.values()) {
            Item other = Item.of("Other", type)
                    .metadata("unit", new Metadata("°F", Map.of()))
                    .build();
            assertEquals(
                    type == ItemType.NUMBER ? Optional.of("°F") : Optional.empty(),
                    ItemUnits.of(other, Optional.empty(), Optional.of("°C")));
        }
    }
}
