// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * A simple registry of the Micrometer that runs in the framework, as a service there. Its classes are those of that bundle and
 * not the test's, so it is asked by reflection.
 */
final class FoundMeters {
    private static final String PACKAGE = "io.micrometer.core.instrument.";

    private final Object registry;
    private final Optional<ServiceRegistration<?>> service;

    private FoundMeters(Object registry, Optional<ServiceRegistration<?>> service) {
        this.registry = registry;
        this.service = service;
    }

    static FoundMeters register(BundleContext context, Bundle micrometer) throws ReflectiveOperationException {
        Object registry = simple(micrometer);
        return new FoundMeters(
                registry, Optional.of(context.registerService(PACKAGE + "MeterRegistry", registry, null)));
    }

    /** One that hears what Micrometer's global registry does, as openHAB's metrics have it; its classes go with it. */
    static FoundMeters ofGlobal(Bundle micrometer) throws ReflectiveOperationException {
        FoundMeters found = new FoundMeters(simple(micrometer), Optional.empty());
        micrometer
                .loadClass(PACKAGE + "Metrics")
                .getMethod("addRegistry", micrometer.loadClass(PACKAGE + "MeterRegistry"))
                .invoke(null, found.registry);
        return found;
    }

    private static Object simple(Bundle micrometer) throws ReflectiveOperationException {
        return micrometer
                .loadClass(PACKAGE + "simple.SimpleMeterRegistry")
                .getConstructor()
                .newInstance();
    }

    /** Takes the service away; the registry itself can still be looked into. */
    void unregister() {
        service.orElseThrow().unregister();
    }

    /** The first number of each meter, by its name and tags such as {@code latchkey.ready[tag(bridge=home)]}. */
    Map<String, Double> all() throws ReflectiveOperationException {
        Map<String, Double> found = new TreeMap<>();
        for (Object meter : (Collection<?>) call(registry, "getMeters")) {
            Object id = call(meter, "getId");
            Object measurement =
                    ((Iterable<?>) call(meter, "measure")).iterator().next();
            found.put(call(id, "getName") + "" + call(id, "getTags"), (Double) call(measurement, "getValue"));
        }
        return found;
    }

    private static Object call(Object target, String name) throws ReflectiveOperationException {
        Method method = target.getClass().getMethod(name);
        method.setAccessible(true);
        return method.invoke(target);
    }
}
