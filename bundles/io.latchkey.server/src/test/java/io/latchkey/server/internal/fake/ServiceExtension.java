// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.extension.AccessoryExtension;
import io.latchkey.api.extension.BridgeExtension;
import io.latchkey.api.extension.ExtendedBridge;
import io.latchkey.api.extension.ExtendedService;
import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An extension that adds a hidden sensor to each lamp, under a key that a test chooses. */
public final class ServiceExtension implements AccessoryExtension, BridgeExtension {
    private final String id;
    private final String key;
    private final List<Collection<ExtendedService>> published = new CopyOnWriteArrayList<>();
    private volatile Optional<ExtendedBridge> bridge = Optional.empty();
    private volatile boolean isWithdrawn;

    /** Prepares it. */
    public ServiceExtension(String id, String key) {
        this.id = id;
        this.key = key;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public BridgeExtension open(ExtendedBridge opened) {
        bridge = Optional.of(opened);
        return this;
    }

    @Override
    public List<Characteristic> additions(ServiceKey service, Service definition) {
        return List.of();
    }

    @Override
    public List<Service> services(String provider, Accessory accessory) {
        boolean isLamp =
                accessory.services().stream().anyMatch(each -> each.type().equals(ServiceTypes.LIGHTBULB));
        return isLamp && !isWithdrawn
                ? List.of(Service.of(ServiceTypes.MOTION_SENSOR)
                        .key(key)
                        .hidden()
                        .linkedTo("Lightbulb")
                        .with(Characteristic.of(CharacteristicTypes.MOTION_DETECTED)
                                .value(() -> Value.TRUE)
                                .build())
                        .build())
                : List.of();
    }

    @Override
    public void published(Collection<ExtendedService> services) {
        published.add(services);
    }

    @Override
    public boolean silences(CharacteristicId characteristic, Value value) {
        return false;
    }

    @Override
    public void written(CharacteristicId characteristic) {
        throw new AssertionError("it watches nothing");
    }

    @Override
    public void unpaired() {
        // it keeps nothing for controllers
    }

    @Override
    public void close() {
        published.clear();
    }

    /** From now on it adds nothing. */
    public void withdraw() {
        isWithdrawn = true;
    }

    /** The bridge that has opened it last. */
    public ExtendedBridge bridge() {
        return bridge.orElseThrow();
    }

    /** The keys of the services that it can reach. */
    public List<String> reached() {
        return published.get(published.size() - 1).stream()
                .map(each -> each.key().service())
                .sorted()
                .toList();
    }
}
