// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.Diagnosis;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Versions with which trouble is known are named, and no others. */
class VersionExaminationTest {

    @Test
    void plainKarafOnAJavaThatItDidNotRunOnIsNamed() {
        List<Diagnosis> seen = seen(25, "4.4.10", false);
        assertEquals(1, seen.size(), seen::toString);
        assertEquals("version-trouble", seen.get(0).code());
        assertTrue(seen.get(0).seen().contains("Java 25, Karaf 4.4.10"), seen.get(0)::seen);
    }

    @Test
    void whatIsSupportedIsNot() {
        assertEquals(List.of(), seen(17, "4.4.10", false));
        assertEquals(List.of(), seen(21, "4.4.10", false));
        assertEquals(List.of(), seen(25, "4.4.10", true));
        assertEquals(List.of(), seen(25, "", false));
    }

    private static List<Diagnosis> seen(int java, String karaf, boolean isOpenhab) {
        return new VersionExamination(new KnownTrouble.HostVersions(java, karaf, isOpenhab))
                .examine(List.of())
                .toCompletableFuture()
                .join();
    }
}
