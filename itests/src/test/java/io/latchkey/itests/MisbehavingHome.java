// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemListeners;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.testing.Misbehaviour;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** A stranger's host, accessory type and provider, of which one method misbehaves. */
final class MisbehavingHome {
    private MisbehavingHome() {}

    /** A switch whose mapping misbehaves when its item is switched on, not before. */
    record Type(Misbehaviour misbehaviour) implements AccessoryType, Mapping, Behaviour<String> {
        @Override
        public String name() {
            return "OddType";
        }

        @Override
        public ServiceType service() {
            return ServiceTypes.SWITCH;
        }

        @Override
        public List<Role> roles() {
            misbehaviour.at("roles");
            return List.of(Role.required("OnState", CharacteristicTypes.ON)
                    .items(ItemType.SWITCH)
                    .by(this));
        }

        @Override
        public Optional<Behaviour<?>> behaviour() {
            misbehaviour.at("behaviour");
            return Optional.of(this);
        }

        @Override
        public Optional<Value> toValue(ItemState state, MappingContext context) {
            if (state == ItemState.OnOff.ON) {
                misbehaviour.at("toValue");
            }
            return Mappings.bool().toValue(state, context);
        }

        @Override
        public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
            misbehaviour.at("toCommand");
            return Mappings.bool().toCommand(value, context);
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public String initial() {
            return "";
        }

        @Override
        public Step<String> step(String state, Input input, Scene scene) {
            if (!(input instanceof Input.Written written)) {
                return Step.quiet(state);
            }
            misbehaviour.at("step");
            return new Step<>(
                    state,
                    Map.of(),
                    written.values().entrySet().stream()
                            .flatMap(each -> scene.command(each.getKey(), each.getValue()).stream())
                            .toList(),
                    Optional.empty());
        }
    }

    /** A host with one item of that type, and one that is a lamp. */
    static final class Registry implements ItemRegistry {
        private final Misbehaviour misbehaviour;
        private final Map<String, Item> items = new ConcurrentHashMap<>();
        private final ItemListeners listeners = new ItemListeners(failure -> {});

        Registry(Misbehaviour misbehaviour) {
            this.misbehaviour = misbehaviour;
            put("Odd", "OddType");
            put("Neighbour", "Lighting");
        }

        private void put(String name, String note) {
            items.put(
                    name,
                    Item.of(name, ItemType.SWITCH)
                            .label(name)
                            .state(ItemState.OnOff.OFF)
                            .metadata("homekit", new Metadata(note, Map.of()))
                            .build());
        }

        @Override
        public Collection<Item> items() {
            misbehaviour.at("items");
            return items.values();
        }

        @Override
        public Optional<Item> item(String name) {
            return Optional.ofNullable(items.get(name));
        }

        @Override
        public AutoCloseable listen(ItemListener listener) {
            misbehaviour.at("listen");
            return listeners.listen(listener);
        }

        @Override
        public CompletionStage<Void> send(String item, ItemCommand command, String source) {
            misbehaviour.at("send");
            update(item, (ItemState) command);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public boolean isReady() {
            misbehaviour.at("isReady");
            return true;
        }

        void update(String item, ItemState state) {
            items.computeIfPresent(item, (name, now) -> now.with(state));
            listeners.updated(item, state);
            listeners.tell();
        }
    }

    /** A provider of one switch. */
    record Provider(Misbehaviour misbehaviour) implements AccessoryProvider {
        @Override
        public String id() {
            misbehaviour.at("id");
            return "odd";
        }

        @Override
        public AutoCloseable open(BridgeView bridge, AccessorySink sink) {
            Characteristic on = Characteristic.of(CharacteristicTypes.ON)
                    .value(() -> {
                        misbehaviour.at("read");
                        return Value.FALSE;
                    })
                    .onWrite(value -> misbehaviour.at("write"))
                    .build();
            sink.put(Accessory.of("Contributed")
                    .name("Contributed")
                    .with(Service.of(ServiceTypes.SWITCH).with(on).build())
                    .build());
            misbehaviour.at("open");
            sink.complete();
            return () -> {};
        }
    }
}
