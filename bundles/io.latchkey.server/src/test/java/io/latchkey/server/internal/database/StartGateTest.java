// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class StartGateTest {
    @Test
    void whoeverIsThereIsWaitedFor() {
        StartGate gate = new StartGate(Set.of());
        gate.join("one");
        gate.join("two");
        gate.complete("one");
        assertFalse(gate.isOpen());
        gate.complete("two");
        assertTrue(gate.isOpen());
    }

    @Test
    void whoeverWasThereInTheLastRunIsWaitedFor() {
        StartGate gate = new StartGate(Set.of("before"));
        gate.join("one");
        gate.complete("one");
        assertFalse(gate.isOpen());
        assertFalse(gate.awaitsNobody());
        assertEquals(Set.of("before"), gate.force());
        assertTrue(gate.isOpen());
    }

    @Test
    void whoeverSaysNothingIsNotWaitedForLong() {
        StartGate gate = new StartGate(Set.of());
        gate.join("silent");
        assertFalse(gate.isOpen());
        assertTrue(gate.awaitsNobody());
        gate.begin("silent");
        assertFalse(gate.awaitsNobody(), "it has begun and may have more");
    }

    @Test
    void aBridgeWithoutProvidersIsNotWhole() {
        assertFalse(new StartGate(Set.of()).isOpen());
    }
}
