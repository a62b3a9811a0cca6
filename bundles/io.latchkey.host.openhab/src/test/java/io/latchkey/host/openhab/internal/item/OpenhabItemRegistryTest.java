// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.ManualWorkers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhab.core.items.GenericItem;
import org.openhab.core.items.GroupItem;
import org.openhab.core.items.MetadataKey;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.PercentType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.service.ReadyMarker;
import org.openhab.core.types.UnDefType;

class OpenhabItemRegistryTest {
    private static final Duration SETTLED = SettleTimer.SILENCE;

    private final ManualWorkers workers = new ManualWorkers();
    private final FakeOpenhab openhab = new FakeOpenhab();
    private final List<String> heard = new ArrayList<>();
    private OpenhabItemRegistry registry;

    @BeforeEach
    void aHomeWithALampAndAFan() {
        openhab.add(TestItem.of("Dimmer", "Lamp", new PercentType(40)), "Lighting");
        openhab.add(TestItem.of("Switch", "Fan", OnOffType.OFF), "");
        start();
    }

    private void start() {
        registry = new OpenhabItemRegistry(
                workers, new InlineContributors(), openhab.items, openhab.notes, openhab.readiness, openhab.bus);
        openhab.bus.subscriber = registry;
        registry.listen(new Listener());
        registry.activate();
    }

    @Test
    void nothingIsThereBeforeOpenHabHasItsItems() {
        openhab.readiness.reach(10, 20);
        openhab.items.add(TestItem.of("Switch", "Door"));
        workers.pass(SettleTimer.LIMIT);
        assertFalse(registry.isReady());
        assertEquals(List.of(), List.copyOf(registry.items()));
        assertEquals(List.of(), heard);
    }

    @Test
    void atStartLevelThirtyAllItemsAreThereInOpenHabsOrder() {
        openhab.readiness.reach(30);
        assertTrue(registry.isReady());
        assertEquals(List.of("Lamp", "Fan"), names());
        assertEquals(ItemState.Percent.of(40), state("Lamp"));
        assertEquals(
                Map.of("homekit", new Metadata("Lighting", Map.of())),
                registry.item("Lamp").orElseThrow().metadata());
        assertEquals(Optional.empty(), registry.item("Door"));
        assertEquals(List.of("+[Fan, Lamp] -[] ~[]"), heard);
    }

    @Test
    void aBundleThatComesLateFindsTheItemsAtOnce() {
        registry.deactivate();
        openhab.readiness.reach(10, 20, 30, 40);
        start();
        assertTrue(registry.isReady());
        assertEquals(List.of("Lamp", "Fan"), names());
    }

    @Test
    void anOtherMarkerMeansNothing() {
        openhab.readiness.markReady(new ReadyMarker("dsl", "30"));
        openhab.readiness.markReady(new ReadyMarker("startlevel", "thirty"));
        assertFalse(registry.isReady());
    }

    @Test
    void statesComeInOrderAlsoWhenTheyAreTheSame() {
        ready();
        openhab.update("Fan", OnOffType.ON);
        openhab.update("Fan", OnOffType.ON);
        openhab.update("Lamp", new PercentType(7));
        openhab.update("Fan", UnDefType.UNDEF);
        assertEquals(List.of("Fan=ON", "Fan=ON", "Lamp=7", "Fan=UNDEF"), heard);
        assertEquals(ItemState.Percent.of(7), state("Lamp"));
        assertEquals(ItemState.Missing.UNDEF, state("Fan"));
    }

    @Test
    void aStateThatIsNoneOfItsTypeIsNotKnowable() {
        ready();
        openhab.update("Fan", new StringType("whirling"));
        assertEquals(List.of("Fan=UNDEF"), heard);
    }

    @Test
    void eventsOfItemsThatAreNotKnownAreNotEvenReceived() {
        ready();
        assertFalse(openhab.bus.tell(new FakeOpenhab.Updated("Door", OnOffType.ON)));
        assertFalse(openhab.bus.tell(new FakeOpenhab.Sent("Fan", OnOffType.ON)));
        registry.receive(new FakeOpenhab.Updated("Door", OnOffType.ON));
        registry.receive(new FakeOpenhab.Sent("Fan", OnOffType.ON));
        assertEquals(List.of(), heard);
    }

    @Test
    void aStateEventCostsNoScan() {
        ready();
        int scans = openhab.items.scans + openhab.notes.scans;
        openhab.update("Fan", OnOffType.ON);
        workers.pass(SETTLED);
        assertEquals(scans, openhab.items.scans + openhab.notes.scans);
    }

