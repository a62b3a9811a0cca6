// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static io.latchkey.discovery.internal.SampleRecords.DEVICE;
import static io.latchkey.discovery.internal.SampleRecords.bridge;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.identity.ConfigurationNumber;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our own record over real sockets: as it is meant, with another port, with another state, and not there at all. */
@Timeout(120)
class RecordExaminationTest extends LoopbackDiscovery {

    @Test
    void recordIsHeardAsItIsAndComparedWithWhatIsMeant() throws Exception {
        Advertised record = ours.advertise(bridge(name, 51_826, DEVICE, false), LOOPBACK);
        record.announced().toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertEquals(List.of("record-seen"), codes(bridge(name, 51_826, DEVICE, false)));
        assertEquals(List.of("record-port"), codes(bridge(name, 51_827, DEVICE, false)));
        assertEquals(List.of("record-state"), codes(bridge(name, 51_826, DEVICE, true)));
    }

    @Test
    void recordThatIsNotThereIsNotFound() throws Exception {
        assertEquals(List.of("record-unseen"), codes(bridge(name, 51_826, DEVICE, false)));
    }

    private List<String> codes(Advertisement meant) throws Exception {
        BridgeStatus status = new BridgeStatus(
                "home",
                name,
                State.READY,
                Optional.of(new InetSocketAddress(LOOPBACK, meant.port())),
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
        return new RecordExamination(ours)
                        .examine(List.of(new ExaminedBridge(status, Optional.empty(), Optional.of(meant))))
                        .toCompletableFuture()
                        .get(30, TimeUnit.SECONDS)
                        .stream()
                        .map(Diagnosis::code)
                        .toList();
    }
}
