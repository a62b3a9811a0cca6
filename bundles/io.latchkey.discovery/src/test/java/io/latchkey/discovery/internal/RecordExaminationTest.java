// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static io.latchkey.discovery.internal.SampleRecords.DEVICE;
import static io.latchkey.discovery.internal.SampleRecords.bridge;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Advertisement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our own record over real sockets: as it is meant, with another port, with another state, and not there at all. */
@Timeout(120)
class RecordExaminationTest extends LoopbackDiscovery {

    @Test
    void recordIsHeardAsItIsAndComparedWithWhatIsMeant() throws Exception {
        try (StatusServer accessory = new StatusServer(470)) {
            int port = accessory.port();
            Advertised record = ours.advertise(bridge(name, port, DEVICE, false), LOOPBACK);
            record.announced().toCompletableFuture().get(60, TimeUnit.SECONDS);
            assertEquals(List.of("record-seen"), codes(bridge(name, port, DEVICE, false)));
            assertEquals(List.of("record-port"), codes(bridge(name, port + 1, DEVICE, false)));
            assertEquals(List.of("record-state"), codes(bridge(name, port, DEVICE, true)));
        }
    }

    @Test
    void recordThatIsNotThereIsNotFound() throws Exception {
        assertEquals(List.of("record-unseen"), codes(bridge(name, 51_826, DEVICE, false)));
    }

    private List<String> codes(Advertisement meant) throws Exception {
        return ExaminedRecord.seen(ours, meant, LOOPBACK).stream()
                .map(Diagnosis::code)
                .toList();
    }
}
