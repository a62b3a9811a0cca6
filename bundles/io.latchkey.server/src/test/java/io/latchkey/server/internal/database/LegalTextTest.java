// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, serial numbers and revisions that iOS takes. */
class LegalTextTest {

    @Test
    void namesAreThoseThatItemsGet() {
        assertEquals("Küche oben", LegalText.name("Ku\u0308che 💡 (oben)"));
        assertEquals("Accessory", LegalText.name("💡"));
    }

    @ParameterizedTest
    @CsvSource({
        "5.3.0-SNAPSHOT, 5.3.0",
        "v2,             2",
        "1.02.3,         1.2.3",
        "1.2.3.4,        1.2.3",
        "none,           1.0.0",
        "'',             1.0.0",
        "99999999999.1,  4294967295.1",
        "007,            7"
    })
    void revisions(String wished, String legal) {
        assertEquals(legal, LegalText.revision(wished));
    }

    @Property(tries = 500)
    void everyTextFits(@ForAll String wished) {
        int bytes = LegalText.text(wished, "Unknown").getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes >= 1 && bytes <= 64);
        int model = LegalText.model(wished, "Unknown").getBytes(StandardCharsets.UTF_8).length;
        assertTrue(model >= 2 && model <= 64);
        int serial = LegalText.serialNumber(wished, "Lamp").getBytes(StandardCharsets.UTF_8).length;
        assertTrue(serial >= 2 && serial <= 64);
    }

    @Test
    void aModelOfOneCharacterIsCalledOne() {
        assertEquals("Model 7", LegalText.model("7", "Unknown"));
        assertEquals("T1", LegalText.model("T1", "Unknown"));
        assertEquals("Unknown", LegalText.model(" ", "Unknown"));
    }

    @Property(tries = 500)
    void everyRevisionIsLegal(@ForAll String wished) {
        assertTrue(LegalText.revision(wished).matches("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){0,2}"));
    }
}
