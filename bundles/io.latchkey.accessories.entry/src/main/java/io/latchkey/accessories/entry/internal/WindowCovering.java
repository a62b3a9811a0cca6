// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * A shutter, blind or curtain, and how its slats are turned. Items count how far it is closed, unless option
 * {@code inverted} is false.
 */
@Component(service = AccessoryType.class)
public final class WindowCovering extends Opening {
    private static final List<Role> TILTS = List.of(
            tilt("CurrentHorizontalTiltAngle", CharacteristicTypes.CURRENT_HORIZONTAL_TILT_ANGLE),
            tilt("TargetHorizontalTiltAngle", CharacteristicTypes.TARGET_HORIZONTAL_TILT_ANGLE),
            tilt("CurrentVerticalTiltAngle", CharacteristicTypes.CURRENT_VERTICAL_TILT_ANGLE),
            tilt("TargetVerticalTiltAngle", CharacteristicTypes.TARGET_VERTICAL_TILT_ANGLE));

    /** Declares the type. */
    public WindowCovering() {
        super("WindowCovering", ServiceTypes.WINDOW_COVERING, TILTS);
    }

    private static Role tilt(String name, CharacteristicType type) {
        return Role.optional(name, type).items(ItemType.DIMMER, ItemType.NUMBER).by(Mappings.tilt());
    }
}
