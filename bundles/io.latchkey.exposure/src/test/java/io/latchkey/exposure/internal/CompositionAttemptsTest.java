// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One that composes, one that comes meanwhile, and one that hangs and comes back. */
class CompositionAttemptsTest {
    private final CompositionAttempts attempts = new CompositionAttempts();
    private final List<String> changes = new ArrayList<>();

    @Test
    void whoComesMeanwhileIsDoneAfterwards() {
        CompositionAttempts.Attempt first = attempts.begin().orElseThrow();
        assertEquals(Optional.empty(), attempts.begin());
        assertTrue(first.change(() -> changes.add("first")));
        assertTrue(first.end(), "another is due");
        assertFalse(attempts.begin().orElseThrow().end());
        assertEquals(List.of("first"), changes);
    }

    @Test
    void whoWasGivenUpChangesNothingAndGetsNothingThatOthersUse() {
        CompositionAttempts.Attempt hanging = attempts.begin().orElseThrow();
        attempts.giveUp(() -> changes.add("given up"));
        CompositionAttempts.Attempt next = attempts.begin().orElseThrow();
        assertFalse(hanging.change(() -> changes.add("hanging")));
        assertEquals(Optional.empty(), hanging.get(() -> "what others use"));
        assertFalse(hanging.end());
        assertTrue(next.change(() -> changes.add("next")), "its end doesn't end another");
        assertEquals(List.of("given up", "next"), changes);
    }

    @Test
    void nobodyBeginsAfterTheEnd() {
        CompositionAttempts.Attempt open = attempts.begin().orElseThrow();
        attempts.close(() -> changes.add("closed"));
        assertFalse(open.change(() -> changes.add("open")));
        assertEquals(Optional.empty(), attempts.begin());
        assertEquals(List.of("closed"), changes);
    }
}
