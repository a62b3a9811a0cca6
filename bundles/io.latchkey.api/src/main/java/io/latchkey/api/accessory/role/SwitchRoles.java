// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory.role;

import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;

/**
 * The roles that say whether a device is on. Services have either the characteristic On or the characteristic Active, and
 * metadata knows the latter by two words.
 */
public final class SwitchRoles {
    private static final String ACTIVE = "Active";
    private static final String ACTIVE_STATUS = "ActiveStatus";

    private SwitchRoles() {}

    /** {@code OnState}, the characteristic On, by a switch or a dimmer. */
    public static Role on() {
        return Role.required("OnState", CharacteristicTypes.ON)
                .items(ItemType.DIMMER, ItemType.SWITCH)
                .by(Mappings.bool());
    }

    /** Begins {@code ActiveStatus}, also called {@code Active}: the characteristic Active, by items of your choice. */
    public static Role.Builder activeStatus() {
        return Role.required(ACTIVE_STATUS, CharacteristicTypes.ACTIVE).alias(ACTIVE);
    }

    /** Begins {@code Active}, also called {@code ActiveStatus}: the characteristic Active, by items of your choice. */
    public static Role.Builder active() {
        return Role.required(ACTIVE, CharacteristicTypes.ACTIVE).alias(ACTIVE_STATUS);
    }
}