    @Test
    void aGroupHasTheStateThatItComputesOrThatItIsSent() {
        openhab.items.add(new GroupItem("Lamps", TestItem.of("Dimmer", "Lamps")));
        ready();
        assertTrue(openhab.bus.tell(new FakeOpenhab.GroupUpdated("Lamps", "Lamp", new PercentType(55))));
        assertTrue(openhab.bus.tell(new FakeOpenhab.Sent("Lamps", OnOffType.ON)));
        assertTrue(openhab.bus.tell(new FakeOpenhab.Sent("Lamps", new StringType("brightly"))));
        assertEquals(List.of("Lamps=55", "Lamps=100"), heard);
    }

    @Test
    void changesComeAsOneBatchWhenTheyHaveSettled() {
        ready();
        openhab.add(TestItem.of("Contact", "Door"), "ContactSensor");
        openhab.items.remove("Fan");
        workers.pass(SETTLED.dividedBy(2));
        openhab.notes.update(FakeOpenhab.note("homekit", "Lamp", "Fan"));
        workers.pass(SETTLED.dividedBy(2));
        assertEquals(List.of(), heard);
        workers.pass(SETTLED);
        assertEquals(List.of("+[Door] -[Fan] ~[Lamp]"), heard);
        assertEquals(List.of("Lamp", "Door"), names());
    }

    @Test
    void anItemThatIsTakenAwayWasntDeleted() {
        ready();
        openhab.items.remove("Fan");
        workers.pass(SETTLED);
        assertEquals(List.of("+[] -[Fan] ~[]"), heard);
        assertEquals(List.of("Lamp"), names());
        assertEquals(0, workers.pending());
    }

    @Test
    void whatPeopleDeleteIsDeleted() {
        FakeManagedItems managed = new FakeManagedItems(openhab.items);
        registry.bindManagedItems(managed);
        managed.add(TestItem.of("Switch", "Door"));
        ready();
        managed.delete("Door");
        openhab.items.remove("Fan");
        workers.pass(SETTLED);
        assertEquals(List.of("+[] -[Door, Fan] ~[] deleted [Door]"), heard);
        managed.add(TestItem.of("Switch", "Door"));
        workers.pass(SETTLED);
        openhab.items.remove("Door");
        workers.pass(SETTLED);
        assertEquals("+[] -[Door] ~[]", heard.get(2), "the provider left, and says nothing");
        registry.unbindManagedItems(managed);
        assertEquals(0, managed.listeners.size());
    }

    @Test
    void whatIsDeletedAndMadeAnewIsThere() {
        FakeManagedItems managed = new FakeManagedItems(openhab.items);
        registry.bindManagedItems(managed);
        managed.add(TestItem.of("Switch", "Door"));
        ready();
        managed.delete("Door");
        managed.add(TestItem.of("Contact", "Door"));
        workers.pass(SETTLED);
        assertEquals(List.of("+[] -[] ~[Door]"), heard);
    }

    @Test
    void anItemOfTwoProvidersIsThereWhenOneIsDeleted() {
        FakeManagedItems managed = new FakeManagedItems(openhab.items);
        registry.bindManagedItems(managed);
        ready();
        managed.deleteWhatAFileHasToo(openhab.items.get("Fan"));
        workers.pass(SETTLED);
        assertEquals(List.of(), heard);
    }

    @Test
    void aModelIsReadWithItsNotesThoughTheyComeOneByOne() {
        ready();
        Counting counting = new Counting();
        openhab.items.add(counting);
        openhab.items.add(TestItem.of("Switch", "Spot"));
        openhab.notes.remove(new MetadataKey("homekit", "Lamp"));
        workers.pass(SETTLED.dividedBy(2));
        openhab.notes.add(FakeOpenhab.note("homekit", "Lamp", "Lighting"));
        openhab.notes.add(FakeOpenhab.note("homekit", "Spot", "Lighting"));
        workers.pass(SETTLED);
        assertEquals(List.of("+[Counting, Spot] -[] ~[]"), heard);
    }

    @Test
    void aReloadOfItemsDoesNotShrinkTheHome() {
        ready();
        reload();
        workers.pass(SETTLED);
        assertEquals(List.of(), heard);
        assertEquals(List.of("Lamp", "Fan"), names());
    }

    @Test
    void aReloadThatChangesSomethingIsOneBatch() {
        ready();
        GenericItem lamp = TestItem.of("Dimmer", "Lamp", new PercentType(40));
        lamp.setLabel("Desk");
        openhab.items.remove("Lamp");
        openhab.items.remove("Fan");
        workers.pass(SETTLED.dividedBy(2));
        openhab.items.add(TestItem.of("Switch", "Fan", OnOffType.OFF));
        openhab.items.add(lamp);
        workers.pass(SETTLED.multipliedBy(2));
        assertEquals(List.of("+[] -[] ~[Lamp]"), heard);
        assertEquals(List.of("Lamp", "Fan"), names());
    }

