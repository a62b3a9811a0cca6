// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.network;

import io.latchkey.api.bridge.UsualAddress;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.openhab.core.net.CidrAddress;
import org.openhab.core.net.NetworkAddressChangeListener;
import org.openhab.core.net.NetworkAddressService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has bridges listen on the primary address of openHAB's network settings, if somebody has chosen one there. Where nobody
 * has, openHAB names the first address that it finds, which may be that of a container or a tunnel and is no choice: then
 * bridges listen on all networks. So they do as well while the machine hasn't the chosen address, because openHAB names
 * the first one then, too.
 *
 * <p>openHAB tells changes on threads that it wants back; what is concluded from them happens on a thread that may wait.
 */
@Component(
        service = {},
        immediate = true)
public final class PrimaryAddress implements UsualAddress, NetworkAddressChangeListener {
    /** The configuration of openHAB's network settings. */
    static final String SETTINGS = "org.openhab.network";
    /** In them the address, or one with the length of its network, such as 192.168.1.2/24. */
    static final String SETTING = "primaryAddress";

    private static final Logger LOG = LoggerFactory.getLogger(PrimaryAddress.class);
    private static final Duration LATER = Duration.ofSeconds(2);

    private final ConfigurationAdmin admin;
    private final NetworkAddressService network;
    private final Workers workers;
    private final Contributors contributors;
    private final Predicate<InetAddress> isLocal;
    private volatile Optional<InetAddress> address = Optional.empty();
    private Optional<ServiceRegistration<UsualAddress>> registration = Optional.empty();
    private boolean closed;

    /** Tells the address from now on. */
    @Activate
    public PrimaryAddress(
            BundleContext context,
            @Reference ConfigurationAdmin admin,
            @Reference NetworkAddressService network,
            @Reference Workers workers,
            @Reference Contributors contributors) {
        this(admin, network, workers, contributors, PrimaryAddress::isOfThisMachine);
        begin(context);
    }

    PrimaryAddress(
            ConfigurationAdmin admin,
            NetworkAddressService network,
            Workers workers,
            Contributors contributors,
            Predicate<InetAddress> isLocal) {
        this.admin = admin;
        this.network = network;
        this.workers = workers;
        this.contributors = contributors;
        this.isLocal = isLocal;
    }

    /** Looks at once, so that bridges that start now needn't move, and follows what changes. */
    void begin(BundleContext context) {
        address = chosen();
        ServiceRegistration<UsualAddress> registered =
                context.registerService(UsualAddress.class, this, properties(address));
        synchronized (this) {
            registration = Optional.of(registered);
        }
        network.addNetworkAddressChangeListener(this);
    }

    @Deactivate
    void close() {
        network.removeNetworkAddressChangeListener(this);
        Optional<ServiceRegistration<UsualAddress>> last;
        synchronized (this) {
            closed = true;
            last = registration;
            registration = Optional.empty();
        }
        last.ifPresent(ServiceRegistration::unregister);
    }

    @Override
    public Optional<InetAddress> address() {
        return address;
    }

    @Override
    public void onChanged(List<CidrAddress> added, List<CidrAddress> removed) {
        request();
    }

    @Override
    public void onPrimaryAddressChanged(String before, String now) {
        request();
    }

    private void request() {
        try {
            contributors.execute("network address of openHAB", this::look);
        } catch (RejectedExecutionException busy) {
            later();
        }
    }

    private void later() {
        try {
            workers.schedule(LATER, this::request);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("openHAB's network address is not followed any more: the threads have stopped");
        }
    }

    private synchronized void look() {
        Optional<InetAddress> now = closed ? address : chosen();
        if (!now.equals(address)) {
            address = now;
            LOG.debug("openHAB's primary address is {}", now);
            registration.ifPresent(service -> service.setProperties(properties(now)));
        }
    }

    private Optional<InetAddress> chosen() {
        return setting()
                .flatMap(Ipv4Network::of)
                .flatMap(wanted -> Optional.ofNullable(network.getPrimaryIpv4HostAddress())
                        .flatMap(Ipv4Network::address)
                        .filter(wanted::has)
                        .filter(isLocal));
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unreadable) {
            return false;
        }
    }

    private Optional<String> setting() {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + SETTINGS + ")");
            return Optional.ofNullable(found)
                    .map(all -> all[0].getProperties())
                    .map(properties ->
                            Objects.toString(properties.get(SETTING), "").trim())
                    .filter(text -> !text.isEmpty());
        } catch (IOException | InvalidSyntaxException unreadable) {
            LOG.debug("openHAB's network settings can't be read: {}", unreadable.toString());
            return Optional.empty();
        }
    }

    private static Dictionary<String, Object> properties(Optional<InetAddress> address) {
        return new Hashtable<>(
                Map.of(PROPERTY, address.map(InetAddress::getHostAddress).orElse("")));
    }
}
