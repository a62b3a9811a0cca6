// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.api.controller.TransientController;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.controller.internal.fake.ControllerRig;
import io.latchkey.controller.internal.fake.FakeAccessory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A controller in memory pairs as the other one does, and at no moment does the store know of it. */
class TransientControllerTest {
    private final ControllerRig rig = new ControllerRig();

    @Test
    void whatItIsPairedWithIsNeverInTheStore() {
        TransientController beside = rig.clients.inMemory();
        DeviceId paired = rig.result(beside.pair(ControllerRig.ADDRESS, FakeAccessory.CODE));
        assertEquals(List.of(paired), rig.result(beside.paired()));
        assertEquals(List.of(), rig.result(rig.clients.paired()));
        CompletionStage<BridgeMemory> stored =
                CompletableFuture.supplyAsync(() -> rig.store.load("latchkey.controller"), rig.threads.disk());
        assertEquals(BridgeMemory.EMPTY, rig.result(stored));
        beside.close();
    }

    @Test
    void itEndsWithTheControllerOfTheInstallation() {
        TransientController beside = rig.clients.inMemory();
        DeviceId paired = rig.result(beside.pair(ControllerRig.ADDRESS, FakeAccessory.CODE));
        rig.clients.stop();
        assertThrows(IllegalStateException.class, () -> beside.open(paired, ControllerRig.ADDRESS, rig.heard));
        assertThrows(IllegalStateException.class, rig.clients::inMemory);
    }
}
