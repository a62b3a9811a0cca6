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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Shows switches in an order, and others when told to. The header {@code Shelf} names those that a bridge has first; a
 * {@link BiConsumer} service takes the id of a bridge and the names it is to have from then on. A switch whose name ends
 * with a plus sign or an asterisk has a second service, a lamp or an outlet.
 */
public final class ShelfActivator
        implements BundleActivator, AccessoryProvider, BiConsumer<String, List<String>>, Predicate<String> {
    /** The property of the service that changes what is shown. */
    public static final String SETTER = "latchkey.itests.shelf";

    private final Map<String, AccessorySink> sinks = new ConcurrentHashMap<>();
    private final Map<String, List<String>> shown = new ConcurrentHashMap<>();
    private List<String> first = List.of();

    @Override
    public void start(BundleContext context) {
        first = List.of(context.getBundle().getHeaders().get("Shelf").split(" "));
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(SETTER, true);
        context.registerService(BiConsumer.class, this, properties);
        context.registerService(Predicate.class, this, properties);
        context.registerService(AccessoryProvider.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {
        sinks.clear();
    }

    @Override
    public String id() {
        return "shelf";
    }

    @Override
    public AutoCloseable open(BridgeView bridge, AccessorySink sink) {
        sinks.put(bridge.id(), sink);
        shown.computeIfAbsent(bridge.id(), id -> first).forEach(name -> sink.put(accessory(name, sink)));
        sink.complete();
        return () -> sinks.remove(bridge.id(), sink);
    }

    /** Whether it shows something on a bridge. */
    @Override
    public boolean test(String bridge) {
        return sinks.containsKey(bridge);
    }

    @Override
    public void accept(String bridge, List<String> names) {
        AccessorySink sink = sinks.get(bridge);
        shown.put(bridge, names).forEach(name -> sink.remove(key(name)));
        names.forEach(name -> sink.put(accessory(name, sink)));
    }

    private static String key(String name) {
        return name.replaceAll("[+*]", "");
    }

    private static Accessory accessory(String name, AccessorySink sink) {
        Accessory.Builder accessory = Accessory.of(key(name))
                .name(key(name))
                .with(Service.of(ServiceTypes.SWITCH).with(toggle(sink)).build());
        if (name.endsWith("+")) {
            accessory.with(Service.of(ServiceTypes.LIGHTBULB).with(toggle(sink)).build());
        } else if (name.endsWith("*")) {
            accessory.with(Service.of(ServiceTypes.OUTLET).with(toggle(sink)).build());
        }
        return accessory.build();
    }

    private static Characteristic toggle(AccessorySink sink) {
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
        return on;
    }
}
