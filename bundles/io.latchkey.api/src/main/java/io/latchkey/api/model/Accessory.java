// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import io.latchkey.api.identity.AccessoryCategory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The definition of one accessory. Immutable. The bridge adds the Accessory Information service from {@link #info}.
 */
public final class Accessory {
    private final String key;
    private final AccessoryInfo info;
    private final List<Service> services;
    private final Optional<AccessoryId> wishedId;
    private final Optional<Runnable> identify;
    private final Optional<AccessoryOrigin> origin;
    private final MissingParts missingParts;
    private final Optional<AccessoryCategory> standalone;

    private Accessory(Builder builder) {
        this.key = builder.key;
        this.info = builder.info;
        this.services = List.copyOf(builder.services);
        this.wishedId = builder.wishedId;
        this.identify = builder.identify;
        this.origin = builder.origin;
        this.missingParts = builder.missingParts;
        this.standalone = builder.standalone;
    }

    /**
     * Begins a definition.
     *
     * @param key tells the accessory from the others of its provider; room, name and automations in Home hang on it, so
     *     it must never change
     */
    public static Builder of(String key) {
        return new Builder(key);
    }

    /** Tells the accessory from the others of its provider. */
    public String key() {
        return key;
    }

    /** What it says about itself. */
    public AccessoryInfo info() {
        return info;
    }

    /** The services, without Accessory Information. */
    public List<Service> services() {
        return services;
    }

    /** The aid that the provider would like; the bridge gives another when it is taken. */
    public Optional<AccessoryId> wishedId() {
        return wishedId;
    }

    /** What shows a person which accessory this is; returns at once. */
    public Optional<Runnable> identify() {
        return identify;
    }

    /** Of which items it is made; empty when it isn't made of items. */
    public Optional<AccessoryOrigin> origin() {
        return origin;
    }

    /** What becomes of parts that it had before and that this definition lacks. */
    public MissingParts missingParts() {
        return missingParts;
    }

    /**
     * As what it wants to be paired with by itself, without a bridge in between; empty when a bridge shows it among
     * others.
     */
    public Optional<AccessoryCategory> standalone() {
        return standalone;
    }

    @Override
    public String toString() {
        return key;
    }

    /** Collects a definition. Not for use by several threads. */
    public static final class Builder {
        private final String key;
        private final List<Service> services = new ArrayList<>();
        private AccessoryInfo info;
        private Optional<AccessoryId> wishedId = Optional.empty();
        private Optional<Runnable> identify = Optional.empty();
        private Optional<AccessoryOrigin> origin = Optional.empty();
        private MissingParts missingParts = MissingParts.REMOVE;
        private Optional<AccessoryCategory> standalone = Optional.empty();

        private Builder(String key) {
            if (key.isEmpty()) {
                throw new IllegalArgumentException("an accessory needs a key");
            }
            this.key = key;
            this.info = AccessoryInfo.named(key);
        }

        /** Names it; the rest of its information says nothing. */
        public Builder name(String name) {
            return info(AccessoryInfo.named(name));
        }

        /** Says what it is. */
        public Builder info(AccessoryInfo about) {
            this.info = about;
            return this;
        }

        /** Adds a service. */
        public Builder with(Service service) {
            services.add(service);
            return this;
        }

        /** Wishes for an aid. */
        public Builder wishedId(AccessoryId aid) {
            this.wishedId = Optional.of(aid);
            return this;
        }

        /** Shows a person which accessory this is; must return at once. */
        public Builder identify(Runnable routine) {
            this.identify = Optional.of(routine);
            return this;
        }

        /** Says of which items it is made. */
        public Builder origin(AccessoryOrigin items) {
            this.origin = Optional.of(items);
            return this;
        }

        /** Says what becomes of parts that it had before and now lacks; without it they leave. */
        public Builder missingParts(MissingParts rule) {
            this.missingParts = rule;
            return this;
        }

        /**
         * Lets it stand alone: it becomes a server of its own, with identity, port, setup code and pairings, which Home
         * pairs with apart from the bridge. It leaves the bridge once somebody has paired with it, not before; without
         * this, it comes back there with the ids that it had.
         *
         * @param category the icon that the phone shows; anything but a bridge
         * @throws IllegalArgumentException for the category of bridges
         */
        public Builder standalone(AccessoryCategory category) {
            if (category == AccessoryCategory.BRIDGE) {
                throw new IllegalArgumentException(
                        "an accessory that stands alone is no bridge: give another category");
            }
            this.standalone = Optional.of(category);
            return this;
        }

        /**
         * Ends the definition.
         *
         * @throws IllegalStateException when it has no service, a key twice, more than one primary service, or a link to
         *     itself or to a service that isn't there
         */
        public Accessory build() {
            Set<String> keys = new HashSet<>();
            for (Service service : services) {
                require(keys.add(service.key()), "has service " + service + " twice");
            }
            require(!keys.isEmpty(), "has no service");
            require(services.stream().filter(Service::isPrimary).count() <= 1, "has more than one primary service");
            for (Service service : services) {
                require(keys.containsAll(service.linked()), service + " is linked to a service that isn't there");
                require(!service.linked().contains(service.key()), service + " is linked to itself");
            }
            return new Accessory(this);
        }

        private void require(boolean holds, String what) {
            if (!holds) {
                throw new IllegalStateException("accessory " + key + ": " + what);
            }
        }
    }
}
