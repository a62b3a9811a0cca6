// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.controller.internal.fake.ControllerRig;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Tests of pairing, which leave neither a connection nor a timer behind. */
abstract class PairingFixture {
    static final SetupCode WRONG = SetupCode.of("031-45-155");

    final ControllerRig rig = new ControllerRig();

    @AfterEach
    void nothingIsLeft() {
        rig.threads.settle();
        assertEquals(List.of(), rig.network.open());
        assertEquals(0, rig.threads.pending(), "timers");
    }
}
