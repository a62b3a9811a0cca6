// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Severity;
import io.latchkey.api.discovery.Advertisement;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is heard, and the one thing that is wrong with it. */
class RecordComparisonTest {
    private static final Advertisement WANTED = SampleRecords.bridge("Hall", 21_000, SampleRecords.DEVICE, true);
    private static final InetAddress HERE = address("192.168.1.2");
    private static final InetAddress ELSEWHERE = address("192.168.1.9");

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static HeardRecord ours(int port, Map<String, String> other, InetAddress... addresses) {
        Map<String, String> text = new HashMap<>(WANTED.keys());
        text.putAll(other);
        return new HeardRecord("Hall", port, text, Set.of(addresses), true, HERE);
    }

    private static HeardRecord another(String name, String id) {
        return new HeardRecord(name, 4711, Map.of("id", id), Set.of(ELSEWHERE), false, ELSEWHERE);
    }

    private static Diagnosis only(Map<String, List<HeardRecord>> heard) {
        List<Diagnosis> seen = new RecordComparison("home", WANTED, Set.of(HERE)).of(heard);
        assertEquals(1, seen.size(), seen::toString);
        return seen.get(0);
    }

    @Test
    void recordAsMeantIsRight() {
        Diagnosis right = only(Map.of("eth0", List.of(ours(21_000, Map.of(), HERE), another("Lamp", "AA"))));
        assertEquals("record-seen", right.code());
        assertEquals(Severity.RIGHT, right.severity());
    }

    @Test
    void recordThatNobodyHearsIsUnreachable() {
        Diagnosis unseen = only(Map.of("eth0", List.of(another("Lamp", "AA"))));
        assertEquals("record-unseen", unseen.code());
        assertEquals(Severity.UNREACHABLE, unseen.severity());
    }

    @Test
    void recordUnseenOnOneOfTwoIsNamedWithTheInterface() {
        Diagnosis unseen = only(Map.of("eth0", List.of(ours(21_000, Map.of(), HERE)), "wlan0", List.of()));
        assertEquals("record-unseen", unseen.code());
        assertEquals(Severity.MEND, unseen.severity());
        assertTrue(unseen.seen().contains("wlan0") && !unseen.seen().contains("eth0"), unseen::seen);
    }

    @Test
    void oldPortIsNamed() {
        Diagnosis port = only(Map.of("eth0", List.of(ours(20_999, Map.of(), HERE))));
        assertEquals("record-port", port.code());
        assertTrue(port.seen().contains("20999"), port::seen);
    }

    @Test
    void addressThatIsGoneIsNamed() {
        Diagnosis address = only(Map.of("eth0", List.of(ours(21_000, Map.of(), HERE, ELSEWHERE))));
        assertEquals("record-address", address.code());
        assertTrue(address.seen().contains("192.168.1.9"), address::seen);
    }

    @Test
    void stateThatIsNotSoIsNamed() {
        assertEquals(
                "record-state",
                only(Map.of("eth0", List.of(ours(21_000, Map.of("sf", "1"), HERE))))
                        .code());
    }

    @Test
    void otherMachineWithOurIdIsNamedWhateverItsName() {
        String id = SampleRecords.DEVICE.text();
        Diagnosis twice = only(Map.of("eth0", List.of(ours(21_000, Map.of(), HERE), another("Copy", id))));
        assertEquals("id-twice", twice.code());
        assertTrue(twice.seen().contains("192.168.1.9"), twice::seen);
    }

    @Test
    void otherMachineWithOurNameIsNamed() {
        assertEquals(
                "name-twice",
                only(Map.of("eth0", List.of(ours(21_000, Map.of(), HERE), another("hall", "AA"))))
                        .code());
    }
}
