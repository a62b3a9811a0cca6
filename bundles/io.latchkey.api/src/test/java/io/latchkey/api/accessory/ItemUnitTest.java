// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an item is told is a number in its own unit, and comes back as what was written. */
class ItemUnitTest {
    @ParameterizedTest
    @CsvSource({"s, 600, 600", "min, 600, 10", "h, 900, 0.25", "ms, 2, 2000"})
    void secondsAreToldInTheUnitOfTheItem(String unit, long seconds, String told) {
        MappingContext context = duration(unit);
        assertEquals(
                told,
                context.role()
                        .mapping()
                        .toCommand(Value.of(seconds), context)
                        .orElseThrow()
                        .text());
        assertEquals(
                Value.of((double) seconds),
                context.role()
                        .mapping()
                        .toValue(ItemState.Quantity.of(told), context)
                        .orElseThrow());
    }

    @Test
    void aUnitThatNobodyKnowsIsNotHomekits() {
        MappingContext context = duration("fortnight");
        Mapping mapping = context.role().mapping();
        assertEquals(Optional.empty(), mapping.toCommand(Value.of(600), context));
        assertEquals(Optional.empty(), mapping.toValue(ItemState.Quantity.of("600"), context));
        assertTrue(mapping.remark(context).orElseThrow().endsWith("note unit=\"s\" at it."));
    }

    private static MappingContext duration(String unit) {
        Role role = Role.optional("Duration", CharacteristicTypes.SET_DURATION)
                .items(ItemType.NUMBER)
                .by(Mappings.seconds());
        return new MappingContext(role, Item.of("T", ItemType.NUMBER).unit(unit).build(), Metadata.NONE);
    }
}
