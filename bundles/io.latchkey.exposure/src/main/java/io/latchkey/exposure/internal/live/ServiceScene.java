// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the behaviour of one service may know: the last states of its items, and the services linked with it. Thread-safe. */
final class ServiceScene implements Behaviour.Scene {
    private final LiveService service;
    private final Workers workers;
    private final Map<String, ItemState> states = new ConcurrentHashMap<>();

    ServiceScene(LiveService service, Workers workers) {
        this.service = service;
        this.workers = workers;
    }

    /** An item has a state. */
    void put(String item, ItemState state) {
        states.put(item, state);
    }

    /** Whether that is the state that an item had last. */
    boolean isKnown(String item, ItemState state) {
        return state.equals(states.get(item));
    }

    @Override
    public Duration clock() {
        return Duration.ofNanos(workers.nanoTime());
    }

    @Override
    public List<Behaviour.Linked> linked() {
        return service.links().linked();
    }

    @Override
    public Set<String> linkedUnder() {
        return service.links().linkedUnder();
    }

    @Override
    public Optional<MappingContext> player(Role role) {
        return service.characteristics().fed(role).map(LiveCharacteristic::context);
    }

    @Override
    public ItemState state(Role role) {
        return player(role)
                .map(context -> states.getOrDefault(context.item().name(), ItemState.Missing.NULL))
                .orElse(ItemState.Missing.NULL);
    }

    @Override
    public Optional<Value> value(Role role) {
        ServiceCharacteristics characteristics = service.characteristics();
        return characteristics
                .fixed(role)
                .or(() -> characteristics.kept(role))
                .or(() -> Behaviour.Scene.super.value(role));
    }
}
