// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.discovery.Advertiser;
import io.latchkey.api.discovery.BrowseListener;
import io.latchkey.api.discovery.Browser;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.discovery.internal.Interfaces.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes and finds records by multicast DNS (RFC 6762, RFC 6763). Called from any thread; what takes time happens on
 * {@code latchkey-mdns}, which also looks every few seconds whether addresses have come or gone.
 */
@Component(
        service = {Advertiser.class, Browser.class, MulticastDiscovery.class},
        configurationPid = DiscoveryConfiguration.PID)
@Designate(ocd = DiscoveryConfiguration.class)
public final class MulticastDiscovery implements Advertiser, Browser {
    private static final Logger LOG = LoggerFactory.getLogger(MulticastDiscovery.class);
    private static final Duration FOLLOW = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofMillis(4500);

    private final MdnsThread thread;
    private final Responders responders;
    private final LocalNetwork network = new LocalNetwork(new Container(Path.of("/"), System::getenv));
    private final Set<PublishedRecord> records = new HashSet<>();
    private final Set<Search> searches = new HashSet<>();

    /** Called by SCR. */
    @Activate
    public MulticastDiscovery(
            Map<String, Object> properties, @Reference Workers workers, @Reference BridgeStore store) {
        this(workers, store.location());
        modified(properties);
    }

    MulticastDiscovery(Workers workers, Path folder) {
        thread = new MdnsThread(workers);
        responders = new Responders(thread, new HostName(folder, new SecureRandom()));
        thread.every(FOLLOW, this::follow);
    }

    /** Called by SCR: another configuration. */
    @Modified
    void modified(Map<String, Object> properties) {
        network.configure(DiscoverySettings.of(properties));
    }

    /** Called by SCR. Says goodbye for what is still published and returns in less than five seconds. */
    @Deactivate
    public void close() {
        Future<?> goodbye = thread.run(() -> {
            List.copyOf(searches).forEach(Search::end);
            List.copyOf(records).forEach(PublishedRecord::end);
            responders.closeAll();
        });
        thread.end();
        MdnsThread.await(goodbye, STOP_LIMIT);
    }

    @Override
    public Advertised advertise(Advertisement what, InetAddress boundTo) {
        PublishedRecord record = new PublishedRecord(thread, responders, network, what, boundTo, records::remove);
        thread.run(() -> {
            records.add(record);
            record.follow();
        });
        return record;
    }

    @Override
    public Browsing browse(InetAddress on, BrowseListener listener) {
        Search search = new Search(thread, responders, network, on, listener, searches::remove);
        thread.run(() -> {
            searches.add(search);
            search.follow();
        });
        return search;
    }

    /** Where the record of a bridge that is bound to that address is published. */
    Set<Place> placesOf(InetAddress boundTo) throws IOException {
        return network.published(boundTo);
    }

    /** Whether the avahi of a container's host announces a bridge that is bound to that address. */
    boolean isLeftToAvahi(InetAddress boundTo) {
        return network.avahiServices(boundTo).isPresent();
    }

    /** The bridges of which a record is still being announced for the first time. */
    CompletableFuture<Set<DeviceId>> unannounced() {
        Set<DeviceId> unannounced = new HashSet<>();
        return thread.run(() -> records.stream()
                        .filter(record -> !record.isAnnounced())
                        .forEach(record -> unannounced.add(record.deviceId())))
                .thenApply(done -> unannounced);
    }

    /** Asks on a place who is there, with a socket of its own. */
    CompletableFuture<List<HeardRecord>> ask(Place place) {
        return new RecordQuery(thread, place).begin();
    }

    private void follow() {
        try {
            responders.dropDead();
        } catch (SocketException e) {
            LOG.debug("The interfaces cannot be read now: {}", e.toString());
        }
        responders.dropEnded(thread.nanoTime());
        List.copyOf(records).forEach(PublishedRecord::follow);
        List.copyOf(searches).forEach(Search::follow);
        responders.buryDead();
        List.copyOf(records).forEach(PublishedRecord::repeat);
    }
}
