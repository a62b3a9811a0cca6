// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.builder;
import static io.latchkey.exposure.internal.ExposureFixture.item;
import static io.latchkey.exposure.internal.ExposureFixture.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.accessories.sensors.internal.MotionSensor;
import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.MissingParts;
import io.latchkey.exposure.internal.check.ItemVerdict;
import io.latchkey.exposure.internal.live.Host;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a bridge is told of accessories that aren't made any more, for each way in which that happens. */
class AbsenceTest {
    private final FakeItemRegistry registry = new FakeItemRegistry(
            item("Lamp", "Dimmer", "40", "Lighting,Lighting.Brightness"),
            item("Room", "Group", "NULL", "Lighting"),
            member("Room", "Room_Switch", "Switch", "ON", "Lighting.OnState"),
            member("Room", "Room_Level", "Dimmer", "30", "Lighting.Brightness"),
            item("Hall", "Switch", "OFF", "MotionSensor"));
    private final ExposureFixture home =
            new ExposureFixture(new Lighting(), new MotionSensor()).with("openhab", registry);

    @Test
    void anAccessoryTellsAllItemsThatItIsMadeOf() {
        home.open("", "");
        assertEquals(
                Optional.of(new AccessoryOrigin("openhab", Set.of("Room", "Room_Switch", "Room_Level"))),
                home.sink.accessories.get("openhab:Room").origin());
        assertEquals(MissingParts.REMOVE_LATER, parts("Room"));
    }

    @Test
    void anItemThatGoesWithoutAWordIsMissing() {
        home.open("", "");
        registry.remove("Lamp");
        home.workers.pass(ExposureFixture.SOON);
        assertEquals("MISSING: item Lamp isn't there", home.sink.why("openhab:Lamp"));
        registry.put(item("Lamp", "Dimmer", "55", "Lighting,Lighting.Brightness"));
        home.workers.pass(ExposureFixture.SOON);
        assertEquals("55", home.read("openhab:Lamp", CharacteristicTypes.BRIGHTNESS));
    }

    @Test
    void anItemThatSomebodyDeletesIsDeletedUntilItIsBack() {
        home.open("", "");
        registry.delete("Lamp");
        home.workers.pass(ExposureFixture.SOON);
        assertEquals("DELETED: item Lamp was deleted", home.sink.why("openhab:Lamp"));
        registry.put(item("Lamp", "Dimmer", "55", "Lighting,Lighting.Brightness"));
        home.workers.pass(ExposureFixture.SOON);
        registry.remove("Lamp");
        home.workers.pass(ExposureFixture.SOON);
        assertEquals("MISSING: item Lamp isn't there", home.sink.why("openhab:Lamp"), "this time nobody deleted it");
    }

    @Test
    void aPartThatNobodyCanDoWithoutTakesItsAccessoryAlong() {
        home.open("", "");
        registry.remove("Room_Switch");
        home.workers.pass(ExposureFixture.SOON);
        assertEquals("MISSING: item Room_Switch isn't there", home.sink.why("openhab:Room"));
        registry.delete("Room_Switch");
        home.workers.pass(ExposureFixture.SOON);
        assertEquals("DELETED: item Room_Switch, which it was made of, was deleted", home.sink.why("openhab:Room"));
    }

    @Test
    void anItemThatAsksForNothingAnyMoreIsUnaskedOrWithdrawn() {
        home.open("", "");
        registry.put(Item.of("Lamp", ItemType.DIMMER).build());
        home.workers.pass(ExposureFixture.SOON);
        assertTrue(home.sink.why("openhab:Lamp").startsWith("UNASKED: "), home.sink.why("openhab:Lamp"));
        registry.isAtOnce = true;
        registry.put(Item.of("Hall", ItemType.SWITCH).build());
        home.workers.pass(ExposureFixture.SOON);
        assertTrue(home.sink.why("openhab:Hall").startsWith("WITHDRAWN: "), home.sink.why("openhab:Hall"));
    }

    @Test
    void anItemThatCantBeReadIsMissingWithItsReason() {
        home.open("", "");
        registry.spoil("Lamp", "line 12: it needs a \"type\"");
        home.workers.pass(ExposureFixture.SOON);
        assertEquals("MISSING: item Lamp can't be read: line 12: it needs a \"type\"", home.sink.why("openhab:Lamp"));
    }

