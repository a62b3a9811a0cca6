// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.language;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.accessories.sensors.internal.AirQualitySensor;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.exposure.internal.plan.Composition;
import io.latchkey.exposure.internal.plan.ItemPlans;
import io.latchkey.exposure.internal.plan.PreviousNumbers;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whatever somebody writes into metadata, composing ends, and everything is either shown or explained. */
class MetadataFuzzTest {
    private static final Vocabulary VOCABULARY = new Vocabulary(List.of(new Lighting(), new AirQualitySensor()));

    @FuzzTest
    void anyMetadata(FuzzedDataProvider data) {
        String group = data.consumeString(200);
        String member = data.consumeString(200);
        String option = data.consumeString(20);
        String value = data.consumeRemainingAsString();
        Item owner = Item.of("Owner", ItemType.GROUP)
                .groupType(ItemType.DIMMER)
                .groups(Set.of("Owner"))
                .metadata("homekit", new Metadata(group, Map.of(option, value)))
                .build();
        Item part = Item.of("Part", ItemType.COLOR)
                .groups(Set.of("Owner"))
                .metadata("homekit", new Metadata(member, Map.of(option, value, "minValue", value, "step", value)))
                .build();
        Composition composition =
                ItemPlans.compose(List.of(owner, part), VOCABULARY, Selection.of("*"), PreviousNumbers.NONE);
        composition
                .reports()
                .forEach(report -> assertTrue(
                        !report.becomes().isEmpty() || !report.findings().isEmpty(), report.toString()));
    }
}
