// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal.micrometer;

import io.latchkey.api.bridge.CountingBridge;
import io.latchkey.measures.internal.reading.MeasuresDisplay;
import io.latchkey.measures.internal.reading.RecentMeasures;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The meters of each bridge in Micrometer's global registry, which is the one that openHAB's metrics show, and in each
 * registry that is a service. Loaded only where Micrometer is there. The monitor keeps meters and what is known of them alike.
 */
public final class BridgeMeters implements MeasuresDisplay {
    private final Map<String, CountingBridge> shown = new HashMap<>();
    private final Map<MeterRegistry, RegisteredMeters> registries = new HashMap<>();

    BridgeMeters() {}

    /** Begins to look for registries; ends with {@link #close}. */
    public static MeasuresDisplay of(BundleContext context) {
        BridgeMeters meters = new BridgeMeters();
        meters.addRegistry(Metrics.globalRegistry);
        ServiceTracker<MeterRegistry, MeterRegistry> services =
                new ServiceTracker<>(context, MeterRegistry.class, null) {
                    @Override
                    public MeterRegistry addingService(ServiceReference<MeterRegistry> reference) {
                        MeterRegistry registry = super.addingService(reference);
                        meters.addRegistry(registry);
                        return registry;
                    }

                    @Override
                    public void removedService(ServiceReference<MeterRegistry> reference, MeterRegistry registry) {
                        meters.removeRegistry(registry);
                        super.removedService(reference, registry);
                    }
                };
        services.open();
        return new TrackedMeters(meters, services);
    }

    /** The meters with the search for registries, which ends with them. */
    private record TrackedMeters(BridgeMeters meters, ServiceTracker<MeterRegistry, MeterRegistry> services)
            implements MeasuresDisplay {
        @Override
        public void add(CountingBridge bridge) {
            meters.add(bridge);
        }

        @Override
        public void remove(CountingBridge bridge) {
            meters.remove(bridge);
        }

        @Override
        public void close() {
            services.close();
            meters.close();
        }
    }

    /** A registry wants the meters of all bridges; once more makes no difference. */
    synchronized void addRegistry(MeterRegistry registry) {
        if (!registries.containsKey(registry)) {
            RegisteredMeters meters = new RegisteredMeters(registry);
            registries.put(registry, meters);
            shown.values().forEach(bridge -> meters.add(bridge.id(), recent(bridge)));
        }
    }

    /** A registry has gone, and our meters leave it. */
    synchronized void removeRegistry(MeterRegistry registry) {
        RegisteredMeters meters = registries.remove(registry);
        if (meters != null) {
            meters.close();
        }
    }

    @Override
    public synchronized void add(CountingBridge bridge) {
        shown.put(bridge.id(), bridge);
        RecentMeasures measures = recent(bridge);
        registries.values().forEach(meters -> meters.add(bridge.id(), measures));
    }

    @Override
    public synchronized void remove(CountingBridge bridge) {
        if (shown.remove(bridge.id(), bridge)) {
            registries.values().forEach(meters -> meters.remove(bridge.id()));
        }
    }

    @Override
    public synchronized void close() {
        List.copyOf(registries.keySet()).forEach(this::removeRegistry);
        shown.clear();
    }

    private static RecentMeasures recent(CountingBridge bridge) {
        return new RecentMeasures(bridge, System::nanoTime);
    }
}