    @Test
    void nothingIsConcludedWhileAGroupIsMissing() {
        registry.put(Item.of("Floor", ItemType.GROUP).build());
        registry.put(Item.of("Kitchen", ItemType.GROUP).groups(Set.of("Floor")).build());
        registry.put(member("Kitchen", "Spot", "Switch", "ON", "Lighting"));
        home.open("", "");
        registry.remove("Floor");
        registry.put(Item.of("Spot", ItemType.SWITCH).groups(Set.of("Kitchen")).build());
        home.workers.pass(ExposureFixture.SOON);
        assertEquals("MISSING: group Floor of item Kitchen isn't there", home.sink.why("openhab:Spot"));
    }

    @Test
    void aPartThatIsMissingIsKeptAndOneThatSomebodyTookAwayIsNot() {
        home.open("", "");
        registry.remove("Room_Level");
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(MissingParts.KEEP, parts("Room"));
        assertTrue(home.sink
                .accessories
                .get("openhab:Room")
                .origin()
                .orElseThrow()
                .items()
                .contains("Room_Level"));
        registry.put(Item.of("Hall_Light", ItemType.SWITCH).build());
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(MissingParts.KEEP, parts("Room"), "it is still missing, whatever else is composed");
        registry.delete("Room_Level");
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(MissingParts.REMOVE_LATER, parts("Room"));
        registry.isAtOnce = true;
        registry.put(item("Room", "Group", "NULL", "Lighting", "Name", "Study"));
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(MissingParts.REMOVE, parts("Room"));
    }

    @Test
    void aWordThatNobodyKnowsKeepsThePartsThatItMayHaveMade() {
        home.open("", "");
        registry.put(item("Lamp", "Dimmer", "40", "Lighting,Lighting.Brightness,AwayForNow"));
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(MissingParts.KEEP, parts("Lamp"));
    }

    @Test
    void aHostThatLeavesTakesNothingWithItAndBringsItBack() {
        home.open("", "");
        Accessory lamp = home.sink.accessories.get("openhab:Lamp");
        home.exposure.removeRegistry(registry);
        assertEquals(0, registry.listeners());
        home.workers.pass(ExposureFixture.SOON);
        assertEquals("HOST_AWAY: host openhab isn't there", home.sink.why("openhab:Lamp"));
        assertEquals(3, home.sink.absences.size());
        home.sink.log.clear();
        home.workers.pass(Duration.ofHours(5));
        assertEquals(List.of(), home.sink.log);
        registry.isReady = false;
        home.with("openhab", registry);
        home.workers.pass(ExposureFixture.SOON);
        assertEquals("HOST_AWAY: host openhab is still loading its items", home.sink.why("openhab:Lamp"));
        registry.isReady = true;
        registry.put(item("Lamp", "Dimmer", "7", "Lighting,Lighting.Brightness"));
        home.workers.pass(ExposureFixture.SOON);
        assertSame(lamp, home.sink.accessories.get("openhab:Lamp"), "with its timers");
        assertEquals("7", home.read("openhab:Lamp", CharacteristicTypes.BRIGHTNESS));
        assertEquals(Set.of(), home.sink.absences.keySet());
    }

    @Test
    void aHostThatIsLoadingIsWaitedForAndOneThatIsntThereOnlyForAWhile() {
        registry.isReady = false;
        home.sink.remember("openhab:Lamp", "Lamp");
        home.open("", "");
        home.workers.pass(Duration.ofMinutes(3));
        assertFalse(home.sink.log.contains("complete"), home.sink.log.toString());
        registry.isReady = true;
        registry.replaced("Lamp");
        home.workers.pass(ExposureFixture.SOON);
        assertTrue(home.sink.log.contains("complete"));

        ExposureFixture alone = new ExposureFixture(new Lighting());
        alone.sink.remember("mqtt:Lamp", "Lamp");
        alone.open("", "");
        alone.workers.pass(Duration.ofSeconds(25));
        assertFalse(alone.sink.log.contains("complete"), alone.sink.log.toString());
        alone.workers.pass(Duration.ofSeconds(12));
        assertEquals(List.of("absent mqtt:Lamp HOST_AWAY", "complete"), alone.sink.log);
    }

    @Test
    void whatTheBridgeRemembersIsToldOfAtTheStart() {
        home.sink.remember("openhab:Gone", "Gone");
        home.sink.remember("openhab:Hall", "Hall");
        home.open("", "");
        assertEquals("MISSING: item Gone isn't there", home.sink.why("openhab:Gone"));
        assertTrue(home.sink.accessories.containsKey("openhab:Hall"));
        assertEquals(
                1,
                home.sink.log.stream()
                        .filter("absent openhab:Gone MISSING"::equals)
                        .count());
        registry.put(item("Other", "Switch", "OFF", "Lighting"));
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(
                1,
                home.sink.log.stream()
                        .filter("absent openhab:Gone MISSING"::equals)
                        .count());
    }

