// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of several services of one kind, who goes first. */
class RankedServicesTest {
    @Test
    void higherRankingsGoFirst() {
        RankedServices<String> ranked = new RankedServices<>();
        ranked.add("late", Map.of("service.id", 9L));
        ranked.add("early", Map.of("service.id", 3L));
        ranked.add("high", Map.of("service.id", 12L, "service.ranking", 5));
        ranked.add("low", Map.of("service.id", 1L, "service.ranking", -5));
        assertEquals(List.of("high", "early", "late", "low"), ranked.all());
        ranked.remove("high");
        assertEquals(List.of("early", "late", "low"), ranked.all());
    }
}
