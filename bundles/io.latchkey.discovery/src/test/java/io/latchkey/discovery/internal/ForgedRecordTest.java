// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static io.latchkey.discovery.internal.SampleRecords.DEVICE;
import static io.latchkey.discovery.internal.SampleRecords.bridge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Records that others write, over real sockets on loopback: each fault is brought about, and is the one that is named. */
@Timeout(60)
class ForgedRecordTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String OTHER_ID = "id=11:22:33:44:55:66";
    private static final List<String> OURS = List.of("id=" + DEVICE.text(), "sf=1");

    private final MdnsWorkers workers = new MdnsWorkers();
    private final String name = "Bridge " + System.nanoTime() % 1_000_000;
    private final List<AutoCloseable> others = new ArrayList<>();

    @TempDir
    Path folder;

    private MulticastDiscovery discovery;
    private StatusServer accessory;

    @BeforeEach
    void begin() throws IOException {
        discovery = new MulticastDiscovery(workers, folder);
        accessory = new StatusServer(470);
    }

    @AfterEach
    void end() throws Exception {
        accessory.close();
        for (AutoCloseable each : others) {
            each.close();
        }
        discovery.close();
        workers.close();
    }

    /** Somebody on loopback answers with such a record. */
    private void forged(String label, int port, String address, List<String> text) throws IOException {
        others.add(new ForgedResponder(label, port, address, text));
    }

    @Test
    void machineWithoutAnInterfaceThatLeadsToPhonesIsNamed() throws Exception {
        discovery.modified(Map.of("interfaces", "nosuch0"));
        InetAddress everywhere = InetAddress.getByName("0.0.0.0");
        Diagnosis nowhere =
                only(ExaminedRecord.seen(discovery, bridge(name, accessory.port(), DEVICE, false), everywhere));
        assertEquals("no-interface", nowhere.code());
        assertEquals(Severity.UNREACHABLE, nowhere.severity());
    }

    @Test
    void announcedAddressWhereNobodyAnswersIsNamed() throws Exception {
        int port = accessory.port();
        accessory.close();
        forged(name, port, "127.0.0.1", OURS);
        Diagnosis silent = wrong(port);
        assertEquals("address-unanswered", silent.code());
        assertEquals(Severity.UNREACHABLE, silent.severity());
        assertTrue(silent.seen().contains("port " + port + " of 127.0.0.1"), silent::seen);
    }

    @Test
    void announcedAddressWhereAnotherProgramAnswersIsNamed() throws Exception {
        try (StatusServer other = new StatusServer(200)) {
            forged(name, other.port(), "127.0.0.1", OURS);
            Diagnosis strange = wrong(other.port());
            assertEquals("address-unanswered", strange.code());
            assertTrue(strange.seen().contains("status 200"), strange::seen);
        }
    }

    @Test
    void addressThatIsNoneOfThisMachineIsNamed() throws Exception {
        forged(name, accessory.port(), "192.0.2.9", OURS);
        Diagnosis gone = wrong(accessory.port());
        assertEquals("record-address", gone.code());
        assertTrue(gone.seen().contains("192.0.2.9"), gone::seen);
    }

    @Test
    void otherProgramOfThisMachineWithOurIdIsNamedWithItsPort() throws Exception {
        forged(name, accessory.port(), "127.0.0.1", OURS);
        forged("openHAB", 9124, "127.0.0.1", OURS);
        Diagnosis twice = wrong(accessory.port());
        assertEquals("id-twice", twice.code());
        assertTrue(twice.seen().contains("at port 9124"), twice::seen);
    }

    @Test
    void namesakeIsNamedAndWhatItWritesDrawsOnNobodysTerminal() throws Exception {
        String drawing = "Hall\u001b[2J\u202e";
        forged("Hall 85AA", accessory.port(), "127.0.0.1", OURS);
        forged(drawing, 4711, "127.0.0.1", List.of(OTHER_ID));
        Diagnosis twice =
                only(ExaminedRecord.seen(discovery, bridge(drawing, accessory.port(), DEVICE, false), LOOPBACK));
        assertEquals("name-twice", twice.code());
        assertTrue(twice.seen().contains("\"Hall\\u001b[2J\\u202e\""), twice::seen);
    }

    private Diagnosis wrong(int port) throws Exception {
        return only(ExaminedRecord.seen(discovery, bridge(name, port, DEVICE, false), LOOPBACK).stream()
                .filter(each -> each.severity() != Severity.RIGHT)
                .toList());
    }

    private static Diagnosis only(List<Diagnosis> seen) {
        assertEquals(1, seen.size(), seen::toString);
        return seen.get(0);
    }
}
