// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.testing.BehaviourTester;

/** Shutters of one item and of two. */
final class Shutters {
    private Shutters() {}

    static BehaviourTester<?> shutter(String options) {
        return BehaviourTester.of(new WindowCovering())
                .with("R", "Rollershutter", "CurrentPosition TargetPosition", options);
    }

    static BehaviourTester<?> two(String options) {
        return BehaviourTester.of(new Window())
                .with("C", "Number", "CurrentPosition", options)
                .with("T", "Dimmer", "TargetPosition", options);
    }
}
