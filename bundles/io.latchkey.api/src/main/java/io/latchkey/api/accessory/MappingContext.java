// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;

/**
 * Which item plays which role, and what people noted about it.
 *
 * @param role the role
 * @param item the item's definition; its state is not to be relied on
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
