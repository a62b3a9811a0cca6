// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ItemListenersTest {
    private final List<RuntimeException> trouble = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final ItemListeners listeners = new ItemListeners(trouble::add);

    @Test
    void tellsInOrderAndOnlyWhenTold() {
        listeners.listen(noting(state -> {}));
        listeners.updated("Lamp", ItemState.OnOff.ON);
        listeners.replaced(new ItemChanges(Set.of("Fan"), Set.of(), Set.of()));
        listeners.updated("Lamp", ItemState.OnOff.OFF);
        assertEquals(List.of(), heard);
        listeners.tell();
        assertEquals(List.of("Lamp=ON", "replaced [Fan]", "Lamp=OFF"), heard);
    }

    @Test
    void whatHappensWhileTellingComesBehind() {
        listeners.listen(noting(state -> {
            if (state == ItemState.OnOff.ON) {
                listeners.updated("Lamp", ItemState.OnOff.OFF);
                listeners.tell();
                heard.add("returned");
            }
        }));
        listeners.updated("Lamp", ItemState.OnOff.ON);
        listeners.tell();
        assertEquals(List.of("Lamp=ON", "returned", "Lamp=OFF"), heard);
    }

    @Test
    void oneThatFailsIsReportedAndPassedOver() {
        IllegalStateException failure = new IllegalStateException("wanted");
        listeners.listen(noting(state -> {
            throw failure;
        }));
        listeners.listen(noting(state -> {}));
        listeners.updated("Lamp", ItemState.OnOff.ON);
        listeners.tell();
        assertEquals(List.of("Lamp=ON", "Lamp=ON"), heard);
        assertEquals(List.of(failure), trouble);
    }

    @Test
    void oneThatLeftHearsNothing() throws Exception {
        listeners.listen(noting(state -> {})).close();
        listeners.updated("Lamp", ItemState.OnOff.ON);
        listeners.tell();
        assertEquals(List.of(), heard);
    }

    @Test
    void theOldestNoticeIsLostWhenNobodyTells() {
        listeners.listen(noting(state -> {}));
        for (int i = 0; i < 10_001; i++) {
            listeners.updated("Item" + i, ItemState.OnOff.ON);
        }
        listeners.tell();
        assertEquals(10_000, heard.size());
        assertEquals("Item1=ON", heard.get(0));
        assertTrue(trouble.get(0).getMessage().contains("10000"));
    }

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

    private ItemListener noting(Consumer<ItemState> then) {
        return new ItemListener() {
            @Override
            public void updated(String item, ItemState state) {
                heard.add(item + "=" + state.text());
                then.accept(state);
            }

            @Override
            public void replaced(ItemChanges changes) {
                heard.add("replaced " + changes.added());
            }
        };
    }
}
