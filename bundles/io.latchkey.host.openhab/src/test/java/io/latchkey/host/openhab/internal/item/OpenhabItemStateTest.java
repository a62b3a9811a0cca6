// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static io.latchkey.host.openhab.internal.item.ItemRegistryRig.SETTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.ItemState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhab.core.items.GroupItem;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.PercentType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.types.UnDefType;

/** What openHAB's events tell of the states of items. */
class OpenhabItemStateTest {
    private final ItemRegistryRig rig = new ItemRegistryRig();

    @Test
    void statesComeInOrderAlsoWhenTheyAreTheSame() {
        rig.ready();
        rig.openhab.update("Fan", OnOffType.ON);
        rig.openhab.update("Fan", OnOffType.ON);
        rig.openhab.update("Lamp", new PercentType(7));
        rig.openhab.update("Fan", UnDefType.UNDEF);
        assertEquals(List.of("Fan=ON", "Fan=ON", "Lamp=7", "Fan=UNDEF"), rig.heard);
        assertEquals(ItemState.Percent.of(7), rig.state("Lamp"));
        assertEquals(ItemState.Missing.UNDEF, rig.state("Fan"));
    }

    @Test
    void aStateThatIsNoneOfItsTypeIsNotKnowable() {
        rig.ready();
        rig.openhab.update("Fan", new StringType("whirling"));
        assertEquals(List.of("Fan=UNDEF"), rig.heard);
    }

    @Test
    void eventsOfItemsThatAreNotKnownAreNotEvenReceived() {
        rig.ready();
        assertFalse(rig.openhab.bus.tell(new FakeOpenhab.Updated("Door", OnOffType.ON)));
        assertFalse(rig.openhab.bus.tell(new FakeOpenhab.Sent("Fan", OnOffType.ON)));
        rig.registry.receive(new FakeOpenhab.Updated("Door", OnOffType.ON));
        rig.registry.receive(new FakeOpenhab.Sent("Fan", OnOffType.ON));
        assertEquals(List.of(), rig.heard);
    }

    @Test
    void aStateEventCostsNoScan() {
        rig.ready();
        int scans = rig.openhab.items.scans + rig.openhab.notes.scans;
        rig.openhab.update("Fan", OnOffType.ON);
        rig.workers.pass(SETTLED);
        assertEquals(scans, rig.openhab.items.scans + rig.openhab.notes.scans);
    }

    @Test
    void aGroupHasTheStateThatItComputesOrThatItIsSent() {
        rig.openhab.items.add(new GroupItem("Lamps", TestItem.of("Dimmer", "Lamps")));
        rig.ready();
        assertTrue(rig.openhab.bus.tell(new FakeOpenhab.GroupUpdated("Lamps", "Lamp", new PercentType(55))));
        assertTrue(rig.openhab.bus.tell(new FakeOpenhab.Sent("Lamps", OnOffType.ON)));
        assertTrue(rig.openhab.bus.tell(new FakeOpenhab.Sent("Lamps", new StringType("brightly"))));
        assertEquals(List.of("Lamps=55", "Lamps=100"), rig.heard);
    }

    @Test
    void anItemThatWasReplacedGoesOnWithTheStateThatItHasNow() {
        rig.ready();
        rig.openhab.items.update(TestItem.of("Switch", "Fan", OnOffType.ON));
        rig.workers.pass(SETTLED);
        assertEquals(List.of("Fan=ON"), rig.heard);
        rig.openhab.update("Fan", OnOffType.OFF);
        assertEquals(List.of("Fan=ON", "Fan=OFF"), rig.heard);
        rig.registry
                .send("Fan", ItemState.OnOff.ON, "test")
                .toCompletableFuture()
                .join();
        assertEquals(List.of("Fan ON from test"), rig.openhab.bus.posted);
    }
}
