// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.mdns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.discovery.Advertised;
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
import java.util.Arrays;
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
import org.junit.jupiter.api.Test;

/** Records by real JmDNS instances on loopback, as openHAB runs them, and a listener that hears them on the wire. */
class SharedAdvertiserTest {
    private static final String TYPE = "_hap._tcp.local.";
    private static final DeviceId DEVICE = new DeviceId("E1:91:1A:70:85:AA");
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final ManualWorkers workers = new ManualWorkers();
    private final Set<JmDNS> instances = ConcurrentHashMap.newKeySet();
    private final SharedAdvertiser advertiser = new SharedAdvertiser(() -> new HashSet<>(instances), workers);
    private final String name = "Shared " + System.nanoTime() % 1_000_000;
    private JmDNS own;

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

    @Test
    void anotherTextTakesThePlaceOfTheOldOneWithoutAGap() throws Exception {
        try (JmDNS listener = JmDNS.create(LOOPBACK, "listener")) {
            Advertised record = advertiser.advertise(bridge(name, 1, false), LOOPBACK);
            await(() -> heard(listener, "sf").equals(Optional.of("1")));
            assertFalse(record.announced().toCompletableFuture().isDone());
            awaitAnnounced();
            workers.pass(Duration.ofSeconds(9));
            assertTrue(record.announced().toCompletableFuture().isDone());
            record.update(bridge(name, 2, true));
            await(() -> heard(listener, "c#").equals(Optional.of("2")));
            assertEquals(Optional.of("0"), heard(listener, "sf"));

            record.withdraw();
            await(() -> heard(listener, "c#").isEmpty());
            ServiceInfo host = own.getServiceInfo("_openhab-server._tcp.local.", name, 2000);
            assertEquals(8080, host.getPort(), "what openHAB publishes itself stays");
        }
    }

    @Test
    void aTextWaitsUntilTheRecordIsAnnounced() throws Exception {
        Advertised record = advertiser.advertise(bridge(name, 1, false), LOOPBACK);
        record.update(bridge(name, 2, true));
        assertEquals(Optional.of("1"), published(own, "c#"));
        workers.pass(Duration.ofSeconds(9));
        assertEquals(Optional.of("2"), published(own, "c#"));
        record.withdraw();
    }

    @Test
    void aSeriesOfChangesIsGatheredButNotWhetherItIsPaired() {
        Advertised record = advertiser.advertise(bridge(name, 1, false), LOOPBACK);
        awaitAnnounced();
        workers.pass(Duration.ofSeconds(9));
        record.update(bridge(name, 2, false));
        assertEquals(Optional.of("2"), published(own, "c#"), "the first one");
        awaitAnnounced();
        workers.pass(Duration.ofSeconds(3));
        record.update(bridge(name, 3, false));
        assertEquals(Optional.of("2"), published(own, "c#"), "one more");
        record.update(bridge(name, 3, true));
        assertEquals(Optional.of("0"), published(own, "sf"));
        assertEquals(Optional.of("3"), published(own, "c#"));
        awaitAnnounced();
        record.update(bridge(name, 4, true));
        workers.pass(Duration.ofSeconds(6));
        assertEquals(Optional.of("3"), published(own, "c#"), "the next one");
        workers.pass(Duration.ofSeconds(7));
        assertEquals(Optional.of("4"), published(own, "c#"));
        record.withdraw();
    }

    @Test
    void aTextWaitsUntilTheOneBeforeIsAnnounced() {
        Advertised record = advertiser.advertise(bridge(name, 1, false), LOOPBACK);
        awaitAnnounced();
        workers.pass(Duration.ofSeconds(9));
        record.update(bridge(name, 1, true));
        record.update(bridge(name, 1, false));
        assertEquals(Optional.of("0"), published(own, "sf"));
        awaitAnnounced();
        workers.pass(Duration.ofSeconds(3));
        assertEquals(Optional.of("1"), published(own, "sf"));
        awaitAnnounced();
        record.withdraw();
    }

    @Test
    void anInstanceThatTakesThePlaceOfAnotherGetsTheRecord() throws Exception {
        Advertised record = advertiser.advertise(bridge(name, 1, false), InetAddress.getByName("0.0.0.0"));
        instances.remove(own);
        own.close();
        JmDNS other = open("replaced");
        workers.pass(Duration.ofSeconds(4));
        assertEquals(Optional.of("1"), published(other, "c#"));
        record.withdraw();
        await(() -> published(other, "c#").isEmpty());
    }

    @Test
    void anAddressThatOpenhabDoesNotUseGetsNothingUntilItDoes() throws Exception {
        instances.clear();
        Advertised record = advertiser.advertise(bridge(name, 1, false), LOOPBACK);
        assertEquals(Optional.empty(), published(own, "c#"));
        instances.add(own);
        workers.pass(Duration.ofSeconds(4));
        assertEquals(Optional.of("1"), published(own, "c#"));
        record.withdraw();
    }

    @Test
    void anotherPortIsAnotherRecord() throws Exception {
        Advertised record = advertiser.advertise(bridge(name, 1, false), LOOPBACK);
        Advertisement moved = new Advertisement(
                name,
                9200,
                DEVICE,
                "Bridge",
                ConfigurationNumber.FIRST,
                false,
                AccessoryCategory.BRIDGE,
                SetupHash.of(new SetupId("7OSX"), DEVICE));
        record.update(moved);
        assertEquals(Optional.empty(), published(own, "c#"));
        workers.pass(Duration.ofSeconds(4));
        assertEquals(9200, info(own).orElseThrow().getPort());
        record.withdraw();
    }

    @Test
    void afterTheEndNothingIsFollowed() {
        advertiser.close();
        workers.pass(Duration.ofSeconds(9));
        assertEquals(0, workers.pending());
    }

    /** JmDNS goes by its own clock. */
    private void awaitAnnounced() {
        await(() ->
                info(own).filter(info -> ((ServiceInfoImpl) info).isAnnounced()).isPresent());
    }

    private JmDNS open(String host) throws IOException {
        JmDNS made = JmDNS.create(LOOPBACK, host);
        instances.add(made);
        return made;
    }

    private Optional<String> heard(JmDNS listener, String key) {
        return Arrays.stream(listener.list(TYPE, 500))
                .filter(info -> info.getName().equals(name))
                .flatMap(info -> Optional.ofNullable(info.getPropertyString(key)).stream())
                .findFirst();
    }

    /** What an instance has registered, read from its own list of services. */
    private Optional<String> published(JmDNS instance, String key) {
        return info(instance).map(info -> info.getPropertyString(key));
    }

    private Optional<ServiceInfo> info(JmDNS instance) {
        Map<String, ServiceInfo> services = ((JmDNSImpl) instance).getServices();
        List<ServiceInfo> ours = services.values().stream()
                .filter(info -> info.getType().equals(TYPE))
                .toList();
        return ours.stream().findFirst();
    }

    private static Advertisement bridge(String name, int number, boolean paired) {
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

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not within 30 seconds");
            Thread.onSpinWait();
        }
    }
}
