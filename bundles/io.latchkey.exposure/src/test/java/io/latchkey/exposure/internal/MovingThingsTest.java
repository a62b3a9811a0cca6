// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.accessories.entry.internal.GarageDoorOpener;
import io.latchkey.accessories.entry.internal.WindowCovering;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.BridgeView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Types whose states are derived, from their items to what a controller hears. */
class MovingThingsTest {
    private final FakeItemRegistry items = new FakeItemRegistry(
            Item.of("G", ItemType.GROUP)
                    .metadata("homekit", new Metadata("GarageDoorOpener", Map.of("travelTime", "20", "pulse", true)))
                    .build(),
            ExposureFixture.member("G", "Closed", "Contact", "CLOSED", "CurrentDoorState"),
            ExposureFixture.member("G", "Button", "Switch", "OFF", "TargetDoorState"),
            ExposureFixture.item("Gate", "Contact", "CLOSED", "GarageDoorOpener"),
            ExposureFixture.item("Blind", "Rollershutter", "100", "WindowCovering", "stop", true));
    private final ExposureFixture home =
            new ExposureFixture(new GarageDoorOpener(), new WindowCovering()).with("local", items);

    @Test
    void aGarageDoorIsOpeningForItsTravelTime() {
        home.open("", "");
        assertEquals("1 1 false", garage());
        write("local:G", CharacteristicTypes.TARGET_DOOR_STATE, 0);
        write("local:G", CharacteristicTypes.TARGET_DOOR_STATE, 0);
        assertEquals(List.of("Button ON from io.latchkey$phone"), items.commands, "one push for one way");
        assertEquals("2 0 false", garage());
        items.update("Closed", "OPEN");
        home.workers.pass(Duration.ofSeconds(19));
        assertEquals("2 0 false", garage());
        home.workers.pass(Duration.ofSeconds(2));
        assertEquals("0 0 false", garage());
        assertEquals(List.of("TargetDoorState=0", "CurrentDoorState=2", "CurrentDoorState=0"), home.sink.events);
    }

    @Test
    void aGateThatNobodyCanMoveRefuses() {
        home.open("", "");
        assertThrows(CompletionException.class, () -> write("local:Gate", CharacteristicTypes.TARGET_DOOR_STATE, 0));
        assertEquals("1", home.read("local:Gate", CharacteristicTypes.TARGET_DOOR_STATE));
        assertEquals(List.of(), items.commands);
    }

    @Test
    void aBlindIsSeenToMoveAndStop() {
        home.open("", "");
        assertEquals("0 0 2", blind());
        write("local:Blind", CharacteristicTypes.TARGET_POSITION, 100);
        items.update("Blind", "70");
        assertEquals("30 100 1", blind());
        write("local:Blind", CharacteristicTypes.TARGET_POSITION, 0);
        assertEquals("30 30 2", blind());
        assertEquals(List.of("Blind 0 from io.latchkey$phone", "Blind STOP from io.latchkey$phone"), items.commands);
        items.update("Blind", "UNDEF");
        assertEquals("UNABLE_TO_COMMUNICATE", home.read("local:Blind", CharacteristicTypes.CURRENT_POSITION));
    }

    @Test
    void aGarageDoorOnAShutterIsOneByMetadataAndByTags() {
        FakeItemRegistry two = new FakeItemRegistry(
                ExposureFixture.item("Noted", "Rollershutter", "0", "GarageDoorOpener"),
                Item.of("Tagged", ItemType.ROLLERSHUTTER)
                        .tags(Set.of("GarageDoor", "Control", "Opening"))
                        .state(ItemState.parse(ItemType.ROLLERSHUTTER, "0").orElseThrow())
                        .build());
        ExposureFixture shutters = new ExposureFixture(new GarageDoorOpener()).with("local", two);
        shutters.exposure.open(new BridgeView("home", "Home", "", "", BridgeView.Expose.SEMANTIC), shutters.sink);
        shutters.workers.pass(ExposureFixture.SOON);
        for (String key : List.of("local:Noted", "local:Tagged")) {
            String item = key.substring("local:".length());
            assertEquals("0 0 false", garage(shutters, key), "up is open");
            write(shutters, key, CharacteristicTypes.TARGET_DOOR_STATE, 1);
            assertEquals("3 1 false", garage(shutters, key));
            two.update(item, "40");
            two.update(item, "100");
            assertEquals("1 1 false", garage(shutters, key), "down is closed");
            write(shutters, key, CharacteristicTypes.TARGET_DOOR_STATE, 0);
        }
        assertEquals(
                List.of("Noted DOWN", "Noted UP", "Tagged DOWN", "Tagged UP"),
                two.commands.stream()
                        .map(told -> told.replace(" from io.latchkey$phone", ""))
                        .toList());
    }

    private String garage() {
        return garage(home, "local:G");
    }

    private static String garage(ExposureFixture home, String key) {
        return home.read(key, CharacteristicTypes.CURRENT_DOOR_STATE)
                + " " + home.read(key, CharacteristicTypes.TARGET_DOOR_STATE)
                + " " + home.read(key, CharacteristicTypes.OBSTRUCTION_DETECTED);
    }

    private String blind() {
        return home.read("local:Blind", CharacteristicTypes.CURRENT_POSITION)
                + " " + home.read("local:Blind", CharacteristicTypes.TARGET_POSITION)
                + " " + home.read("local:Blind", CharacteristicTypes.POSITION_STATE);
    }

    private void write(String key, CharacteristicType type, long value) {
        write(home, key, type, value);
    }

    private static void write(ExposureFixture home, String key, CharacteristicType type, long value) {
        home.write(key, Map.of(type, Value.of(value)))
                .get(0)
                .toCompletableFuture()
                .join();
    }
}
