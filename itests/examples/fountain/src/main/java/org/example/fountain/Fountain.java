// SPDX-License-Identifier: EPL-2.0
package org.example.fountain;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/** A fountain in the garden, which Home switches on and off. */
@Component
public final class Fountain implements AccessoryProvider {
    private final Set<AccessorySink> sinks = ConcurrentHashMap.newKeySet();
    private volatile Value running = Value.FALSE;

    private final Characteristic on = Characteristic.of(CharacteristicTypes.ON)
            .value(() -> running)
            .onWrite(this::run)
            .build();
    private final Accessory accessory = Accessory.of("fountain")
            .name("Fountain")
            .with(Service.of(ServiceTypes.SWITCH).with(on).build())
            .build();

    @Override
    public String id() {
        return "org.example.fountain";
    }

    @Override
    public AutoCloseable open(BridgeView bridge, AccessorySink sink) {
        sinks.add(sink);
        sink.put(accessory);
        sink.changed(on, running);
        sink.complete();
        return () -> sinks.remove(sink);
    }

    /** Here a real fountain would talk to its pump. */
    private void run(Value wanted) {
        running = wanted;
        sinks.forEach(sink -> sink.changed(on, wanted));
    }
}
