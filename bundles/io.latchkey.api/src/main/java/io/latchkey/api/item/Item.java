// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An item of a host at one moment: its definition and its state. Immutable; a later state is another object.
 *
 * @param name unique in its registry, never empty
 * @param type the kind of item
 * @param dimension what a Number measures, such as {@code Temperature}; empty for plain numbers and other kinds
 * @param label for people, possibly empty
 * @param category the icon, possibly empty
 * @param tags free and semantic tags
 * @param groupNames the groups that it is a member of
 * @param groupType the base type of a group that has a state of its own
 * @param metadata notes by namespace
 * @param state the state now
 * @param stateDescription what is known about its states
 * @param commandOptions the commands that it takes; empty when any of its kind
 * @param unit the unit of a Number whose state has none
 * @param isDescribed whether the host has said all that it knows of states and commands; while it hasn't, what is missing
 *     there may still come, and else there is none
 */
public record Item(
        String name,
        ItemType type,
        Optional<String> dimension,
        String label,
        String category,
        Set<String> tags,
        Set<String> groupNames,
        Optional<ItemType> groupType,
        Map<String, Metadata> metadata,
        ItemState state,
        StateDescription stateDescription,
        List<Option> commandOptions,
        Optional<String> unit,
        boolean isDescribed) {

    /**
     * @throws IllegalArgumentException when the name is empty
     */
    public Item {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an item has a name");
        }
        tags = Set.copyOf(tags);
        groupNames = Set.copyOf(groupNames);
        metadata = Map.copyOf(metadata);
        commandOptions = List.copyOf(commandOptions);
    }

    /** Begins an item without state, whose label is its name. */
    public static Builder of(String name, ItemType type) {
        return new Builder(name, type);
    }

    /** Begins an item that is like this one. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** The kind that its states and commands are of: for a group with a base item that one, else {@link #type}. */
    public ItemType valueType() {
        return type == ItemType.GROUP ? groupType.orElse(ItemType.GROUP) : type;
    }

    /** The same item in another state. */
    public Item with(ItemState now) {
        return new Item(
                name,
                type,
                dimension,
                label,
                category,
                tags,
                groupNames,
                groupType,
                metadata,
                now,
                stateDescription,
                commandOptions,
                unit,
                isDescribed);
    }

    /** The same item without state: equal definitions are equal. */
    public Item definition() {
        return state == ItemState.Missing.NULL ? this : with(ItemState.Missing.NULL);
    }

    /** Collects an item. Not for use by several threads. */
    public static final class Builder {
        private final String name;
        private final ItemType type;
        private final Map<String, Metadata> metadata = new LinkedHashMap<>();
        private Optional<String> dimension = Optional.empty();
        private String label;
        private String category = "";
        private Set<String> tags = Set.of();
        private Set<String> groupNames = Set.of();
        private Optional<ItemType> groupType = Optional.empty();
        private ItemState state = ItemState.Missing.NULL;
        private StateDescription stateDescription = StateDescription.NONE;
        private List<Option> commandOptions = List.of();
        private Optional<String> unit = Optional.empty();
        private boolean isDescribed = true;

        private Builder(String name, ItemType type) {
            this.name = name;
            this.type = type;
            this.label = name;
        }

        private Builder(Item like) {
            this(like.name, like.type);
            this.dimension = like.dimension;
            this.label = like.label;
            this.category = like.category;
            this.tags = like.tags;
            this.groupNames = like.groupNames;
            this.groupType = like.groupType;
            this.metadata.putAll(like.metadata);
            this.state = like.state;
            this.stateDescription = like.stateDescription;
            this.commandOptions = like.commandOptions;
            this.unit = like.unit;
            this.isDescribed = like.isDescribed;
        }

        /** What a Number measures. */
        public Builder dimension(String what) {
            this.dimension = Optional.of(what);
            return this;
        }

        /** What people call it. */
        public Builder label(String text) {
            this.label = text;
            return this;
        }

        /** Its icon. */
        public Builder category(String icon) {
            this.category = icon;
            return this;
        }

        /** Its tags. */
        public Builder tags(Set<String> all) {
            this.tags = all;
            return this;
        }

        /** The groups that it is a member of. */
        public Builder groups(Set<String> names) {
            this.groupNames = names;
            return this;
        }

        /** The base type of a group. */
        public Builder groupType(ItemType base) {
            this.groupType = Optional.of(base);
            return this;
        }

        /** A note in one namespace. */
        public Builder metadata(String namespace, Metadata note) {
            this.metadata.put(namespace, note);
            return this;
        }

        /** Exactly these notes, by namespace. */
        public Builder onlyMetadata(Map<String, Metadata> notes) {
            this.metadata.clear();
            this.metadata.putAll(notes);
            return this;
        }

        /** Its state. */
        public Builder state(ItemState now) {
            this.state = now;
            return this;
        }

        /** What is known about its states. */
        public Builder stateDescription(StateDescription description) {
            this.stateDescription = description;
            return this;
        }

        /** The commands that it takes. */
        public Builder commandOptions(List<Option> options) {
            this.commandOptions = options;
            return this;
        }

        /** The unit of states that have none. */
        public Builder unit(String symbol) {
            this.unit = Optional.of(symbol);
            return this;
        }

        /** What is missing of its descriptions may still come. */
        public Builder describedLater() {
            this.isDescribed = false;
            return this;
        }

        /** Ends the item. */
        public Item build() {
            return new Item(
                    name,
                    type,
                    dimension,
                    label,
                    category,
                    tags,
                    groupNames,
                    groupType,
                    metadata,
                    state,
                    stateDescription,
                    commandOptions,
                    unit,
                    isDescribed);
        }
    }
}
