// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The definition of one service of an accessory. Immutable.
 */
public final class Service {
    private final ServiceType type;
    private final String key;
    private final List<Characteristic> characteristics;
    private final boolean primary;
    private final boolean hidden;
    private final List<String> linked;

    private Service(Builder builder) {
        this.type = builder.type;
        this.key = builder.key;
        this.characteristics = List.copyOf(builder.characteristics);
        this.primary = builder.primary;
        this.hidden = builder.hidden;
        this.linked = List.copyOf(builder.linked);
    }

    /** Begins a definition whose key is the name of its type. */
    public static Builder of(ServiceType type) {
        return new Builder(type);
    }

    /** The type. */
    public ServiceType type() {
        return type;
    }

    /** Tells the service from the others of its accessory; its iid hangs on it, so it must never change. */
    public String key() {
        return key;
    }

    /** The characteristics, each type once. */
    public List<Characteristic> characteristics() {
        return characteristics;
    }

    /** Whether it is what the accessory is for. */
    public boolean isPrimary() {
        return primary;
    }

    /** Whether people don't see it. */
    public boolean isHidden() {
        return hidden;
    }

    /** The keys of services in the same accessory that belong to this one. */
    public List<String> linked() {
        return linked;
    }

    /** The characteristic of that type, empty when the service has none. */
    public Optional<Characteristic> find(CharacteristicType wanted) {
        return characteristics.stream()
                .filter(each -> each.type().equals(wanted))
                .findFirst();
    }

    @Override
    public String toString() {
        return key;
    }

    /** Collects a definition. Not for use by several threads. */
    public static final class Builder {
        private final ServiceType type;
        private final List<Characteristic> characteristics = new ArrayList<>();
        private final List<String> linked = new ArrayList<>();
        private String key;
        private boolean primary;
        private boolean hidden;

        private Builder(ServiceType type) {
            this.type = type;
            this.key = type.name();
        }

        /**
         * Names the service within its accessory.
         *
         * @param stable never changes and holds no slash, which separates it from the characteristic's type in the store
         */
        public Builder key(String stable) {
            if (stable.isEmpty() || stable.indexOf('/') >= 0) {
                throw new IllegalArgumentException("a service key is not empty and has no slash: " + stable);
            }
            this.key = stable;
            return this;
        }

        /** Adds a characteristic. */
        public Builder with(Characteristic characteristic) {
            characteristics.add(characteristic);
            return this;
        }

        /** Makes it what the accessory is for. */
        public Builder primary() {
            this.primary = true;
            return this;
        }

        /** Hides it from people. */
        public Builder hidden() {
            this.hidden = true;
            return this;
        }

        /** Says that the service of that key belongs to this one. */
        public Builder linkedTo(String otherKey) {
            linked.add(otherKey);
            return this;
        }

        /**
         * Ends the definition.
         *
         * @throws IllegalStateException when it has no characteristic, one type twice, or lacks a required one
         */
        public Service build() {
            Set<CharacteristicType> types = new HashSet<>();
            for (Characteristic characteristic : characteristics) {
                if (!types.add(characteristic.type())) {
                    throw new IllegalStateException(key + " has " + characteristic + " twice");
                }
            }
            for (CharacteristicType required : type.required()) {
                if (!types.contains(required)) {
                    throw new IllegalStateException(key + " needs " + required);
                }
            }
            if (types.isEmpty()) {
                throw new IllegalStateException(key + " has no characteristic");
            }
            return new Service(this);
        }
    }
}
