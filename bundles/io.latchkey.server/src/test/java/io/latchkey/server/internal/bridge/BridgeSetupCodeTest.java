// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Setup;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** The setup code of a bridge: configured, generated and made anew. */
class BridgeSetupCodeTest {
    @Test
    void aConfiguredCodeIsNeverStored() {
        FakeStore store = new FakeStore();
        try (BridgeRig rig =
                BridgeRig.of(store, Map.of("setupCode", "482-61-937")).ready()) {
            assertEquals("482-61-937", rig.status().setupCode().orElseThrow().text());
            Setup setup = store.load("home", Domain.SETUP).orElseThrow();
            assertEquals(Optional.empty(), setup.generatedCode());
            rig.change("setupCode", "");
            SetupCode generated = rig.status().setupCode().orElseThrow();
            assertNotEquals("482-61-937", generated.text());
            assertNotEquals(
                    setup.verifier(),
                    store.load("home", Domain.SETUP).orElseThrow().verifier());
        }
    }

    @Test
    void aGeneratedCodeOutlivesARestart() {
        FakeStore store = new FakeStore();
        Optional<SetupCode> code;
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            code = rig.status().setupCode();
        }
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            assertEquals(code, rig.status().setupCode());
        }
    }

    @Test
    void aNewCodeIsMadeOnlyWhileItIsOfUse() {
        try (BridgeRig rig = BridgeRig.unpaired()) {
            SetupCode before = rig.status().setupCode().orElseThrow();
            SetupCode after = rig.actions().newSetupCode().toCompletableFuture().join();
            assertNotEquals(before, after);
            assertEquals(after, rig.status().setupCode().orElseThrow());
            rig.change("setupCode", "482-61-937");
            assertThrows(CompletionException.class, rig.actions().newSetupCode().toCompletableFuture()::join);
        }
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", new LampAccessory("Lamp").accessory()))) {
            assertThrows(CompletionException.class, rig.actions().newSetupCode().toCompletableFuture()::join);
        }
    }
}
