// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an item does for a service: which characteristic it feeds and how. Immutable; told apart by identity, so that a
 * {@link Behaviour} can name the constants of its own class.
 */
public final class Role {
    private final String name;
    private final Set<String> aliases;
    private final CharacteristicType type;
    private final boolean required;
    private final Set<ItemType> items;
    private final Mapping mapping;
    private final Optional<Value> preset;
    private final Set<String> shared;
    private final boolean isAdjustable;
    private final boolean isKept;

    private Role(Builder builder) {
        this.name = builder.name;
        this.aliases = Set.copyOf(builder.aliases);
        this.type = builder.type;
        this.required = builder.required;
        this.items = Set.copyOf(builder.items);
        this.mapping = builder.mapping;
        this.preset = builder.preset;
        this.shared = Set.copyOf(builder.shared);
        this.isAdjustable = builder.isAdjustable;
        this.isKept = builder.isKept;
    }

    /**
     * Begins a role without which there is no service. An item that names the bare type plays all of these that accept
     * its kind.
     *
     * @param name the word in the metadata, such as {@code OnState}; case matters
     * @param type the characteristic that it feeds
     */
    public static Builder required(String name, CharacteristicType type) {
        return new Builder(name, type, true);
    }

    /**
     * Begins a role that somebody has to ask for, by {@code Type.Name}.
     *
     * @param name the word in the metadata; case matters
     * @param type the characteristic that it feeds
     */
    public static Builder optional(String name, CharacteristicType type) {
        return new Builder(name, type, false);
    }

    /** The word in the metadata. */
    public String name() {
        return name;
    }

    /** Other words for the same. */
    public Set<String> aliases() {
        return aliases;
    }

    /** The characteristic that it feeds. */
    public CharacteristicType type() {
        return type;
    }

    /** Whether there is no service without it. */
    public boolean isRequired() {
        return required;
    }

    /** The kinds of items that can play it; empty when none can, so that only metadata sets it. */
    public Set<ItemType> items() {
        return items;
    }

    /** How states become values and values commands. */
    public Mapping mapping() {
        return mapping;
    }

    /**
     * The value of the characteristic when no item plays the role: with it the characteristic is always there, and a
     * missing item is no fault. Where the type has a {@link Behaviour}, that decides what is shown from then on.
     */
    public Optional<Value> preset() {
        return preset;
    }

    /**
     * The options that count for this role too when they are noted where the type is, at the group; those of the item
     * itself come first.
     */
    public Set<String> shared() {
        return shared;
    }

    /**
     * Whether what metadata notes for it is only where it starts, so that controllers or the {@link Behaviour} may change
     * it; otherwise that is so for ever.
     */
    public boolean isAdjustable() {
        return isAdjustable;
    }

    /**
     * Whether what controllers write to it while no item plays it is kept, over restarts too, instead of going to the
     * {@link Behaviour} alone.
     */
    public boolean isKept() {
        return isKept;
    }

    /** Whether the metadata means this role by that word. */
    public boolean isCalled(String word) {
        return name.equals(word) || aliases.contains(word);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects a role. Not for use by several threads. */
    public static final class Builder {
        private final String name;
        private final CharacteristicType type;
        private final boolean required;
        private Set<String> aliases = Set.of();
        private List<ItemType> items = List.of();
        private Mapping mapping;
        private Optional<Value> preset = Optional.empty();
        private Set<String> shared = Set.of();
        private boolean isAdjustable;
        private boolean isKept;

        private Builder(String name, CharacteristicType type, boolean required) {
            this.name = name;
            this.type = type;
            this.required = required;
        }

        /** Other words for the same. */
        public Builder alias(String... words) {
            this.aliases = Set.of(words);
            return this;
        }

        /** The kinds of items that can play it. */
        public Builder items(ItemType... kinds) {
            this.items = List.of(kinds);
            return this;
        }

        /** The value when no item plays it. */
        public Builder preset(Value value) {
            this.preset = Optional.of(value);
            return this;
        }

        /** The options that people may also note at the group. */
        public Builder sharing(String... options) {
            this.shared = Set.of(options);
            return this;
        }

        /** What metadata notes is only where it starts. */
        public Builder adjustable() {
            this.isAdjustable = true;
            return this;
        }

        /**
         * What controllers write is kept while no item plays it. Has no effect without a {@linkplain #preset preset}, or
         * something {@linkplain #adjustable() adjustable} in the metadata: there is no characteristic then, or a fixed one.
         */
        public Builder kept() {
            this.isKept = true;
            return this;
        }

        /** Ends the role with the way its states and commands are converted. */
        public Role by(Mapping conversion) {
            this.mapping = conversion;
            return new Role(this);
        }
    }
}
