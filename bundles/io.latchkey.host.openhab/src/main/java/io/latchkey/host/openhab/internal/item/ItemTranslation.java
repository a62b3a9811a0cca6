// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.ItemUnits;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.item.Option;
import io.latchkey.api.item.StateDescription;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openhab.core.items.GroupItem;
import org.openhab.core.library.items.NumberItem;
import org.openhab.core.types.CommandDescription;

/** What an item of openHAB is in our words, without its state. Stateless; asks only the item that it is given. */
final class ItemTranslation {
    private static final String HOMEKIT_NAMESPACE = "homekit";
    private static final String SEMANTICS_NAMESPACE = "semantics";

    private ItemTranslation() {}

    /**
     * Reads an item.
     *
     * @param notes its metadata by namespace
     * @param temperatureUnit what numbers without a dimension are counted in when nothing else says it
     * @return empty when we don't know that kind of item
     */
    static Optional<Item> read(
            org.openhab.core.items.Item item, Map<String, Metadata> notes, Optional<String> temperatureUnit) {
        return ItemType.of(item.getType()).map(type -> read(type, item, notes, temperatureUnit));
    }

    /** The item that states and commands are of: a group's base item when it has one. */
    static org.openhab.core.items.Item valueItem(org.openhab.core.items.Item item) {
        return item instanceof GroupItem group && group.getBaseItem() != null ? group.getBaseItem() : item;
    }

    /** The unit that openHAB keeps the states of the item in; empty when its type names no dimension. */
    static Optional<String> unitOfDimension(org.openhab.core.items.Item item) {
        return valueItem(item) instanceof NumberItem number
                ? Optional.ofNullable(number.getUnitSymbol())
                : Optional.empty();
    }

    private static Item read(
            ItemType type,
            org.openhab.core.items.Item item,
            Map<String, Metadata> notes,
            Optional<String> temperatureUnit) {
        boolean isDescribed = isDescribed(item.getTags(), notes);
        StateDescription description = isDescribed ? describe(item.getStateDescription()) : StateDescription.NONE;
        Item.Builder read = Item.of(item.getName(), type)
                .label(Objects.requireNonNullElse(item.getLabel(), item.getName()))
                .category(Objects.requireNonNullElse(item.getCategory(), ""))
                .tags(item.getTags())
                .groups(Set.copyOf(item.getGroupNames()))
                .stateDescription(description)
                .commandOptions(isDescribed ? options(item.getCommandDescription()) : List.of())
                .describedLater();
        notes.forEach(read::metadata);
        org.openhab.core.items.Item valueItem = valueItem(item);
        Optional<ItemType> valueType = ItemType.of(valueItem.getType());
        if (valueItem != item) {
            valueType.ifPresent(read::groupType);
        }
        dimension(valueItem).ifPresent(read::dimension);
        Item unitless = read.build();
        return ItemUnits.of(unitless, unitOfDimension(item), temperatureUnit)
                .map(unit -> unitless.toBuilder().unit(unit).build())
                .orElse(unitless);
    }

    /** Descriptions cost a walk through channels and translations, so only what may be in Home is asked for them. */
    static boolean isDescribed(Set<String> tags, Map<String, Metadata> notes) {
        return notes.containsKey(HOMEKIT_NAMESPACE) || notes.containsKey(SEMANTICS_NAMESPACE) || !tags.isEmpty();
    }

    private static Optional<String> dimension(org.openhab.core.items.Item valueItem) {
        int colon = valueItem.getType().indexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(valueItem.getType().substring(colon + 1));
    }

    private static StateDescription describe(org.openhab.core.types.StateDescription description) {
        if (description == null) {
            return StateDescription.NONE;
        }
        return new StateDescription(
                Optional.ofNullable(description.getMinimum()),
                Optional.ofNullable(description.getMaximum()),
                Optional.ofNullable(description.getStep()),
                Optional.ofNullable(description.getPattern()),
                description.isReadOnly(),
                description.getOptions().stream()
                        .map(option -> option(option.getValue(), option.getLabel()))
                        .toList());
    }

    private static List<Option> options(CommandDescription description) {
        return description == null
                ? List.of()
                : description.getCommandOptions().stream()
                        .map(option -> option(option.getCommand(), option.getLabel()))
                        .toList();
    }

    private static Option option(String value, String label) {
        return new Option(value, Objects.requireNonNullElse(label, value));
    }
}
