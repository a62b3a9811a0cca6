// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.EnablingStatus;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the doctor says of bridges that an item switches. */
class EnablingExaminationTest {
    private final FixedRuntime runtime = new FixedRuntime();
    private final ExaminedBridge guests = runtime.bridge("guests", State.READY, 1, 2);

    private List<Diagnosis> seen() {
        return new EnablingExamination(runtime)
                .examine(List.of(guests))
                .toCompletableFuture()
                .join();
    }

    @Test
    void aBridgeThatNothingSwitchesIsNotNamed() {
        assertEquals(List.of(), seen());
    }

    @Test
    void aBridgeThatIsOffIsRight() {
        runtime.enabling.add(new EnablingStatus("guests", "Guests", false, Optional.empty()));
        runtime.enabling.add(new EnablingStatus("other", "Guests", false, Optional.empty()));
        assertEquals(1, seen().size());
        assertEquals(Severity.RIGHT, seen().get(0).severity());
        assertTrue(seen().get(0).seen().contains("switched it off"));
    }

    @Test
    void anItemThatSaysNothingIsNamed() {
        runtime.enabling.add(new EnablingStatus("guests", "Guests", false, Optional.of("item Guests isn't there")));
        assertEquals("enabling-item", seen().get(0).code());
        assertTrue(seen().get(0).seen().contains("item Guests isn't there"));
    }
}
