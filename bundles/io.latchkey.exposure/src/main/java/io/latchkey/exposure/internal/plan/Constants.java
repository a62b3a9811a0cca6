// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Values that people fixed in the metadata of an accessory, such as {@code AirQuality="GOOD"}: read as an item would be
 * that has that state for ever. Stateless.
 */
final class Constants {
    private Constants() {}

    /** What the metadata says for a role; empty when it says nothing. */
    static Optional<String> text(Metadata options, Role role) {
        return Stream.concat(Stream.of(role.name()), role.aliases().stream())
                .flatMap(word -> options.texts(word).stream())
                .findFirst();
    }

    /** The value that a text means for a role; empty when it means nothing there. */
    static Optional<LegalValue> value(Role role, String text) {
        ItemType type = kind(text.trim());
        ItemState state = type == ItemType.SWITCH
                ? new ItemState.OnOff(Boolean.parseBoolean(text.trim()))
                : ItemState.parse(type, text.trim()).orElse(new ItemState.Text(text));
        MappingContext context =
                new MappingContext(role, Item.of("constant", type).build(), Metadata.NONE);
        return role.mapping()
                .toValue(state, context)
                .flatMap(value ->
                        LegalValue.of(value, role.type().format(), role.type().constraints()));
    }

    private static ItemType kind(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return ItemType.SWITCH;
        }
        return ItemState.parse(ItemType.NUMBER, text)
                .filter(ItemState.Quantity.class::isInstance)
                .map(number -> ItemType.NUMBER)
                .orElse(ItemType.STRING);
    }
}
