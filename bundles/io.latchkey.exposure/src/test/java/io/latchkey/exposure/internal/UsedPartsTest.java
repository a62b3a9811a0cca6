// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.entry.internal.GarageDoorOpener;
import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.accessories.water.internal.Valve;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.item.StateDescription;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What happens to an item that its accessory never looks at doesn't disturb what the accessory is doing. */
class UsedPartsTest {

    @Test
    void aCountdownGoesOnWhileSomebodyNotesSomethingElse() {
        FakeItemRegistry items = valve();
        ExposureFixture home = watering(items);
        home.workers.pass(Duration.ofSeconds(20));
        home.sink.log.clear();
        items.put(unlike(items, "V"));
        home.workers.pass(Duration.ofSeconds(20));
        assertEquals(List.of(), home.sink.log);
        assertEquals("20", home.read("openhab:V", CharacteristicTypes.REMAINING_DURATION));
        home.workers.pass(Duration.ofSeconds(21));
        assertEquals("V OFF from io.latchkey$phone", items.commands.get(items.commands.size() - 1));
    }

    @Test
    void anotherLabelIsToldWithoutAnEndToTheCountdown() {
        FakeItemRegistry items = valve();
        ExposureFixture home = watering(items);
        items.put(items.item("V").orElseThrow().toBuilder().label("Lawn").build());
        home.workers.pass(Duration.ofSeconds(20));
        assertEquals("Lawn", home.sink.accessories.get("openhab:V").info().name());
        assertEquals("40", home.read("openhab:V", CharacteristicTypes.REMAINING_DURATION));
    }

    @Test
    void aWriteThatWaitsForTheNextIsSent() {
        FakeItemRegistry items = new FakeItemRegistry(
                item("Lamp", "Dimmer", "40", "Lighting,Lighting.Brightness", "commandDelay", "5000"));
        ExposureFixture home = new ExposureFixture(new Lighting()).with("openhab", items);
        home.open("", "");
        home.write("openhab:Lamp", Map.of(CharacteristicTypes.BRIGHTNESS, Value.of(30)));
        items.put(unlike(items, "Lamp"));
        home.workers.pass(Duration.ofSeconds(6));
        assertEquals(List.of("Lamp 30 from io.latchkey$phone"), items.commands);
    }

    @Test
    void aGuessOfADoorStays() {
        FakeItemRegistry items = new FakeItemRegistry(
                item("G", "Group", "NULL", "GarageDoorOpener", "travelTime", "20", "pulse", "true"),
                ExposureFixture.member("G", "Closed", "Contact", "CLOSED", "CurrentDoorState"),
                ExposureFixture.member("G", "Button", "Switch", "OFF", "TargetDoorState"));
        ExposureFixture home = new ExposureFixture(new GarageDoorOpener()).with("openhab", items);
        home.open("", "");
        home.write("openhab:G", Map.of(CharacteristicTypes.TARGET_DOOR_STATE, Value.of(0)));
        items.update("Closed", "OPEN");
        items.put(unlike(items, "G"));
        items.put(unlike(items, "Button"));
        home.workers.pass(Duration.ofSeconds(10));
        assertEquals("2", home.read("openhab:G", CharacteristicTypes.CURRENT_DOOR_STATE), "opening");
    }

    @Test
    void limitsThatChangeMakeItAnew() {
        FakeItemRegistry items = new FakeItemRegistry(item("Lamp", "Dimmer", "40", "Lighting,Lighting.Brightness"));
        ExposureFixture home = new ExposureFixture(new Lighting()).with("openhab", items);
        home.open("", "");
        home.sink.log.clear();
        items.put(items.item("Lamp").orElseThrow().toBuilder()
                .stateDescription(new StateDescription(
                        Optional.of(BigDecimal.TEN),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        List.of()))
                .build());
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of("put openhab:Lamp"), home.sink.log);
    }

    @Test
    void aChangeOfOneItemCostsAsMuchAsThatItem() {
        Item[] all = new Item[3000];
        for (int index = 0; index < all.length; index++) {
            all[index] = Item.of("Other" + index, ItemType.SWITCH).build();
        }
        all[17] = item("Lamp", "Dimmer", "40", "Lighting,Lighting.Brightness");
        FakeItemRegistry items = new FakeItemRegistry(all);
        ExposureFixture home = new ExposureFixture(new Lighting()).with("openhab", items);
        home.open("", "");
        items.lookedAt = 0;
        items.put(unlike(items, "Lamp"));
        items.put(unlike(items, "Other5"));
        home.workers.pass(ExposureFixture.SOON);
        assertTrue(items.lookedAt > 0 && items.lookedAt < 10, "looked at " + items.lookedAt);
    }

    private static FakeItemRegistry valve() {
        return new FakeItemRegistry(
                item("V", "Switch", "OFF", "Valve", "homekitTimer", "true", "homekitDefaultDuration", "60"));
    }

    /** A valve that has just been opened for a minute. */
    private static ExposureFixture watering(FakeItemRegistry items) {
        ExposureFixture home = new ExposureFixture(new Valve()).with("openhab", items);
        home.open("", "");
        home.write("openhab:V", Map.of(CharacteristicTypes.ACTIVE, Value.of(1)));
        items.update("V", "ON");
        return home;
    }

    /** The same item with everything changed that Home never sees. */
    private static Item unlike(FakeItemRegistry items, String name) {
        Item item = items.item(name).orElseThrow();
        StateDescription described = item.stateDescription();
        return item.toBuilder()
                .metadata("widget", new Metadata("oh-card", Map.of("title", "Something else")))
                .category("faucet")
                .tags(Set.of("Favourite"))
                .stateDescription(new StateDescription(
                        described.minimum(),
                        described.maximum(),
                        described.step(),
                        Optional.of("%d %%"),
                        described.readOnly(),
                        described.options()))
                .build();
    }
}
