// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static io.latchkey.discovery.internal.SampleRecords.DEVICE;
import static io.latchkey.discovery.internal.SampleRecords.bridge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Browser.Browsing;
import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.api.identity.DeviceId;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bridge is seen, changes and goes, over the loopback interface only. */
@Timeout(90)
class MulticastDiscoveryTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Duration SEEN = Duration.ofSeconds(6);
    private static final Duration CHANGED = Duration.ofSeconds(3);
    /** Twice the time of JmDNS for looking through its cache. */
    private static final Duration LOST = Duration.ofSeconds(20);

    private final String name = "Bridge No. 1 für " + System.nanoTime() % 1_000_000;

    @TempDir
    Path folder;

    private final Watcher watcher = new Watcher();
    private final MdnsWorkers ourThreads = new MdnsWorkers();
    private final MdnsWorkers theirThreads = new MdnsWorkers();
    private MulticastDiscovery ours;
    private MulticastDiscovery theirs;
    private Browsing browsing;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(folder.resolve("ours"));
        Files.createDirectory(folder.resolve("theirs"));
        ours = new MulticastDiscovery(ourThreads, folder.resolve("ours"));
        theirs = new MulticastDiscovery(theirThreads, folder.resolve("theirs"));
        browsing = theirs.browse(LOOPBACK, watcher);
    }

    @AfterEach
    void close() throws InterruptedException {
        ours.close();
        browsing.close();
        theirs.close();
        ourThreads.close();
        theirThreads.close();
        awaitNoThreads();
    }

    @Test
    void aBridgeIsSeenWithAllKeysChangesInPlaceAndSaysGoodbye() throws Exception {
        Advertised record = ours.advertise(bridge(name, 51_826, DEVICE, false), LOOPBACK);
        DiscoveredBridge seen = watcher.await(SEEN, it -> it.name().equals(name));
        assertEquals(51_826, seen.port());
        assertEquals(List.of(LOOPBACK), seen.addresses());
        assertEquals(
                Map.of(
                        "c#",
                        "7",
                        "ff",
                        "0",
                        "id",
                        DEVICE.text(),
                        "md",
                        "Latchkey",
                        "pv",
                        "1.1",
                        "s#",
                        "1",
                        "sf",
                        "1",
                        "ci",
                        "2",
                        "sh",
                        "yf4bzw=="),
                seen.text());
        record.update(bridge(name, 51_826, DEVICE, true));
        watcher.await(
                CHANGED, it -> it.name().equals(name) && "0".equals(it.text().get("sf")));
        record.announced().toCompletableFuture().get(2, TimeUnit.SECONDS);
        record.withdraw();
        watcher.awaitLost(LOST, name);
        assertEquals(Set.of("latchkey-mdns"), watcher.threads());
    }

    @Test
    void aChangeBeforeTheFirstAnnouncementIsNotLostNorIsTheRecord() throws Exception {
        Advertised record = ours.advertise(bridge(name, 51_826, DEVICE, false), LOOPBACK);
        record.update(bridge(name, 51_826, DEVICE, true));
        record.update(bridge(name, 51_826, DEVICE, false));
        record.update(bridge(name, 51_826, DEVICE, true));
        watcher.await(
                SEEN.plus(CHANGED),
                it -> it.name().equals(name) && "0".equals(it.text().get("sf")));
        record.update(bridge(name, 51_826, DEVICE, false));
        watcher.await(
                CHANGED.multipliedBy(2),
                it -> it.name().equals(name) && "1".equals(it.text().get("sf")));
    }

    @Test
    void aSeriesOfChangesIsGatheredButNotWhetherItIsPaired() throws Exception {
        Advertised record = ours.advertise(bridge(name, 51_826, DEVICE, false, 1), LOOPBACK);
        record.announced().toCompletableFuture().get(SEEN.toMillis(), TimeUnit.MILLISECONDS);
        record.update(bridge(name, 51_826, DEVICE, false, 2));
        watcher.await(CHANGED, it -> says(it, "c#", "2"));
        long second = System.nanoTime();
        record.update(bridge(name, 51_826, DEVICE, false, 3));
        record.update(bridge(name, 51_826, DEVICE, false, 4));
        watcher.await(LOST, it -> says(it, "c#", "4"));
        Duration gathered = Duration.ofNanos(System.nanoTime() - second);
        assertTrue(gathered.compareTo(Duration.ofSeconds(8)) > 0, "told after " + gathered);
        record.update(bridge(name, 51_826, DEVICE, true, 5));
        watcher.await(CHANGED.multipliedBy(2), it -> says(it, "sf", "0") && says(it, "c#", "5"));
    }

    @Test
    void aNameThatIsTakenGetsDigitsOfTheDeviceIdAndKeepsTheId() throws Exception {
        ours.advertise(bridge(name, 51_826, DEVICE, false), LOOPBACK);
        watcher.await(SEEN, it -> it.name().equals(name));
        DeviceId second = new DeviceId("00:11:22:33:AB:CD");
        theirs.advertise(bridge(name, 51_827, second, false), LOOPBACK);
        DiscoveredBridge renamed = watcher.await(LOST, it -> it.name().equals(name + " ABCD"));
        assertEquals(second.text(), renamed.text().get("id"));
        assertTrue(watcher.names(name).contains(name));
        assertEquals(51_826, watcher.await(SEEN, it -> it.name().equals(name)).port());
    }

    @Test
    void anotherPortIsPublishedUnderTheSameName() throws Exception {
        Advertised record = ours.advertise(bridge(name, 51_826, DEVICE, false), LOOPBACK);
        watcher.await(SEEN, it -> it.name().equals(name));
        record.update(bridge(name, 51_828, DEVICE, false));
        watcher.await(LOST, it -> it.name().equals(name) && it.port() == 51_828);
        assertEquals(Set.of(name), watcher.names(name));
    }

    @Test
    void nobodyWaitsForTheNetwork() {
        long start = System.nanoTime();
        Advertised record = ours.advertise(bridge(name, 51_826, DEVICE, false), LOOPBACK);
        record.update(bridge(name, 51_829, DEVICE, false));
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 200);
        record.withdraw();
        Duration all = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(all.toMillis() < 200, "took " + all);
        assertFalse(record.announced().toCompletableFuture().isDone()
                && !record.announced().toCompletableFuture().isCompletedExceptionally());
    }

    @Test
    void stoppingSaysGoodbyeForAllThatIsPublished() throws Exception {
        DeviceId second = new DeviceId("00:11:22:33:AB:CD");
        Advertised one = ours.advertise(bridge(name, 51_826, DEVICE, false), LOOPBACK);
        ours.advertise(bridge(name + " II", 51_827, second, false), LOOPBACK);
        watcher.await(SEEN, it -> it.name().equals(name));
        watcher.await(SEEN, it -> it.name().equals(name + " II"));
        long start = System.nanoTime();
        ours.close();
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 5);
        watcher.awaitLost(LOST, name);
        watcher.awaitLost(LOST, name + " II");
        one.update(bridge(name, 51_826, DEVICE, true));
        one.withdraw();
    }

    @Test
    void aRecordIsTakenBackWhileAnotherOfThePlaceStays() throws Exception {
        DeviceId second = new DeviceId("00:11:22:33:AB:CD");
        Advertised one = ours.advertise(bridge(name, 51_826, DEVICE, false), LOOPBACK);
        ours.advertise(bridge(name + " II", 51_827, second, false), LOOPBACK);
        watcher.await(SEEN, it -> it.name().equals(name));
        watcher.await(SEEN, it -> it.name().equals(name + " II"));
        one.withdraw();
        watcher.awaitLost(LOST, name);
        assertEquals(Set.of(name + " II"), watcher.names(name));
    }

    private boolean says(DiscoveredBridge bridge, String key, String value) {
        return bridge.name().equals(name) && value.equals(bridge.text().get(key));
    }

    private static void awaitNoThreads() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            Set<Thread> left = Thread.getAllStackTraces().keySet().stream()
                    .filter(it ->
                            it.getName().contains("latchkey-") || it.getName().contains("JmDNS"))
                    .collect(Collectors.toSet());
            if (left.isEmpty()) {
                return;
            }
            left.iterator().next().join(500);
        }
        throw new AssertionError(
                "threads are left: " + Thread.getAllStackTraces().keySet());
    }
}
