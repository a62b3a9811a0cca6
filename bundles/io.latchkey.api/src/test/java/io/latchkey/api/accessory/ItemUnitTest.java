// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an item is told is a number in its own unit, and comes back as what was written. */
class ItemUnitTest {
    @ParameterizedTest
    @CsvSource({"s, 600, 600", "min, 600, 10", "h, 900, 0.25", "fortnight, 600, 600", "ms, 2, 2000"})
    void secondsAreToldInTheUnitOfTheItem(String unit, long seconds, String told) {
        Role role = Role.optional("Duration", CharacteristicTypes.SET_DURATION)
                .items(ItemType.NUMBER)
                .by(Mappings.seconds());
        Item item = Item.of("T", ItemType.NUMBER).unit(unit).build();
        MappingContext context = new MappingContext(role, item, Metadata.NONE);
        assertEquals(
                told,
                role.mapping()
                        .toCommand(Value.of(seconds), context)
                        .orElseThrow()
                        .text());
        assertEquals(
                Value.of((double) seconds),
                role.mapping().toValue(ItemState.Quantity.of(told), context).orElseThrow());
    }
}
