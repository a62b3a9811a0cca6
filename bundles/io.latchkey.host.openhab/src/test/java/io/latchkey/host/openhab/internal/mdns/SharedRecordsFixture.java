// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.mdns;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupHash;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.testing.ManualWorkers;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import javax.jmdns.impl.JmDNSImpl;
import javax.jmdns.impl.ServiceInfoImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of records by real JmDNS instances on loopback, as openHAB runs them. */
abstract class SharedRecordsFixture {
    static final String TYPE = "_hap._tcp.local.";
    static final DeviceId DEVICE = new DeviceId("E1:91:1A:70:85:AA");
    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    final ManualWorkers workers = new ManualWorkers();
    final Set<JmDNS> instances = ConcurrentHashMap.newKeySet();
    final SharedAdvertiser advertiser = new SharedAdvertiser(() -> new HashSet<>(instances), workers);
    final String name = "Shared " + System.nanoTime() % 1_000_000;
    JmDNS own;

    @BeforeEach
    void begin() throws IOException {
        own = open("openhab");
        own.registerService(ServiceInfo.create("_openhab-server._tcp.local.", name, 8080, "uri=/rest"));
        advertiser.begin();
    }

    @AfterEach
    void end() throws IOException {
        advertiser.close();
        for (JmDNS each : instances) {
            each.close();
        }
        own.close();
    }

    /** JmDNS goes by its own clock. */
    void awaitAnnounced() {
        await(() ->
                info(own).filter(info -> ((ServiceInfoImpl) info).isAnnounced()).isPresent());
    }

    JmDNS open(String host) throws IOException {
        JmDNS made = JmDNS.create(LOOPBACK, host);
        instances.add(made);
        return made;
    }

    /** What an instance has registered, read from its own list of services. */
    Optional<String> published(JmDNS instance, String key) {
        return info(instance).map(info -> info.getPropertyString(key));
    }

    Optional<ServiceInfo> info(JmDNS instance) {
        Map<String, ServiceInfo> services = ((JmDNSImpl) instance).getServices();
        List<ServiceInfo> ours = services.values().stream()
                .filter(info -> info.getType().equals(TYPE))
                .toList();
        return ours.stream().findFirst();
    }

    static Advertisement bridge(String name, int number, boolean paired) {
        return new Advertisement(
                name,
                9123,
                DEVICE,
                "Bridge",
                new ConfigurationNumber(number),
                paired,
                AccessoryCategory.BRIDGE,
                SetupHash.of(new SetupId("7OSX"), DEVICE));
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not within 30 seconds");
            Thread.onSpinWait();
        }
    }
}
