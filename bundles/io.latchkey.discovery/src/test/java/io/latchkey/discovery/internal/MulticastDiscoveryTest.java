// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static io.latchkey.discovery.internal.SampleRecords.DEVICE;
import static io.latchkey.discovery.internal.SampleRecords.bridge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.api.identity.DeviceId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A bridge is seen and goes, over the loopback interface only. */
@Timeout(90)
class MulticastDiscoveryTest extends LoopbackDiscovery {
    @Test
    void aBridgeIsSeenWithAllKeysChangesInPlaceAndSaysGoodbye() throws Exception {
        Advertised record = ours.advertise(bridge(name, 51_826, DEVICE, false), LOOPBACK);
        DiscoveredBridge seen = watcher.await(SEEN, it -> it.name().equals(name));
        assertEquals(51_826, seen.port());
        assertEquals(List.of(LOOPBACK), seen.addresses());
        String text = "{c#=7, ci=2, ff=0, id=" + DEVICE.text() + ", md=Latchkey, pv=1.1, s#=1, sf=1, sh=yf4bzw==}";
        assertEquals(text, new TreeMap<>(seen.text()).toString());
        record.update(bridge(name, 51_826, DEVICE, true));
        watcher.await(
                CHANGED, it -> it.name().equals(name) && "0".equals(it.text().get("sf")));
        record.announced().toCompletableFuture().get(2, TimeUnit.SECONDS);
        record.withdraw();
        watcher.awaitLost(LOST, name);
        assertEquals(Set.of("latchkey-mdns"), watcher.threads());
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
}
