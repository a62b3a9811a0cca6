// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static io.latchkey.host.openhab.internal.item.ItemRegistryRig.SETTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.item.Metadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openhab.core.items.MetadataKey;
import org.openhab.core.library.types.DecimalType;

/** What people and openHAB note beside an item. */
class OpenhabItemMetadataTest {
    private final ItemRegistryRig rig = new ItemRegistryRig();

    @Test
    void aModelIsReadWithItsNotesThoughTheyComeOneByOne() {
        rig.ready();
        Counting counting = new Counting();
        rig.openhab.items.add(counting);
        rig.openhab.items.add(TestItem.of("Switch", "Spot"));
        rig.openhab.notes.remove(new MetadataKey("homekit", "Lamp"));
        rig.workers.pass(SETTLED.dividedBy(2));
        rig.openhab.notes.add(FakeOpenhab.note("homekit", "Lamp", "Lighting"));
        rig.openhab.notes.add(FakeOpenhab.note("homekit", "Spot", "Lighting"));
        rig.workers.pass(SETTLED);
        assertEquals(List.of("+[Counting, Spot] -[] ~[]"), rig.heard);
    }

    @Test
    void onlyWhatChangedIsReadAnew() {
        Counting counting = new Counting();
        rig.openhab.items.add(counting);
        rig.ready();
        int reads = counting.reads;
        int scans = rig.openhab.items.scans + rig.openhab.notes.scans;
        rig.openhab.notes.add(FakeOpenhab.note("homekit", "Fan", "Fan"));
        rig.workers.pass(SETTLED);
        assertEquals(scans, rig.openhab.items.scans + rig.openhab.notes.scans, "nothing is gone through for one note");
        assertEquals(List.of("+[] -[] ~[Fan]"), rig.heard);
        assertEquals(reads, counting.reads);
    }

    @Test
    void whatOpenHabNotesForItselfIsNoNews() {
        rig.ready();
        rig.openhab.notes.add(FakeOpenhab.note("_private", "Fan", "x"));
        assertEquals(0, rig.workers.pending());
        rig.openhab.notes.add(FakeOpenhab.note("semantics", "Fan", "Equipment_Fan"));
        rig.workers.pass(SETTLED);
        assertEquals(
                Set.of("semantics"),
                rig.registry.item("Fan").orElseThrow().metadata().keySet());
    }

    @Test
    void aNoteThatGoesIsGone() {
        rig.ready();
        rig.openhab.notes.remove(new MetadataKey("homekit", "Lamp"));
        rig.workers.pass(SETTLED);
        assertEquals(List.of("+[] -[] ~[Lamp]"), rig.heard);
        assertEquals(Map.of(), rig.registry.item("Lamp").orElseThrow().metadata());
    }

    @Test
    void theUserSaysWhatTemperaturesAreCountedIn() {
        rig.openhab.items.add(TestItem.of("Number", "Warm", new DecimalType(70)));
        rig.ready();
        Defaults fahrenheit = () -> Optional.of("°F");
        rig.registry.bindDefaults(fahrenheit);
        rig.workers.pass(SETTLED);
        assertEquals(Optional.of("°F"), rig.registry.item("Warm").orElseThrow().unit());
        rig.registry.updatedDefaults(fahrenheit);
        rig.workers.pass(SETTLED);
        rig.registry.unbindDefaults(() -> Optional.of("K"));
        rig.workers.pass(SETTLED);
        assertEquals(List.of("+[] -[] ~[Warm]"), rig.heard);
        rig.registry.unbindDefaults(fahrenheit);
        rig.workers.pass(SETTLED);
        assertEquals(Optional.empty(), rig.registry.item("Warm").orElseThrow().unit());
    }

    @Test
    void theUserSaysWhatNotesLeaveOut() {
        rig.openhab.notes.add(FakeOpenhab.note("semantics", "Fan", "Equipment_Fan"));
        rig.ready();
        rig.registry.bindDefaults(new Defaults() {
            @Override
            public Optional<String> temperatureUnit() {
                return Optional.empty();
            }

            @Override
            public Metadata complete(Metadata note) {
                return new Metadata(note.value(), Map.of("HEAT", "HeatOn"));
            }
        });
        rig.workers.pass(SETTLED);
        assertEquals(
                Map.of("HEAT", "HeatOn"),
                rig.registry
                        .item("Lamp")
                        .orElseThrow()
                        .metadata()
                        .get("homekit")
                        .options());
        assertEquals(
                Map.of(),
                rig.registry
                        .item("Fan")
                        .orElseThrow()
                        .metadata()
                        .get("semantics")
                        .options());
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
