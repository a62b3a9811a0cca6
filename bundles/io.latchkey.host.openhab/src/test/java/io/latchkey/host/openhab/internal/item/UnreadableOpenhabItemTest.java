// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static io.latchkey.host.openhab.internal.item.ItemRegistryRig.SETTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Items that can't be read: all others stay. */
class UnreadableOpenhabItemTest {
    private final ItemRegistryRig rig = new ItemRegistryRig();

    @Test
    void aRegistryThatFailsLeavesTheItemsAsTheyWere() {
        rig.ready();
        rig.openhab.items.isBroken = true;
        rig.openhab.items.remove("Fan");
        rig.workers.pass(SETTLED);
        assertEquals(List.of("Lamp", "Fan"), rig.names());
        rig.openhab.items.isBroken = false;
        rig.openhab.items.add(TestItem.of("Contact", "Door"));
        rig.workers.pass(SETTLED);
        assertEquals(List.of("+[Door] -[Fan] ~[]"), rig.heard);
    }

    @Test
    void anItemThatFailsIsTheOnlyOneThatIsMissing() {
        rig.openhab.items.add(new Failing("Odd"));
        rig.ready();
        assertEquals(List.of("Lamp", "Fan"), rig.names());
        rig.openhab.items.update(new Failing("Fan"));
        rig.workers.pass(SETTLED);
        assertEquals(List.of("Lamp"), rig.names());
        assertEquals(List.of("+[] -[Fan] ~[]"), rig.heard);
        assertTrue(
                rig.registry.unreadable().get("Fan").contains("wanted failure"),
                rig.registry.unreadable().toString());
        rig.openhab.items.update(TestItem.of("Switch", "Fan"));
        rig.workers.pass(SETTLED);
        assertEquals(Set.of("Odd"), rig.registry.unreadable().keySet());
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
}
