// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal;

import io.latchkey.api.bridge.CountingBridge;
import io.latchkey.measures.internal.jmx.BridgeBeans;
import io.latchkey.measures.internal.micrometer.BridgeMeters;
import io.latchkey.measures.internal.reading.MeasuresDisplay;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows each bridge that counts to those who watch: by JMX always, by Micrometer where the platform has that. Called on
 * threads of the framework and on those that bring services; nothing is read before somebody looks. All that was shown is
 * taken away again, at the latest when this ends.
 */
@Component(
        service = {},
        immediate = true)
public final class MeasuresComponent {
    private static final Logger LOG = LoggerFactory.getLogger(MeasuresComponent.class);
    private static final String METERS = "io.micrometer.core.instrument.MeterRegistry";

    private final List<MeasuresDisplay> displays = new ArrayList<>();

    /** Begins without bridges. */
    @Activate
    public MeasuresComponent(BundleContext context) {
        displays.add(new BridgeBeans(ManagementFactory.getPlatformMBeanServer()));
        if (isThere(METERS)) {
            displays.add(BridgeMeters.of(context));
        }
    }

    /** A bridge runs. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addBridge(CountingBridge bridge) {
        displays.forEach(display -> guarded(() -> display.add(bridge)));
    }

    /** A bridge runs no more. */
    void removeBridge(CountingBridge bridge) {
        displays.forEach(display -> guarded(() -> display.remove(bridge)));
    }

    /** Takes all away. */
    @Deactivate
    void deactivate() {
        displays.forEach(display -> guarded(display::close));
    }

    /** Nobody who watches may harm what is watched: one that fails is told, and the others go on. */
    private static void guarded(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn("Measures can't be shown as they should", failure);
        }
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, MeasuresComponent.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
