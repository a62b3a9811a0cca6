// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.testing.InlineContributors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalItemsTest {
    private final LocalItems items = new LocalItems(new InlineContributors());
    private final RecordingItemListener heard = new RecordingItemListener();

    private void home(Item... all) {
        Map<String, Item> home = new LinkedHashMap<>();
        for (Item item : all) {
            home.put(item.name(), item);
        }
        items.replaceAll(ItemsUpdate.of(home));
        items.listen(heard);
    }

    @ParameterizedTest
    @CsvSource({
        "Switch, OFF, ON, ON",
        "Dimmer, 40, ON, 100",
        "Dimmer, 40, OFF, 0",
        "Dimmer, 40, 70, 70",
        "Dimmer, 95, INCREASE, 100",
        "Dimmer, 5, DECREASE, 0",
        "Dimmer, NULL, INCREASE, 10",
        "Color, '120,50,60', ON, '120,50,100'",
        "Color, '120,50,60', 30, '120,50,30'",
        "Color, '120,50,60', '1,2,3', '1,2,3'",
        "Color, NULL, OFF, '0,0,0'",
        "Rollershutter, 50, UP, 0",
        "Rollershutter, 50, DOWN, 100",
        "Rollershutter, 50, STOP, 50",
        "Number, 21 °C, 22, 22 °C",
        "Number, 21 °C, 72 °F, 72 °F",
        "String, a, b, b",
        "Player, PAUSE, PLAY, PLAY",
        "Player, PAUSE, NEXT, PAUSE",
    })
    void anItemObeys(String typeName, String before, String told, String after) {
        ItemType type = ItemType.of(typeName).orElseThrow();
        home(Item.of("It", type)
                .state(ItemState.parse(type, before).orElseThrow())
                .build());
        items.command("It", ItemCommand.parse(type, told).orElseThrow());
        assertEquals(after, items.find("It").orElseThrow().state().text());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, °F, 72.5, 75, 75",
                "-, °F, 72.5, 75 °F, 75",
                "Temperature, °F, 72.5 °F, 75, 75 °F",
                "Temperature, °F, NULL, 75, 75 °F",
                "Temperature, °F, NULL, 24 °C, 24 °C",
            })
    void aNumberIsCountedAsOpenHabCountsIt(String dimension, String unit, String before, String told, String after) {
        Item.Builder number = Item.of("It", ItemType.NUMBER).unit(unit);
        Optional.ofNullable(dimension).ifPresent(number::dimension);
        home(number.state(ItemState.parse(ItemType.NUMBER, before).orElseThrow())
                .build());
        items.command("It", ItemCommand.parse(ItemType.NUMBER, told).orElseThrow());
        assertEquals(after, items.find("It").orElseThrow().state().text());
    }

    @Test
    void aCommandThatDoesNotFitIsRefusedByName() {
        home(Item.of("Door", ItemType.CONTACT).build());
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> items.command("Door", ItemState.OnOff.ON));
        assertTrue(refused.getMessage().contains("Door"));
        assertThrows(IllegalArgumentException.class, () -> items.command("Gate", ItemState.OnOff.ON));
        assertEquals(List.of(), heard.states);
    }

    @Test
    void aGroupHandsItsCommandsToItsMembersOnce() {
        home(
                Item.of("Lights", ItemType.GROUP).groups(Set.of("Upper")).build(),
                Item.of("Upper", ItemType.GROUP).groups(Set.of("Lights")).build(),
                Item.of("Lamp", ItemType.SWITCH)
                        .groups(Set.of("Lights", "Upper"))
                        .build(),
                Item.of("Door", ItemType.CONTACT).groups(Set.of("Lights")).build());
        items.command("Lights", ItemState.OnOff.ON);
        assertEquals(List.of("Lamp=ON"), heard.states);
    }

    @Test
    void everyUpdateIsToldInOrder() {
        home(Item.of("Button", ItemType.SWITCH).build());
        items.command("Button", ItemState.OnOff.ON);
        items.command("Button", ItemState.OnOff.ON);
        items.command("Button", ItemState.OnOff.OFF);
        assertEquals(List.of("Button=ON", "Button=ON", "Button=OFF"), heard.states);
    }

    @Test
    void aListenerMayChangeItemsAndMayFail() {
        home(
                Item.of("A", ItemType.SWITCH).build(),
                Item.of("B", ItemType.SWITCH).build());
        items.listen(new ItemListener() {
            @Override
            public void updated(String item, ItemState state) {
                if (item.equals("A")) {
                    items.update("B", state);
                }
                throw new IllegalStateException("broken listener");
            }

            @Override
            public void replaced(ItemChanges changes) {}
        });
        items.update("A", ItemState.OnOff.ON);
        items.update("A", ItemState.OnOff.OFF);
        assertEquals(List.of("A=ON", "B=ON", "A=OFF", "B=OFF"), heard.states);
    }

    @Test
    void aChangedDefinitionIsToldOnceAndKeepsTheState() {
        Item lamp = Item.of("Lamp", ItemType.SWITCH).build();
        home(lamp);
        items.update("Lamp", ItemState.OnOff.ON);
        Item renamed = Item.of("Lamp", ItemType.SWITCH).label("New").build();
        items.replaceAll(
                new ItemsUpdate(Map.of("Lamp", renamed), Map.of("Lamp", lamp), Set.of(), Map.of(), Map.of(), true));
        assertEquals(Set.of("Lamp"), heard.changes.get(0).changed());
        assertEquals(ItemState.OnOff.ON, items.find("Lamp").orElseThrow().state());
        assertEquals(Optional.of("New"), items.find("Lamp").map(Item::label));
    }

    @Test
    void whoStoppedListeningHearsNothing() throws Exception {
        home(Item.of("Lamp", ItemType.SWITCH).build());
        RecordingItemListener other = new RecordingItemListener();
        items.listen(other).close();
        items.update("Lamp", ItemState.OnOff.ON);
        assertEquals(List.of(), other.states);
        assertEquals(List.of("Lamp=ON"), heard.states);
    }
}
