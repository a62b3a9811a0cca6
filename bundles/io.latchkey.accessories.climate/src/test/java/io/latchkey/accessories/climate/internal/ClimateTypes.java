// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import io.latchkey.api.accessory.AccessoryType;
import java.util.Map;

/** Every type of this bundle. */
final class ClimateTypes {
    static final Map<String, AccessoryType> TYPES =
            Map.of("Thermostat", new Thermostat(), "HeaterCooler", new HeaterCooler());
}