    @Test
    void anItemThatWasReplacedGoesOnWithTheStateThatItHasNow() {
        ready();
        openhab.items.update(TestItem.of("Switch", "Fan", OnOffType.ON));
        workers.pass(SETTLED);
        assertEquals(List.of("Fan=ON"), heard);
        openhab.update("Fan", OnOffType.OFF);
        assertEquals(List.of("Fan=ON", "Fan=OFF"), heard);
        registry.send("Fan", ItemState.OnOff.ON, "test").toCompletableFuture().join();
        assertEquals(List.of("Fan ON from test"), openhab.bus.posted);
    }

    @Test
    void onlyWhatChangedIsReadAnew() {
        Counting counting = new Counting();
        openhab.items.add(counting);
        ready();
        int reads = counting.reads;
        int scans = openhab.items.scans + openhab.notes.scans;
        openhab.notes.add(FakeOpenhab.note("homekit", "Fan", "Fan"));
        workers.pass(SETTLED);
        assertEquals(scans, openhab.items.scans + openhab.notes.scans, "nothing is gone through for one note");
        assertEquals(List.of("+[] -[] ~[Fan]"), heard);
        assertEquals(reads, counting.reads);
    }

    @Test
    void whatOpenHabNotesForItselfIsNoNews() {
        ready();
        openhab.notes.add(FakeOpenhab.note("_private", "Fan", "x"));
        assertEquals(0, workers.pending());
        openhab.notes.add(FakeOpenhab.note("semantics", "Fan", "Equipment_Fan"));
        workers.pass(SETTLED);
        assertEquals(
                Set.of("semantics"),
                registry.item("Fan").orElseThrow().metadata().keySet());
    }

    @Test
    void aNoteThatGoesIsGone() {
        ready();
        openhab.notes.remove(new MetadataKey("homekit", "Lamp"));
        workers.pass(SETTLED);
        assertEquals(List.of("+[] -[] ~[Lamp]"), heard);
        assertEquals(Map.of(), registry.item("Lamp").orElseThrow().metadata());
    }

    @Test
    void whenOpenHabGoesDownTheItemsStay() {
        ready();
        openhab.readiness.leave(30);
        openhab.items.remove("Lamp");
        openhab.items.remove("Fan");
        workers.pass(SettleTimer.LIMIT);
        assertEquals(List.of(), heard);
        assertTrue(registry.isReady());
        assertEquals(List.of("Lamp", "Fan"), names());
        openhab.items.add(TestItem.of("Switch", "Fan", OnOffType.ON));
        openhab.readiness.reach(30);
        assertEquals(List.of("+[] -[Lamp] ~[]", "Fan=ON"), heard);
    }

    @Test
    void aRemovalThatIsUnderWayWhenOpenHabGoesDownIsNotTold() {
        ready();
        openhab.items.remove("Lamp");
        openhab.readiness.leave(30);
        workers.pass(SettleTimer.LIMIT);
        assertEquals(List.of(), heard);
    }

    @Test
    void descriptionsThatComeWithThingsAreReadAtTheNextStartLevel() {
        TestItem level = (TestItem) TestItem.of("Dimmer", "Level");
        openhab.items.add(level);
        ready();
        level.setLabel("Level of the tank");
        openhab.readiness.reach(80);
        workers.pass(SETTLED);
        assertEquals(List.of("+[] -[] ~[Level]"), heard);
    }

    @Test
    void allItemsMayChangeAtOnce() {
        ready();
        ((GenericItem) openhab.items.get("Fan")).setLabel("Ventilator");
        openhab.items.listeners.forEach(
                listener -> ((org.openhab.core.items.ItemRegistryChangeListener) listener).allItemsChanged(List.of()));
        workers.pass(SETTLED);
        assertEquals(List.of("+[] -[] ~[Fan]"), heard);
    }

    @Test
    void theUserSaysWhatTemperaturesAreCountedIn() {
        openhab.items.add(TestItem.of("Number", "Warm", new DecimalType(70)));
        ready();
        Defaults fahrenheit = () -> Optional.of("°F");
        registry.bindDefaults(fahrenheit);
        workers.pass(SETTLED);
        assertEquals(Optional.of("°F"), registry.item("Warm").orElseThrow().unit());
        registry.updatedDefaults(fahrenheit);
        workers.pass(SETTLED);
        registry.unbindDefaults(() -> Optional.of("K"));
        workers.pass(SETTLED);
        assertEquals(List.of("+[] -[] ~[Warm]"), heard);
        registry.unbindDefaults(fahrenheit);
        workers.pass(SETTLED);
        assertEquals(Optional.empty(), registry.item("Warm").orElseThrow().unit());
    }

