// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.Metadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.service.ReadyMarker;

/** When openHAB's items are there, and that they stay when it goes down. */
class OpenhabItemRegistryTest {
    private final ItemRegistryRig rig = new ItemRegistryRig();

    @Test
    void nothingIsThereBeforeOpenHabHasItsItems() {
        rig.openhab.readiness.reach(10, 20);
        rig.openhab.items.add(TestItem.of("Switch", "Door"));
        rig.workers.pass(SettleTimer.LIMIT);
        assertFalse(rig.registry.isReady());
        assertEquals(List.of(), List.copyOf(rig.registry.items()));
        assertEquals(List.of(), rig.heard);
    }

    @Test
    void atStartLevelThirtyAllItemsAreThereInOpenHabsOrder() {
        rig.openhab.readiness.reach(30);
        assertTrue(rig.registry.isReady());
        assertEquals(List.of("Lamp", "Fan"), rig.names());
        assertEquals(ItemState.Percent.of(40), rig.state("Lamp"));
        assertEquals(
                Map.of("homekit", new Metadata("Lighting", Map.of())),
                rig.registry.item("Lamp").orElseThrow().metadata());
        assertEquals(Optional.empty(), rig.registry.item("Door"));
        assertEquals(List.of("+[Fan, Lamp] -[] ~[]"), rig.heard);
    }

    @Test
    void aBundleThatComesLateFindsTheItemsAtOnce() {
        rig.registry.deactivate();
        rig.openhab.readiness.reach(10, 20, 30, 40);
        rig.start();
        assertTrue(rig.registry.isReady());
        assertEquals(List.of("Lamp", "Fan"), rig.names());
    }

    @Test
    void anOtherMarkerMeansNothing() {
        rig.openhab.readiness.markReady(new ReadyMarker("dsl", "30"));
        rig.openhab.readiness.markReady(new ReadyMarker("startlevel", "thirty"));
        assertFalse(rig.registry.isReady());
    }

    @Test
    void whenOpenHabGoesDownTheItemsStay() {
        rig.ready();
        rig.openhab.readiness.leave(30);
        rig.openhab.items.remove("Lamp");
        rig.openhab.items.remove("Fan");
        rig.workers.pass(SettleTimer.LIMIT);
        assertEquals(List.of(), rig.heard);
        assertTrue(rig.registry.isReady());
        assertEquals(List.of("Lamp", "Fan"), rig.names());
        rig.openhab.items.add(TestItem.of("Switch", "Fan", OnOffType.ON));
        rig.openhab.readiness.reach(30);
        assertEquals(List.of("+[] -[Lamp] ~[]", "Fan=ON"), rig.heard);
    }

    @Test
    void aRemovalThatIsUnderWayWhenOpenHabGoesDownIsNotTold() {
        rig.ready();
        rig.openhab.items.remove("Lamp");
        rig.openhab.readiness.leave(30);
        rig.workers.pass(SettleTimer.LIMIT);
        assertEquals(List.of(), rig.heard);
    }

    @Test
    void nothingHappensAfterTheEnd() {
        rig.ready();
        rig.registry.deactivate();
        rig.openhab.items.remove("Fan");
        rig.workers.pass(SettleTimer.LIMIT);
        assertEquals(List.of(), rig.heard);
        assertEquals(List.of("Lamp", "Fan"), rig.names());
        assertEquals(0, rig.openhab.items.listeners.size() + rig.openhab.notes.listeners.size());
        assertEquals(0, rig.openhab.readiness.trackers());
    }
}
