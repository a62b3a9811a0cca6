// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;

/**
 * Which item plays which role, and what people noted about it.
 *
 * @param role the role
 * @param item what conversions may know of the item: its name, kind, dimension, unit, limits, options and commands, and
 *     its label where the role is a text. The rest is left out: state, tags, groups, notes, category and pattern, so that a
 *     change of these doesn't make the accessory anew
 * @param options the metadata that named the role, with the options that steer the conversion
 */
public record MappingContext(Role role, Item item, Metadata options) {

    /** The kind of states that the item has. */
    public ItemType itemType() {
        return item.valueType();
    }

    /** Whether people asked for the reverse meaning, or {@code otherwise} when they said nothing. */
    public boolean isInverted(boolean otherwise) {
        return options.flag("inverted").orElse(otherwise);
    }
}
