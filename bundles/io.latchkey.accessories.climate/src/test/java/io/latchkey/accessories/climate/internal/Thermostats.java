// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import io.latchkey.api.testing.BehaviourTester;

/** Thermostats with an item for each role. */
final class Thermostats {
    private Thermostats() {}

    static BehaviourTester<?> thermostat() {
        return BehaviourTester.of(new Thermostat())
                .with("T", "Number", "CurrentTemperature", "")
                .with("M", "String", "TargetHeatingCoolingMode", "");
    }

    static BehaviourTester<?> range() {
        return thermostat()
                .with("H", "Number", "HeatingThresholdTemperature", "")
                .with("C", "Number", "CoolingThresholdTemperature", "");
    }
}
