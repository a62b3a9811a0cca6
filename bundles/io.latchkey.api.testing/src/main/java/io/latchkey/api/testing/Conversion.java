// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An item in a role of a type, to try conversions with. */
public record Conversion(Role role, MappingContext context) {

    /** The options are written {@code key=value;key=[one,other]}. */
    public static Conversion of(AccessoryType type, String roleName, String itemType, String options) {
        Role role = type.roles().stream()
                .filter(each -> each.isCalled(roleName))
                .findFirst()
                .orElseThrow();
        Map<String, Object> all = new LinkedHashMap<>();
        for (String option : options == null ? new String[0] : options.split(";")) {
            String value = option.substring(option.indexOf('=') + 1);
            all.put(option.substring(0, option.indexOf('=')), value.startsWith("[") ? list(value) : value);
        }
        ItemType kind = ItemType.of(itemType).orElseThrow();
        if (!role.items().contains(kind)) {
            throw new AssertionError(kind + " can't play " + role);
        }
        Item item = Item.of("It", kind).build();
        return new Conversion(role, new MappingContext(role, item, new Metadata(type.name(), all)));
    }

    private static List<String> list(String text) {
        return List.of(text.substring(1, text.length() - 1).split(","));
    }

    /** What a controller sees of a state; empty when the state means nothing. */
    public Optional<Value> shown(String state) {
        ItemState parsed = ItemState.parse(context.itemType(), state).orElseThrow();
        Optional<Value> meant = parsed instanceof ItemState.Missing missing
                ? role.mapping().missing(missing, context)
                : role.mapping().toValue(parsed, context);
        return meant.flatMap(
                value -> role.mapping().constraints(context).fit(role.type().format(), value));
    }

    /** What the item is told when a controller writes; empty when nothing. */
    public Optional<String> told(Value value) {
        return role.mapping().toCommand(value, context).map(ItemCommand::text);
    }
}
