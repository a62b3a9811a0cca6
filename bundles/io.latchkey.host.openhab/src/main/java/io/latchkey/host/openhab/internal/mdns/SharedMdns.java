// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.mdns;

import io.latchkey.api.bridge.Examination;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.discovery.Advertiser;
import io.latchkey.host.openhab.internal.settings.HostSettings;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhab.core.io.transport.mdns.MDNSClient;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Offers openHAB's mDNS to the bridges where somebody has chosen it, in front of Latchkey's own. Another choice makes
 * another component; bridges take the advertiser that is in front and begin anew for that.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = HostSettings.PID)
public final class SharedMdns {
    private static final int IN_FRONT = 100;

    private final Optional<SharedAdvertiser> advertiser;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    /** Offers it if it is chosen. */
    @Activate
    public SharedMdns(
            BundleContext context,
            Map<String, Object> properties,
            @Reference ConfigurationAdmin admin,
            @Reference MDNSClient client,
            @Reference Workers workers) {
        boolean isChosen = HostSettings.of(properties, admin).sharedMdns();
        advertiser = isChosen ? Optional.of(new SharedAdvertiser(client, workers)) : Optional.empty();
        advertiser.ifPresent(chosen -> {
            chosen.begin();
            registrations.add(context.registerService(
                    Advertiser.class, chosen, new Hashtable<>(Map.of(Constants.SERVICE_RANKING, IN_FRONT))));
            registrations.add(context.registerService(Examination.class, new SharedMdnsExamination(chosen), null));
        });
    }

    /** Offers it no longer; bridges have taken their records back when this returns. */
    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
        advertiser.ifPresent(SharedAdvertiser::close);
    }
}
