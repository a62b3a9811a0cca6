// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import io.latchkey.api.accessory.EnumMapping;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;

/** The roles that what plays pictures and sound shares. Stateless. */
final class Media {
    private Media() {}

    /** Begins the role of a name that people change in Home too; ended by its mapping. */
    static Role.Builder configuredName() {
        return Role.optional("ConfiguredName", CharacteristicTypes.CONFIGURED_NAME)
                .items(ItemType.STRING)
                .adjustable()
                .kept();
    }

    /** What tells an item whether it is on, and the reverse. */
    static EnumMapping active() {
        return Mappings.enumeration("INACTIVE", "ACTIVE").also("OFF", "ON");
    }

    /** Whether a speaker is on. */
    static Role speakerActive(String... aliases) {
        return Role.optional("Active", CharacteristicTypes.ACTIVE)
                .alias(aliases)
                .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                .by(active());
    }

    /** Begins the role of silence, without which there is no service. */
    static Role.Builder mute() {
        return Role.required("Mute", CharacteristicTypes.MUTE);
    }
}
