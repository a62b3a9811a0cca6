// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that iOS takes. */
class NamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Kitchen lamp | Kitchen lamp",
                "\"  Lamp!!! (new)  \" | Lamp new",
                "\"Lamp\tof\u00A0the\u2003hall\" | Lamp of the hall",
                "Peter's lamp' | Peter's lamp",
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
        assertEquals(name, Names.legal(text, "Other"));
    }

    @Test
    void longNamesAreCutBetweenLetters() {
        assertEquals("x".repeat(63), Names.legal("x".repeat(80), "Other"));
        assertEquals("ü".repeat(31), Names.legal("ü".repeat(80), "Other"));
        assertEquals("灯".repeat(21), Names.legal("灯".repeat(80), "Other"));
        assertEquals("x".repeat(62), Names.legal("x".repeat(62) + " y", "Other"), "no space at the end");
    }

    @Test
    void anyLengthIsRead() {
        assertEquals("Other", Names.legal("! \u0308".repeat(200_000), "Other"));
        assertEquals("a b", Names.legal("a" + " !\u0308 ".repeat(200_000) + "b", "Other"));
    }

    @Test
    void theSecondNameIsMadeLegalToo() {
        assertEquals("Lamp 1", Names.legal("!", "Lamp_1"));
        assertEquals("Accessory", Names.legal("!", "_"));
    }

    @Property(tries = 500)
    void anyNameIsMadeLegal(@ForAll String text) {
        String name = Names.legal(text, text);
        assertTrue(name.matches("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N} ']*[\\p{L}\\p{M}\\p{N}])?"), name);
        assertTrue(!name.contains("  "), name);
        assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 63, name);
        assertEquals(name, Names.legal(name, "Other"), "legal names stay");
    }
}
