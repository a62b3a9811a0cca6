// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a {@link ConsoleFormCheck} to each web console that is there and can ask one. A console without that does without. */
@Component(service = ConsoleFormChecks.class, immediate = true)
public final class ConsoleFormChecks implements BundleTrackerCustomizer<ServiceRegistration<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleFormChecks.class);
    private static final String CONSOLE = "webconsole";
    private static final String HANDLER = "org.apache.felix.webconsole.spi.ConfigurationHandler";
    private static final String REFUSAL = "org.apache.felix.webconsole.spi.ValidationException";

    private final BundleContext context;
    private final BridgeIds ids;
    private final BundleTracker<ServiceRegistration<?>> consoles;

    /** Looks for consoles from now on. */
    @Activate
    public ConsoleFormChecks(BundleContext context, @Reference BridgeIds ids) {
        this.context = context;
        this.ids = ids;
        this.consoles = new BundleTracker<>(context, Bundle.ACTIVE, this);
        consoles.open();
    }

    /** Takes the guards back. */
    @Deactivate
    void stop() {
        consoles.close();
    }

    @Override
    public ServiceRegistration<?> addingBundle(Bundle bundle, BundleEvent event) {
        String name = Optional.ofNullable(bundle.getSymbolicName()).orElse("");
        return name.contains(CONSOLE) ? guard(bundle).orElse(null) : null;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, ServiceRegistration<?> guard) {
        LOG.debug("Web console {} has changed", bundle);
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, ServiceRegistration<?> guard) {
        guard.unregister();
    }

    private Optional<ServiceRegistration<?>> guard(Bundle bundle) {
        try {
            Class<?> handler = bundle.loadClass(HANDLER);
            Class<? extends Exception> refusal = bundle.loadClass(REFUSAL).asSubclass(Exception.class);
            return Optional.of(context.registerService(HANDLER, ConsoleFormCheck.of(handler, refusal, ids), null));
        } catch (ReflectiveOperationException | ClassCastException notThatConsole) {
            LOG.debug("{} can't ask whether a configuration is right", bundle);
            return Optional.empty();
        }
    }
}
