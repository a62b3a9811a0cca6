// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import static io.latchkey.api.accessory.SampleMappings.MAPPINGS;
import static io.latchkey.api.accessory.SampleMappings.metadata;
import static io.latchkey.api.accessory.SampleMappings.role;
import static io.latchkey.api.accessory.SampleMappings.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemState.Quantity;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Percent of items that count otherwise: openHAB's numbers without dimension, batteries in volts, factors. */
class ShareUnitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "below | one | 0.87 | | 0",
                "below | one | 0.19 | | 1",
                "below | one | 0.87 | lowThreshold=20 | 0",
                "below | one | 0.19 | lowThreshold=20 | 1",
                "below | one | 0.25 | lowThreshold=0.3 | 1",
                "below | one | 0.25 | lowThreshold=30 % | 1",
                "below | % | 25 | lowThreshold=0.3 one | 1",
                "below | % | 19 | | 1",
                "below | ppm | 190000 | | 1",
                "below | V | 2.6 | lowThreshold=2.7 | 1",
                "below | V | 2.8 | lowThreshold=2.7 | 0",
                "below | mV | 2600 | lowThreshold=2.7 V | 1",
                "below | mV | 2800 | lowThreshold=2.7 V | 0",
                "below | V | 2.8 | | ''",
                "below | V | 2.8 | lowThreshold=20 % | ''",
                "below | °F | 19 | | 1",
                "below | | 2.8 | lowThreshold=3 V | 1",
                "times | one | 0.55 | | 55.0",
                "times | one | 0.55 | homekitMultiplicator=100 | 55.0",
                "times | % | 0.55 | homekitMultiplicator=100 | 55.0",
                "times | | 0.55 | homekitMultiplicator=100 | 55.0",
                "position | one | 0.3 | | 70",
                "position | % | 30 | inverted=false | 30",
                "tilt | ° | 45 | | 45",
                "tilt | % | 75 | | 45",
                "tilt | one | 0.75 | | 45",
                "tilt | rad | 0.785398 | | 45",
                "enum | one | 2 | | 2",
                "enum | °C | 2 | | 2",
                "enum | | 2 °C | | ''",
                "enum | | 2 °C | COOL=2 | 2",
                "enum | | 50 % | COOL=0.5 one | 2",
                "enum | | 50 % | COOL=0.5 W | ''",
            })
    void whatIsShown(String mapping, String unit, String state, String options, String value) {
        assertEquals(
                value,
                shown(mapping, quantity(state), context(mapping, unit, options))
                        .map(SampleMappings::text)
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "percent, one, 45, 0.45",
        "percent, %, 45, 45",
        "percent, ppm, 45, 450000",
        "percent, '', 45, 45",
        "percent, °F, 45, 45",
        "position, one, 45, 0.55",
        "position, %, 45, 55",
        "tilt, °, 45, 45",
        "tilt, %, 45, 75",
        "tilt, one, 45, 0.75",
        "mired, K, 200, 5000",
        "mired, °C, 200, 4726.85",
        "mired, mired, 200, 200",
        "mired, '', 200, 200",
        "temperature, °F, 21, 69.8",
        "temperature, K, 21, 294.15",
    })
    void whatIsTold(String mapping, String unit, long value, String told) {
        MappingContext context = context(mapping, unit.isEmpty() ? null : unit, null);
        assertEquals(
                told,
                MAPPINGS.get(mapping)
                        .toCommand(Value.of(value), context)
                        .map(ItemCommand::text)
                        .orElse("")
                        .replaceAll("(\\.\\d*?[1-9])0+$|\\.0+$", "$1"));
    }

    @ParameterizedTest
    @CsvSource({
        "minValue=0;maxValue=1;step=0.05, 0, 100, 5",
        "minValue=0;maxValue=100;step=1, 0, 100, 1",
        "minValue=1;maxValue=100, 1, 100, 1",
        "minValue=0.1;maxValue=0.8, 10, 80, 1",
        "minValue=10;maxValue=0.8, 10, 80, 1",
        "minValue=10 %;maxValue=400 %, 10, 100, 1",
        "minValue=200;maxValue=300, 0, 100, 1",
    })
    void limitsOfPartsOfOneMayBePercent(String options, int low, int high, int step) {
        Constraints limits = MAPPINGS.get("percent").constraints(context("percent", "one", options));
        assertEquals(low, limits.minimum().orElseThrow().intValue());
        assertEquals(high, limits.maximum().orElseThrow().intValue());
        assertEquals(0, BigDecimal.valueOf(step).compareTo(limits.step().orElseThrow()));
    }

    /** A number that names °F and no dimension may do so only because of a setting of the host. */
    private static MappingContext context(String mapping, String unit, String options) {
        Item.Builder item = Item.of("It", ItemType.NUMBER);
        if (unit != null) {
            item.unit(unit);
        }
        if (unit != null && !unit.equals("°F")) {
            item.dimension("Any");
        }
        return new MappingContext(role(mapping), item.build(), metadata(options == null ? "" : options));
    }

    private static Quantity quantity(String text) {
        return (Quantity) ItemState.parse(ItemType.NUMBER, text).orElseThrow();
    }
}
