// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.testing.BehaviourTester;

/** Fans and purifiers with a switch and a speed. */
final class Fans {
    private Fans() {}

    static BehaviourTester<?> twoItems(AccessoryType type) {
        return BehaviourTester.of(type)
                .with("A", "Switch", "ActiveStatus", "")
                .with("S", "Dimmer", "RotationSpeed", "");
    }
}