    @Test
    void theUserSaysWhatNotesLeaveOut() {
        openhab.notes.add(FakeOpenhab.note("semantics", "Fan", "Equipment_Fan"));
        ready();
        registry.bindDefaults(new Defaults() {
            @Override
            public Optional<String> temperatureUnit() {
                return Optional.empty();
            }

            @Override
            public Metadata complete(Metadata note) {
                return new Metadata(note.value(), Map.of("HEAT", "HeatOn"));
            }
        });
        workers.pass(SETTLED);
        assertEquals(
                Map.of("HEAT", "HeatOn"),
                registry.item("Lamp").orElseThrow().metadata().get("homekit").options());
        assertEquals(
                Map.of(),
                registry.item("Fan").orElseThrow().metadata().get("semantics").options());
    }

    @Test
    void aRegistryThatFailsLeavesTheItemsAsTheyWere() {
        ready();
        openhab.items.isBroken = true;
        openhab.items.remove("Fan");
        workers.pass(SETTLED);
        assertEquals(List.of("Lamp", "Fan"), names());
        openhab.items.isBroken = false;
        openhab.items.add(TestItem.of("Contact", "Door"));
        workers.pass(SETTLED);
        assertEquals(List.of("+[Door] -[Fan] ~[]"), heard);
    }

    @Test
    void anItemThatFailsIsTheOnlyOneThatIsMissing() {
        openhab.items.add(new Failing("Odd"));
        ready();
        assertEquals(List.of("Lamp", "Fan"), names());
        openhab.items.update(new Failing("Fan"));
        workers.pass(SETTLED);
        assertEquals(List.of("Lamp"), names());
        assertEquals(List.of("+[] -[Fan] ~[]"), heard);
        assertTrue(
                registry.unreadable().get("Fan").contains("wanted failure"),
                registry.unreadable().toString());
        openhab.items.update(TestItem.of("Switch", "Fan"));
        workers.pass(SETTLED);
        assertEquals(Set.of("Odd"), registry.unreadable().keySet());
    }

    @Test
    void nothingHappensAfterTheEnd() {
        ready();
        registry.deactivate();
        openhab.items.remove("Fan");
        workers.pass(SettleTimer.LIMIT);
        assertEquals(List.of(), heard);
        assertEquals(List.of("Lamp", "Fan"), names());
        assertEquals(0, openhab.items.listeners.size() + openhab.notes.listeners.size());
        assertEquals(0, openhab.readiness.trackers());
    }

    private void ready() {
        openhab.readiness.reach(30);
        heard.clear();
    }

    private void reload() {
        openhab.items.remove("Lamp");
        openhab.items.remove("Fan");
        workers.pass(SETTLED.dividedBy(2));
        openhab.items.add(TestItem.of("Dimmer", "Lamp", new PercentType(40)));
        openhab.items.add(TestItem.of("Switch", "Fan", OnOffType.OFF));
    }

    private List<String> names() {
        return registry.items().stream().map(Item::name).toList();
    }

    private ItemState state(String item) {
        return registry.item(item).orElseThrow().state();
    }

    private final class Listener implements ItemListener {
        @Override
        public void updated(String item, ItemState state) {
            heard.add(item + "=" + state.text());
        }

        @Override
        public void replaced(ItemChanges changes) {
            heard.add(Stream.of("+", "-", "~")
                            .map(sign -> sign
                                    + switch (sign) {
                                        case "+" -> sorted(changes.added());
                                        case "-" -> sorted(changes.removed());
                                        default -> sorted(changes.changed());
                                    })
                            .reduce((a, b) -> a + " " + b)
                            .orElseThrow()
                    + (changes.deleted().isEmpty() ? "" : " deleted " + sorted(changes.deleted())));
        }

        private List<String> sorted(Set<String> names) {
            return names.stream().sorted().toList();
        }
    }

    /** An item whose label can't be read. */
    private static final class Failing extends org.openhab.core.library.items.NumberItem {
        Failing(String name) {
            super(name);
        }

        @Override
        public String getLabel() {
            throw new IllegalStateException("wanted failure");
        }
    }

    /** An item that counts how often it is read. */
    private static final class Counting extends org.openhab.core.library.items.NumberItem {
        private int reads;

        Counting() {
            super("Counting");
        }

        @Override
        public String getLabel() {
            reads++;
            return "Counting";
        }
    }
}
