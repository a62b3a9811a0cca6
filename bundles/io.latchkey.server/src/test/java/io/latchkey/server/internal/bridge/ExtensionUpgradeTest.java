// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.latchkey.adaptive.internal.AdaptiveLightingExtension;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.WarmLamp;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a bridge of a former version has stored of extensions. */
class ExtensionUpgradeTest {
    /** A bridge of a former version remembered the ids of what it added to lamps, and not what that was. */
    @Test
    void aStoreThatIsOlderThanExtensionsKeepsWhatLampsHad() {
        FakeStore store;
        CharacteristicId control;
        int number;
        WarmLamp warm = new WarmLamp("Warm");
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", warm.accessory()))) {
            rig.add(new AdaptiveLightingExtension());
            rig.settle();
            control = rig.id("Warm", "CharacteristicValueTransitionControl");
            number = rig.status().configuration().value();
            store = rig.store();
        }
        BridgeMemory older = store.change("home", memory -> memory.without(Domain.EXTENSIONS));
        assertFalse(older.domains().contains(Domain.EXTENSIONS));
        try (BridgeRig rig = BridgeRig.of(store, Map.of(), new FakeProvider("test", warm.accessory()))
                .ready()) {
            rig.settle();
            assertEquals(control, rig.id("Warm", "CharacteristicValueTransitionControl"));
            assertEquals(number, rig.status().configuration().value());
        }
    }
}
