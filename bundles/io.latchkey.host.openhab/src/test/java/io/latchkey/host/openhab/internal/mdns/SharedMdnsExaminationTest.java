// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.mdns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.identity.ConfigurationNumber;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** openHAB's mDNS runs where the bridge is, or elsewhere; by real JmDNS instances. */
class SharedMdnsExaminationTest extends SharedRecordsFixture {

    @Test
    void mdnsThatDoesNotRunWhereTheBridgeListensIsNamedUntilItDoes() {
        instances.clear();
        Advertised record = advertiser.advertise(bridge(name, 1, false), LOOPBACK);
        List<Diagnosis> seen = seen();
        assertEquals(1, seen.size(), seen::toString);
        assertEquals("openhab-mdns", seen.get(0).code());
        assertEquals(Severity.UNREACHABLE, seen.get(0).severity());
        assertTrue(seen.get(0).seen().contains("127.0.0.1"), seen.get(0)::seen);
        instances.add(own);
        workers.pass(Duration.ofSeconds(4));
        assertEquals(List.of(), seen());
        record.withdraw();
        assertEquals(List.of(), seen());
    }

    private List<Diagnosis> seen() {
        Advertisement wanted = bridge(name, 1, false);
        BridgeStatus status = new BridgeStatus(
                "home",
                name,
                State.READY,
                Optional.of(new InetSocketAddress(LOOPBACK, wanted.port())),
                Optional.of(DEVICE),
                0,
                0,
                0,
                ConfigurationNumber.FIRST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "io.latchkey.bridge~home");
        return new SharedMdnsExamination(advertiser)
                .examine(List.of(new ExaminedBridge(status, Optional.empty(), Optional.of(wanted))))
                .toCompletableFuture()
                .join();
    }
}
