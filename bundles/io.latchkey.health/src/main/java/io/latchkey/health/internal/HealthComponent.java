// SPDX-License-Identifier: EPL-2.0
package io.latchkey.health.internal;

import io.latchkey.api.bridge.BridgeHealth;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Contributes the health check where the platform knows health checks. The check is there while bridges can't run, too, and
 * says so. Called on threads of the framework; waits for nothing.
 */
@Component(
        service = {},
        immediate = true)
public final class HealthComponent {
    private static final String HEALTH_CHECK = "org.apache.felix.hc.api.HealthCheck";

    private volatile Optional<BridgeHealth> health = Optional.empty();
    private final Runnable unregister;

    /** Registers the check. */
    @Activate
    public HealthComponent(BundleContext context) {
        unregister = isThere(HEALTH_CHECK) ? BridgeHealthCheck.register(context, () -> health) : () -> {};
    }

    /** Bridges can run. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setHealth(BridgeHealth those) {
        health = Optional.of(those);
    }

    /** Bridges can't run any more. */
    void unsetHealth(BridgeHealth those) {
        if (health.equals(Optional.of(those))) {
            health = Optional.empty();
        }
    }

    /** Takes the check away. */
    @Deactivate
    void deactivate() {
        unregister.run();
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, HealthComponent.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
