// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.contributor;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * What a Java developer would write to show lamps in Home: packed into a bundle of its own by the tests. The header
 * {@code Lamps} names the lamps; each is a switch that remembers what it was told.
 */
public final class LampActivator implements BundleActivator, AccessoryProvider {
    private String[] lamps = {};

    @Override
    public void start(BundleContext context) {
        lamps = context.getBundle().getHeaders().get("Lamps").split(" ");
        context.registerService(AccessoryProvider.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {
        lamps = new String[0];
    }

    @Override
    public String id() {
        return "lamps";
    }

    @Override
    public AutoCloseable open(BridgeView bridge, AccessorySink sink) {
        for (String lamp : lamps) {
            sink.put(accessory(lamp, sink));
        }
        sink.complete();
        return () -> {};
    }

    private static Accessory accessory(String name, AccessorySink sink) {
        AtomicReference<Value> state = new AtomicReference<>(Value.of(false));
        AtomicReference<Characteristic> handle = new AtomicReference<>();
        Characteristic on = Characteristic.of(CharacteristicTypes.ON)
                .value(state::get)
                .onWrite(value -> {
                    state.set(value);
                    sink.changed(handle.get(), value);
                })
                .build();
        handle.set(on);
        return Accessory.of(name)
                .name(name)
                .with(Service.of(ServiceTypes.SWITCH).with(on).build())
                .build();
    }
}
