// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static io.latchkey.discovery.internal.SampleRecords.DEVICE;
import static io.latchkey.discovery.internal.SampleRecords.bridge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.DiscoveredBridge;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a record says changes while it is published, over the loopback interface only. */
@Timeout(90)
class RecordUpdatesTest extends LoopbackDiscovery {
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
        long first = System.nanoTime();
        record.update(bridge(name, 51_826, DEVICE, false, 2));
        watcher.await(CHANGED, it -> says(it, "c#", "2"));
        record.update(bridge(name, 51_826, DEVICE, false, 3));
        record.update(bridge(name, 51_826, DEVICE, false, 4));
        watcher.await(LOST, it -> says(it, "c#", "4"));
        Duration gathered = Duration.ofNanos(System.nanoTime() - first);
        assertTrue(gathered.compareTo(Duration.ofSeconds(10)) > 0, "told after " + gathered);
        record.update(bridge(name, 51_826, DEVICE, true, 5));
        watcher.await(CHANGED, it -> says(it, "sf", "0") && says(it, "c#", "5"));
    }

    @Test
    void anotherPortIsPublishedUnderTheSameName() throws Exception {
        Advertised record = ours.advertise(bridge(name, 51_826, DEVICE, false), LOOPBACK);
        watcher.await(SEEN, it -> it.name().equals(name));
        record.update(bridge(name, 51_828, DEVICE, false));
        watcher.await(LOST, it -> it.name().equals(name) && it.port() == 51_828);
        assertEquals(Set.of(name), watcher.names(name));
    }

    private boolean says(DiscoveredBridge bridge, String key, String value) {
        return bridge.name().equals(name) && value.equals(bridge.text().get(key));
    }
}
