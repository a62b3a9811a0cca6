// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory.role;

import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;

/** The roles that say how loud, how silent and how bright a device is. */
public final class MediaRoles {
    private MediaRoles() {}

    /** {@code Volume}, in percent. */
    public static Role volume() {
        return Role.optional("Volume", CharacteristicTypes.VOLUME)
                .items(ItemType.DIMMER, ItemType.NUMBER)
                .by(Mappings.percent());
    }

    /** {@code Mute}: whether it is silent. */
    public static Role mute() {
        return Role.optional("Mute", CharacteristicTypes.MUTE)
                .items(ItemType.CONTACT, ItemType.SWITCH)
                .by(Mappings.bool());
    }

    /** {@code Brightness} of a screen or of a device that has a light, in percent. */
    public static Role brightness() {
        return Role.optional("Brightness", CharacteristicTypes.BRIGHTNESS)
                .items(ItemType.DIMMER)
                .by(Mappings.percent());
    }
}
