// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.extension.AccessoryExtension;
import io.latchkey.api.extension.BridgeExtension;
import io.latchkey.api.extension.ExtendedBridge;
import io.latchkey.api.extension.ExtendedService;
import io.latchkey.api.extension.ServiceKey;
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
import java.util.stream.Collectors;

/** An extension that adds a fault to each lamp and notes what it hears. It watches whether a lamp is on. */
public final class FakeExtension implements AccessoryExtension, BridgeExtension {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile Optional<ExtendedBridge> bridge = Optional.empty();
    private volatile boolean isSilencing;

    @Override
    public String id() {
        return "fault";
    }

    @Override
    public BridgeExtension open(ExtendedBridge opened) {
        bridge = Optional.of(opened);
        return this;
    }

    @Override
    public List<Characteristic> additions(ServiceKey key, Service service) {
        return service.type().equals(ServiceTypes.LIGHTBULB)
                ? List.of(Characteristic.of(CharacteristicTypes.STATUS_FAULT)
                        .value(() -> Value.of(1L))
                        .build())
                : List.of();
    }

    @Override
    public void published(Collection<ExtendedService> services) {
        heard.add("published " + services.size());
        bridge().watch(services.stream()
                .flatMap(each -> each.find(CharacteristicTypes.ON).stream())
                .collect(Collectors.toSet()));
    }

    @Override
    public boolean silences(CharacteristicId characteristic, Value value) {
        heard.add("silences");
        return isSilencing;
    }

    @Override
    public void written(CharacteristicId characteristic) {
        heard.add("written");
    }

    @Override
    public void unpaired() {
        heard.add("unpaired");
    }

    @Override
    public void close() {
        heard.add("close");
    }

    /** Lets it silence changes, or not. */
    public void silencing(boolean silencing) {
        isSilencing = silencing;
    }

    /** The bridge that has opened it last. */
    public ExtendedBridge bridge() {
        return bridge.orElseThrow();
    }

    /** What it has heard, in order. */
    public List<String> heard() {
        return heard;
    }
}
