// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** How full a battery is. Without an item that tells whether it charges, it can't be charged. */
@Component
public final class Battery implements AccessoryType {
    private static final long NOT_CHARGEABLE = 2;
    private static final List<Role> ROLES = List.of(
            Role.required("BatteryLevel", CharacteristicTypes.BATTERY_LEVEL)
                    .items(ItemType.NUMBER)
                    .by(Mappings.percent()),
            Role.required("BatteryLowStatus", CharacteristicTypes.STATUS_LOW_BATTERY)
                    .items(ItemType.CONTACT, ItemType.NUMBER, ItemType.SWITCH)
                    .by(Mappings.below("lowThreshold", 20)),
            Role.optional("BatteryChargingState", CharacteristicTypes.CHARGING_STATE)
                    .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.SWITCH)
                    .preset(Value.of(NOT_CHARGEABLE))
                    .by(Mappings.bool()));

    @Override
    public String name() {
        return "Battery";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.BATTERY;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }
}
