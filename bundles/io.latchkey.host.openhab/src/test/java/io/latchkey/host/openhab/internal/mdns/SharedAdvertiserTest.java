// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.mdns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.SetupHash;
import io.latchkey.api.identity.SetupId;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.Test;

/** Records by real JmDNS instances on loopback, as openHAB runs them, and a listener that hears them on the wire. */
class SharedAdvertiserTest extends SharedRecordsFixture {
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

    private Optional<String> heard(JmDNS listener, String key) {
        return Arrays.stream(listener.list(TYPE, 500))
                .filter(info -> info.getName().equals(name))
                .flatMap(info -> Optional.ofNullable(info.getPropertyString(key)).stream())
                .findFirst();
    }
}
