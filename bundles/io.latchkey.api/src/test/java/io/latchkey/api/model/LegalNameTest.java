// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that iOS takes. */
class LegalNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Kitchen lamp | Kitchen lamp",
                "\"  Lamp!!! (new)  \" | Lamp new",
                "\"Lamp\tof\u00A0the\u2003hall\" | Lamp of the hall",
                "Peter's lamp' | Peter's lamp",
                "Mia's B\u00fcro 2 | Mia's B\u00fcro 2",
                "Peter\u2019s lamp | Peter's lamp",
                "Peter\u00B4s lamp | Peter's lamp",
                "'n Hall | n Hall",
                "Kitchen_Lamp-2.1 | Kitchen Lamp 2 1",
                "Hall & stairs / 50 % | Hall stairs 50",
                "Küche № 1 | Küche 1",
                "Ku\u0308che | Küche",
                "Room ² | Room ²",
                "💡 Lamp 💡 | Lamp",
                "Lamp 👨\u200D👩\u200D👧 left | Lamp left",
                "🇩🇪 | Other",
                "Lamp ❤\uFE0F | Lamp",
                "Lamp 7\uFE0F\u20E3 | Lamp 7",
                "La\u00ADmp\u200B | Lamp",
                "क\u094D\u200Dष | क\u094Dष",
                "--- | Other",
                "' | Other",
                "\"\" | Other",
                "居间灯 | 居间灯",
                "ห้องครัว | ห้องครัว",
                "रसोई | रसोई",
                "\u0301Lamp | Lamp",
                "7 | 7",
            })
    void namesAreMadeLegal(String text, String name) {
        assertEquals(name, legal(text));
    }

    @Test
    void longNamesAreCutBetweenLetters() {
        assertEquals("x".repeat(63), legal("x".repeat(80)));
        assertEquals("ü".repeat(31), legal("ü".repeat(80)));
        assertEquals("灯".repeat(21), legal("灯".repeat(80)));
        assertEquals("x".repeat(62), legal("x".repeat(62) + " y"), "no space at the end");
    }

    @Test
    void anyLengthIsRead() {
        assertEquals("Other", legal("! \u0308".repeat(200_000)));
        assertEquals("a b", legal("a" + " !\u0308 ".repeat(200_000) + "b"));
    }

    @Test
    void aNumberFollowsNamesOfAnyLength() {
        assertEquals("Latchkey 2", LegalName.numbered("Latchkey", "2"));
        assertEquals("a".repeat(60) + " 10", LegalName.numbered("a".repeat(60) + " bc", "10"));
    }

    @Property(tries = 500)
    void anyNameIsMadeLegal(@ForAll String text) {
        String name = legal(text);
        assertTrue(name.matches("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N} ']*[\\p{L}\\p{M}\\p{N}])?"), name);
        assertTrue(!name.contains("  "), name);
        assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 63, name);
        assertEquals(name, legal(name), "legal names stay");
    }

    private static String legal(String text) {
        return LegalName.of(text).orElse("Other");
    }
}