    @Test
    void hostsThatABridgeTakesNoMoreAreUnasked() {
        home.sink.remember("local:Lamp", "Lamp");
        home.open("(latchkey.host=openhab)", "");
        assertTrue(home.sink.why("local:Lamp").startsWith("UNASKED: "), home.sink.why("local:Lamp"));
    }

    @Test
    void whatIsSwitchedOffAsAWholeLeavesAtOnce() {
        home.open("", "");
        registry.switchedOff.addAll(Set.of("Lamp", "Hall"));
        registry.remove("Lamp");
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(Set.of("openhab:Room", "openhab:Hall"), home.sink.remembered.keySet());
    }

    @Test
    void nothingNewIsMadeOfWhatBelongsToAnAbsentAccessory() {
        registry.put(member("Room", "Room_Lamp", "Switch", "ON", "Lighting"));
        home.open("", "");
        assertFalse(home.sink.accessories.containsKey("openhab:Room_Lamp"), "it is a part of the room");
        registry.remove("Room");
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(Set.of("openhab:Lamp", "openhab:Hall"), home.sink.accessories.keySet());
        assertTrue(
                said("Room_Lamp").contains("belongs to the accessory openhab:Room, which is absent"),
                said("Room_Lamp"));
        home.sink.leave("openhab:Room");
        registry.put(Item.of("Room", ItemType.GROUP).build());
        home.workers.pass(BridgeComposition.LOOK_AGAIN.plus(ExposureFixture.SOON));
        assertTrue(home.sink.accessories.containsKey("openhab:Room_Lamp"), "somebody pruned the room");
    }

    @Test
    void nothingNewIsMadeOfAnItemWhoseGroupIsMissing() {
        registry.put(member("Away", "Spot", "Switch", "ON", "Lighting"));
        home.open("", "");
        assertFalse(home.sink.accessories.containsKey("openhab:Spot"));
        assertTrue(said("Spot").contains("group Away of item Spot isn't there"), said("Spot"));
        registry.put(item("Away", "Group", "NULL", "Lighting"));
        home.workers.pass(ExposureFixture.SOON);
        assertTrue(home.sink.accessories.containsKey("openhab:Away"), "the group has come, and it is a part of that");
        assertFalse(home.sink.accessories.containsKey("openhab:Spot"));
    }

    @Test
    void whatWasThereBeforeIsMadeAlthoughAGroupIsMissing() {
        registry.put(member("Away", "Spot", "Switch", "ON", "Lighting"));
        home.sink.remember("openhab:Spot", "Spot");
        home.open("", "");
        assertTrue(home.sink.accessories.containsKey("openhab:Spot"));
    }

    @Test
    void notesThatComeLongAfterTheirItemsTakeNothingAway() {
        FakeItemRegistry late = new FakeItemRegistry(
                Item.of("Lamp", ItemType.SWITCH).build(),
                builder("Spot", "Switch", "ON", "Lighting").build());
        ExposureFixture start = new ExposureFixture(new Lighting()).with("openhab", late);
        start.sink.remember("openhab:Lamp", "Lamp");
        start.sink.remember("openhab:Spot", "Spot");
        start.open("", "");
        assertTrue(start.sink.why("openhab:Lamp").startsWith("UNASKED"), "never DELETED, MISSING or a removal");
        late.put(item("Lamp", "Switch", "ON", "Lighting"));
        start.workers.pass(ExposureFixture.SOON);
        assertEquals(Set.of("openhab:Lamp", "openhab:Spot"), start.sink.accessories.keySet());
        late.put(Item.of("Lamp", ItemType.SWITCH).build());
        late.put(item("Lamp", "Switch", "ON", "Lighting"));
        start.sink.log.clear();
        start.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of(), start.sink.log, "its notes went one by one and are back: nothing was seen of it");
    }

    private MissingParts parts(String item) {
        return home.sink.accessories.get("openhab:" + item).missingParts();
    }

    private String said(String name) {
        Host host = home.exposure.hosts().iterator().next();
        return home.exposure.inspection().verdicts(host, registry.item(name).orElseThrow()).stream()
                .map(ItemVerdict::findings)
                .flatMap(List::stream)
                .map(CheckReport.Finding::text)
                .reduce("", String::concat);
    }
}
