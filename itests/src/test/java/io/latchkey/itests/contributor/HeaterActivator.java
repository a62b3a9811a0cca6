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
import java.util.concurrent.CompletableFuture;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Shows one heater, whose device never says whether it is on, on the bridge that the header {@code Heater-Bridge} names:
 * packed into a bundle of its own by the tests.
 */
public final class HeaterActivator implements BundleActivator, AccessoryProvider {
    private String only = "";

    @Override
    public void start(BundleContext context) {
        only = context.getBundle().getHeaders().get("Heater-Bridge");
        context.registerService(AccessoryProvider.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {
        only = "";
    }

    @Override
    public String id() {
        return "heater";
    }

    @Override
    public AutoCloseable open(BridgeView bridge, AccessorySink sink) {
        if (bridge.id().equals(only)) {
            Characteristic on = Characteristic.of(CharacteristicTypes.ON)
                    .read(CompletableFuture<Value>::new)
                    .onWrite(value -> {})
                    .build();
            sink.put(Accessory.of("heater")
                    .name("Cellar Heater")
                    .with(Service.of(ServiceTypes.SWITCH).with(on).build())
                    .build());
        }
        sink.complete();
        return () -> {};
    }
}
