// SPDX-License-Identifier: EPL-2.0
package io.latchkey.health.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.Diagnosis;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.junit.jupiter.api.Test;

/** What a health check makes of what the doctor knows. */
class BridgeHealthCheckTest {
    private static final Diagnosis RIGHT =
            Diagnosis.right("home-whole", "home", "Shows 3 accessories, and all are there.");
    private static final Diagnosis MEND = Diagnosis.mend("accessory-absent", "home", "One is absent.", "So.", "Look.");
    private static final Diagnosis GONE =
            Diagnosis.unreachable("bridge-not-ready", "attic", "It doesn't listen.", "So.", "Wait.");

    @Test
    void theWorstCounts() {
        assertEquals(Result.Status.OK, result(RIGHT).getStatus());
        assertEquals(Result.Status.WARN, result(RIGHT, MEND).getStatus());
        assertEquals(Result.Status.CRITICAL, result(MEND, GONE, RIGHT).getStatus());
    }

    @Test
    void eachIsToldWithItsCode() {
        assertEquals(
                List.of(
                        "home-whole: bridge home: Shows 3 accessories, and all are there.",
                        "accessory-absent: bridge home: One is absent. Look."),
                texts(result(RIGHT, MEND)));
    }

    @Test
    void thatBridgesCannotRunIsCritical() {
        Result result = new BridgeHealthCheck(Optional::empty).execute();
        assertEquals(Result.Status.CRITICAL, result.getStatus());
        assertTrue(texts(result).get(0).contains("latchkey:doctor"));
    }

    private static Result result(Diagnosis... diagnoses) {
        return new BridgeHealthCheck(() -> Optional.of(() -> List.of(diagnoses))).execute();
    }

    private static List<String> texts(Result result) {
        return StreamSupport.stream(result.spliterator(), false)
                .map(ResultLog.Entry::getMessage)
                .toList();
    }
}
