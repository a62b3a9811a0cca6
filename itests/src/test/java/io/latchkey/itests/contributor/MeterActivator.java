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
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A host that changes as fast as it is told to. The header {@code Meters} says how many light meters there are, each with a
 * switch; a {@link BiConsumer} service takes the number of a meter and what it reads from then on, in lux.
 */
public final class MeterActivator implements BundleActivator, AccessoryProvider, BiConsumer<Integer, Double> {
    /** The property of the service that sets meters. */
    public static final String SETTER = "latchkey.itests.meters";
    /** The id of the one bridge that shows them. */
    public static final String BRIDGE = "home";

    private AtomicReferenceArray<Value> readings = new AtomicReferenceArray<>(0);
    private Characteristic[] shown = {};
    private volatile AccessorySink sink;

    @Override
    public void start(BundleContext context) {
        int meters = Integer.parseInt(context.getBundle().getHeaders().get("Meters"));
        readings = new AtomicReferenceArray<>(meters);
        shown = new Characteristic[meters];
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(SETTER, true);
        context.registerService(BiConsumer.class, this, properties);
        context.registerService(AccessoryProvider.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {
        sink = null;
    }

    @Override
    public String id() {
        return "meters";
    }

    @Override
    public AutoCloseable open(BridgeView bridge, AccessorySink opened) {
        if (!bridge.id().equals(BRIDGE)) {
            opened.complete();
            return () -> {};
        }
        for (int meter = 0; meter < shown.length; meter++) {
            opened.put(accessory(meter));
        }
        sink = opened;
        opened.complete();
        return () -> sink = null;
    }

    @Override
    public void accept(Integer meter, Double lux) {
        Value value = Value.of(lux);
        readings.set(meter, value);
        AccessorySink open = sink;
        if (open != null) {
            open.changed(shown[meter], value);
        }
    }

    private Accessory accessory(int meter) {
        readings.set(meter, Value.of(1.0));
        shown[meter] = Characteristic.of(CharacteristicTypes.CURRENT_AMBIENT_LIGHT_LEVEL)
                .value(() -> readings.get(meter))
                .build();
        AtomicReferenceArray<Value> on = new AtomicReferenceArray<>(new Value[] {Value.of(false)});
        Characteristic toggle = Characteristic.of(CharacteristicTypes.ON)
                .value(() -> on.get(0))
                .onWrite(value -> on.set(0, value))
                .build();
        return Accessory.of("meter-" + meter)
                .name("Meter " + meter)
                .with(Service.of(ServiceTypes.LIGHT_SENSOR).with(shown[meter]).build())
                .with(Service.of(ServiceTypes.SWITCH).with(toggle).build())
                .build();
    }
}
