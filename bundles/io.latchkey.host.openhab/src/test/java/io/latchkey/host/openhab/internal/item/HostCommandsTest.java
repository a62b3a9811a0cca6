// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.ManualWorkers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.core.items.GroupItem;

class HostCommandsTest {
    private static final String SOURCE = "io.latchkey$4D:1B";

    private final FakeOpenhab openhab = new FakeOpenhab();
    private final OpenhabItemRegistry registry = new OpenhabItemRegistry(
            new ManualWorkers(),
            new InlineContributors(),
            openhab.items,
            openhab.notes,
            openhab.readiness,
            openhab.bus);

    @ParameterizedTest
    @CsvSource({
        "Switch, ON",
        "Dimmer, 42",
        "Dimmer, OFF",
        "Dimmer, INCREASE",
        "Color, '120,50,25'",
        "Color, 7",
        "Color, ON",
        "Color, DECREASE",
        "Rollershutter, 30",
        "Rollershutter, UP",
        "Rollershutter, STOP",
        "Number, 21.5",
        "String, HEAT",
        "DateTime, 2026-11-21T12:00:00Z",
        "Player, PLAY",
        "Player, FASTFORWARD",
        "Player, NEXT",
    })
    void eachTypeTakesItsCommands(String type, String text) {
        openhab.items.add(TestItem.of(type, "Thing"));
        ItemCommand command =
                ItemCommand.parse(ItemType.of(type).orElseThrow(), text).orElseThrow();
        send("Thing", command).join();
        assertEquals(List.of("Thing " + text + " from " + SOURCE), openhab.bus.posted);
    }

    @ParameterizedTest
    @CsvSource({
        "Switch, Dimmer, 42",
        "Contact, Switch, ON",
        "Dimmer, Rollershutter, STOP",
        "Rollershutter, Switch, ON",
        "Number, Switch, ON",
        "String, Switch, ON",
        "Location, String, '52.5,13.4'",
        "Image, String, x",
        "Call, String, 030",
        "Player, Dimmer, INCREASE",
    })
    void whatATypeDoesNotTakeIsRefused(String type, String commandType, String text) {
        openhab.items.add(TestItem.of(type, "Thing"));
        ItemCommand command =
                ItemCommand.parse(ItemType.of(commandType).orElseThrow(), text).orElseThrow();
        assertTrue(refusal("Thing", command).contains("item Thing of type " + type + " doesn't take"));
        assertEquals(List.of(), openhab.bus.posted);
    }

    @Test
    void aNumberWithADimensionIsToldItsUnit() {
        openhab.items.add(TestItem.measuring("Temperature", "°C", "Warm"));
        send("Warm", ItemState.Quantity.of("21.5")).join();
        send("Warm", ItemState.Quantity.of("70", "°F")).join();
        assertEquals(List.of("Warm 21.5 °C from " + SOURCE, "Warm 70 °F from " + SOURCE), openhab.bus.posted);
    }

    @Test
    void aGroupTakesWhatItsBaseItemTakes() {
        openhab.items.add(new GroupItem("Warmth", TestItem.measuring("Temperature", "°C", "Warmth")));
        send("Warmth", ItemState.Quantity.of("20")).join();
        assertEquals(List.of("Warmth 20 °C from " + SOURCE), openhab.bus.posted);
        assertTrue(refusal("Warmth", ItemState.OnOff.ON).contains("of type Group doesn't take ON"));
    }

    @Test
    void whatIsNotThereTakesNothing() {
        assertEquals("there is no item Door", refusal("Door", ItemState.OnOff.ON));
    }

    @Test
    void anEventBusOrARegistryThatFailsIsARefusalToo() {
        openhab.items.add(TestItem.of("Switch", "Fan"));
        openhab.bus.isDown = true;
        assertEquals("the event bus is down", refusal("Fan", ItemState.OnOff.ON));
        openhab.items.isBroken = true;
        assertEquals("wanted failure", refusal("Fan", ItemState.OnOff.ON));
    }

    private CompletableFuture<Void> send(String item, ItemCommand command) {
        return registry.send(item, command, SOURCE).toCompletableFuture();
    }

    private String refusal(String item, ItemCommand command) {
        CompletableFuture<Void> sent = send(item, command);
        return assertThrows(CompletionException.class, sent::join).getCause().getMessage();
    }
}
