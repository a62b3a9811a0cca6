// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import static io.latchkey.api.accessory.SampleMappings.MAPPINGS;
import static io.latchkey.api.accessory.SampleMappings.context;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Constraints;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people note of the range and the step of a value. */
class MappingLimitsTest {
    @Test
    void limitsInTheWrongOrderAreTurned() {
        MappingContext context = context("mired", ItemType.NUMBER, "minValue=6500 K;maxValue=2700 K");
        Constraints limits = MAPPINGS.get("mired").constraints(context);
        assertEquals(154, limits.minimum().orElseThrow().intValue());
        assertEquals(370, limits.maximum().orElseThrow().intValue());
        MappingContext zero = context("mired", ItemType.NUMBER, "minValue=0;maxValue=0 K");
        assertEquals(
                50,
                MAPPINGS.get("mired").constraints(zero).minimum().orElseThrow().intValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "percent | minValue=10;maxValue=90;step=25 | 10.0 | 85.0 | 25.0",
                "percent | minValue=0.5 | 1.0 | 100.0 | 1",
                "percent | minValue=0.2;maxValue=0.8 | 0 | 100 | 1",
                "percent | step=0.5 | 0.0 | 100.0 | 1",
                "percent | step=1000 | 0.0 | 100.0 | 1",
                "percent | minValue=1e30;step=-1 | 0.0 | 100.0 | 1",
                "percent | minValue=90;maxValue=10 | 10.0 | 90.0 | 1",
                "temperature | minValue=0 K | -273.2 | 38.0 | 0.1",
                "temperature | minValue=45 °F;step=0.5 | 7.2 | 37.7 | 0.5",
                "mired | minValue=2700 K;maxValue=6500 K | 154.0 | 370.0 | 1",
            })
    void limitsMakeSense(String mapping, String options, String low, String high, String step) {
        Constraints limits = MAPPINGS.get(mapping).constraints(context(mapping, ItemType.NUMBER, options));
        assertEquals(0, new BigDecimal(low).compareTo(limits.minimum().orElseThrow()), limits.toString());
        assertEquals(0, new BigDecimal(high).compareTo(limits.maximum().orElseThrow()), limits.toString());
        assertEquals(0, new BigDecimal(step).compareTo(limits.step().orElseThrow()), limits.toString());
    }
}
