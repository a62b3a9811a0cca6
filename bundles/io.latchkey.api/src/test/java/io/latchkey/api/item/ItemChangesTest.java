// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What has changed between two sets of items. */
class ItemChangesTest {
    @Test
    void changesAreOfDefinitionsNotOfStates() {
        Item lamp = Item.of("Lamp", ItemType.SWITCH).build();
        Item fan = Item.of("Fan", ItemType.SWITCH).build();
        Item level = Item.of("Level", ItemType.DIMMER).build();
        ItemChanges changes = ItemChanges.between(
                Map.of("Lamp", lamp, "Fan", fan, "Level", level),
                Map.of(
                        "Lamp",
                        lamp.with(ItemState.OnOff.ON),
                        "Level",
                        Item.of("Level", ItemType.NUMBER).build(),
                        "Door",
                        Item.of("Door", ItemType.CONTACT).build()));
        assertEquals(new ItemChanges(Set.of("Door"), Set.of("Fan"), Set.of("Level")), changes);
    }
}
