// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static io.latchkey.host.openhab.internal.item.ItemRegistryRig.SETTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhab.core.items.GenericItem;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.PercentType;

/** Items that come, change, are loaded anew and are deleted. */
class OpenhabItemChangeTest {
    private final ItemRegistryRig rig = new ItemRegistryRig();

    @Test
    void changesComeAsOneBatchWhenTheyHaveSettled() {
        rig.ready();
        rig.openhab.add(TestItem.of("Contact", "Door"), "ContactSensor");
        rig.openhab.items.remove("Fan");
        rig.workers.pass(SETTLED.dividedBy(2));
        rig.openhab.notes.update(FakeOpenhab.note("homekit", "Lamp", "Fan"));
        rig.workers.pass(SETTLED.dividedBy(2));
        assertEquals(List.of(), rig.heard);
        rig.workers.pass(SETTLED);
        assertEquals(List.of("+[Door] -[Fan] ~[Lamp]"), rig.heard);
        assertEquals(List.of("Lamp", "Door"), rig.names());
    }

    @Test
    void anItemThatIsTakenAwayWasntDeleted() {
        rig.ready();
        rig.openhab.items.remove("Fan");
        rig.workers.pass(SETTLED);
        assertEquals(List.of("+[] -[Fan] ~[]"), rig.heard);
        assertEquals(List.of("Lamp"), rig.names());
        assertEquals(0, rig.workers.pending());
    }

    @Test
    void whatPeopleDeleteIsDeleted() {
        FakeManagedItems managed = new FakeManagedItems(rig.openhab.items);
        rig.registry.bindManagedItems(managed);
        managed.add(TestItem.of("Switch", "Door"));
        rig.ready();
        managed.delete("Door");
        rig.openhab.items.remove("Fan");
        rig.workers.pass(SETTLED);
        assertEquals(List.of("+[] -[Door, Fan] ~[] deleted [Door]"), rig.heard);
        managed.add(TestItem.of("Switch", "Door"));
        rig.workers.pass(SETTLED);
        rig.openhab.items.remove("Door");
        rig.workers.pass(SETTLED);
        assertEquals("+[] -[Door] ~[]", rig.heard.get(2), "the provider left, and says nothing");
        rig.registry.unbindManagedItems(managed);
        assertEquals(0, managed.listeners.size());
    }

    @Test
    void whatIsDeletedAndMadeAnewIsThere() {
        FakeManagedItems managed = new FakeManagedItems(rig.openhab.items);
        rig.registry.bindManagedItems(managed);
        managed.add(TestItem.of("Switch", "Door"));
        rig.ready();
        managed.delete("Door");
        managed.add(TestItem.of("Contact", "Door"));
        rig.workers.pass(SETTLED);
        assertEquals(List.of("+[] -[] ~[Door]"), rig.heard);
    }

    @Test
    void anItemOfTwoProvidersIsThereWhenOneIsDeleted() {
        FakeManagedItems managed = new FakeManagedItems(rig.openhab.items);
        rig.registry.bindManagedItems(managed);
        rig.ready();
        managed.deleteWhatAFileHasToo(rig.openhab.items.get("Fan"));
        rig.workers.pass(SETTLED);
        assertEquals(List.of(), rig.heard);
    }

    @Test
    void aReloadOfItemsDoesNotShrinkTheHome() {
        rig.ready();
        reload();
        rig.workers.pass(SETTLED);
        assertEquals(List.of(), rig.heard);
        assertEquals(List.of("Lamp", "Fan"), rig.names());
    }

    @Test
    void aReloadThatChangesSomethingIsOneBatch() {
        rig.ready();
        GenericItem lamp = TestItem.of("Dimmer", "Lamp", new PercentType(40));
        lamp.setLabel("Desk");
        rig.openhab.items.remove("Lamp");
        rig.openhab.items.remove("Fan");
        rig.workers.pass(SETTLED.dividedBy(2));
        rig.openhab.items.add(TestItem.of("Switch", "Fan", OnOffType.OFF));
        rig.openhab.items.add(lamp);
        rig.workers.pass(SETTLED.multipliedBy(2));
        assertEquals(List.of("+[] -[] ~[Lamp]"), rig.heard);
        assertEquals(List.of("Lamp", "Fan"), rig.names());
    }

    @Test
    void allItemsMayChangeAtOnce() {
        rig.ready();
        ((GenericItem) rig.openhab.items.get("Fan")).setLabel("Ventilator");
        rig.openhab.items.listeners.forEach(
                listener -> ((org.openhab.core.items.ItemRegistryChangeListener) listener).allItemsChanged(List.of()));
        rig.workers.pass(SETTLED);
        assertEquals(List.of("+[] -[] ~[Fan]"), rig.heard);
    }

    private void reload() {
        rig.openhab.items.remove("Lamp");
        rig.openhab.items.remove("Fan");
        rig.workers.pass(SETTLED.dividedBy(2));
        rig.openhab.items.add(TestItem.of("Dimmer", "Lamp", new PercentType(40)));
        rig.openhab.items.add(TestItem.of("Switch", "Fan", OnOffType.OFF));
    }
}
