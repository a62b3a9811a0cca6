// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The services by whose properties openHAB's user interface lists a page for each bridge: it does not show the instances
 * of a factory by itself. Each names the factory too, because openHAB would otherwise take the service of the bridge
 * itself, which knows nothing of forms, for the page. Safe for all threads.
 */
class Pages {
    private final BundleContext context;
    private final Map<String, Shown> shown = new HashMap<>();
    private boolean closed;

    Pages(BundleContext context) {
        this.context = context;
    }

    private record Shown(Map<String, Object> properties, ServiceRegistration<Pages> registration) {}

    /** Shows these by the PID of their configurations, and no others. */
    synchronized void show(Map<String, BridgeForm> forms) {
        if (closed) {
            return;
        }
        shown.entrySet().removeIf(page -> {
            BridgeForm form = forms.get(page.getKey());
            boolean isGone = form == null
                    || !properties(page.getKey(), form).equals(page.getValue().properties());
            if (isGone) {
                page.getValue().registration().unregister();
            }
            return isGone;
        });
        forms.forEach((pid, form) -> shown.computeIfAbsent(pid, each -> register(properties(pid, form))));
    }

    /** Shows none any more. */
    synchronized void close() {
        closed = true;
        shown.values().forEach(page -> page.registration().unregister());
        shown.clear();
    }

    private Shown register(Map<String, Object> properties) {
        return new Shown(properties, context.registerService(Pages.class, this, Dictionaries.dictionary(properties)));
    }

    static Map<String, Object> properties(String pid, BridgeForm form) {
        return Map.of(
                Constants.SERVICE_PID,
                pid,
                ConfigurationAdmin.SERVICE_FACTORYPID,
                BridgeConfigurations.FACTORY,
                "service.config.description.uri",
                BridgeDescriptions.address(pid).toString(),
                "service.config.label",
                "Latchkey: " + form.name(),
                "service.config.category",
                "io");
    }
}
