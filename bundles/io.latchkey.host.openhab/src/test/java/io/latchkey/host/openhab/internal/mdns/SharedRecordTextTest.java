// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.mdns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.discovery.Advertised;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When another text of a record is told: JmDNS announces one at a time, and controllers look anew each time. */
class SharedRecordTextTest extends SharedRecordsFixture {
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
}
