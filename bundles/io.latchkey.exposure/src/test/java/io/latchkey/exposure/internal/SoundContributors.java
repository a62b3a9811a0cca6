// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemListeners;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Contributors of every kind that are sound, each small enough that a proxy can spoil one method of it. */
final class SoundContributors {
    private SoundContributors() {}

    /** A switch that may have a behaviour and a role that no item plays. */
    record Type(String name, List<Role> roles, Optional<Behaviour<?>> behaviour) implements AccessoryType {
        @Override
        public ServiceType service() {
            return ServiceTypes.OUTLET;
        }

        static Type of(String name, Mapping mapping, Optional<Behaviour<?>> behaviour) {
            Role on = Role.required("OnState", CharacteristicTypes.ON)
                    .items(ItemType.SWITCH)
                    .by(mapping);
            Role inUse = Role.optional("InUse", CharacteristicTypes.OUTLET_IN_USE)
                    .items(ItemType.SWITCH)
                    .preset(Value.FALSE)
                    .by(Mappings.bool());
            return new Type(name, List.of(on, inUse), behaviour);
        }
    }

    /** On and off. */
    record Plain() implements Mapping {
        @Override
        public Optional<Value> toValue(ItemState state, MappingContext context) {
            return Mappings.bool().toValue(state, context);
        }

        @Override
        public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
            return Mappings.bool().toCommand(value, context);
        }
    }

    /** Sends on what is written. */
    record Forwarding() implements Behaviour<String> {
        @Override
        public String initial() {
            return "";
        }

        @Override
        public Step<String> step(String state, Input input, Scene scene) {
            return input instanceof Input.Written written
                    ? new Step<>(
                            state,
                            Map.of(),
                            written.values().entrySet().stream()
                                    .flatMap(each -> scene.command(each.getKey(), each.getValue()).stream())
                                    .toList(),
                            Optional.empty())
                    : Step.quiet(state);
        }
    }

    /** A host that obeys at once. */
    static final class Registry implements ItemRegistry {
        private final Map<String, Item> items = new ConcurrentHashMap<>();
        private final ItemListeners listeners;

        Registry(Contributors contributors, Item... all) {
            this.listeners = new ItemListeners(contributors, Runnable::run, lost -> {
                throw new AssertionError(lost);
            });
            for (Item item : all) {
                items.put(item.name(), item);
            }
        }

        @Override
        public Collection<Item> items() {
            return items.values();
        }

        @Override
        public Optional<Item> item(String name) {
            return Optional.ofNullable(items.get(name));
        }

        @Override
        public AutoCloseable listen(ItemListener listener) {
            return listeners.listen(listener);
        }

        @Override
        public CompletionStage<Void> send(String item, ItemCommand command, String source) {
            update(item, (ItemState) command);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        void update(String item, ItemState state) {
            items.computeIfPresent(item, (name, now) -> now.with(state));
            listeners.updated(item, state);
            listeners.tell();
        }
    }
}
