// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Value;

/**
 * Where the value of a role comes from. Immutable; equal when what the role uses of the item is, whatever else is noted
 * at it.
 */
public sealed interface RoleSource {

    /**
     * An item.
     *
     * @param context what the role uses of the item
     */
    record FromItem(MappingContext context) implements RoleSource {

        /** An item in a role, with the options that steer it there. */
        static FromItem of(Item item, Role role, Metadata options) {
            return new FromItem(new MappingContext(role, used(item, role), options));
        }

        /** A timer or a pending write must not end because somebody changes what the role never looks at. */
        private static Item used(Item item, Role role) {
            Item.Builder used = Item.of(item.name(), item.type())
                    .stateDescription(item.stateDescription().withoutPattern())
                    .commandOptions(item.commandOptions());
            item.dimension().ifPresent(used::dimension);
            item.groupType().ifPresent(used::groupType);
            item.unit().ifPresent(used::unit);
            return role.type().format() == Format.STRING
                    ? used.label(item.label()).build()
                    : used.build();
        }
    }

    /**
     * A value that never changes.
     *
     * @param value within the limits of the type
     * @param isOnlyOne whether people fixed it, so that no other value is offered
     */
    record Fixed(Value value, boolean isOnlyOne) implements RoleSource {}
}
