// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs read. */
class JsonWriterTest {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9a-f]{4})|.)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain | \"plain\"",
                "say \"no\" | \"say \\\"no\\\"\"",
                "C:\\lamp | \"C:\\\\lamp\"",
                "Küche | \"K\\u00fcche\"",
                "💡 | \"\\ud83d\\udca1\"",
                "</script> | \"</script>\"",
                "`` | \"\"",
            })
    void textsAreQuoted(String text, String json) {
        assertEquals(json, JsonWriter.of(text));
    }

    @Test
    void lineEndsAndControlsAreEscaped() {
        assertEquals("\"a\\nb\\u0009c\\u0000\\u2028\\u007f\"", JsonWriter.of("a\nb\tc\0\u2028\u007f"));
    }

    @Property(tries = 500)
    void anyTextComesBack(@ForAll String text) {
        String json = JsonWriter.of(text);
        assertTrue(json.chars().allMatch(unit -> unit >= ' ' && unit <= '~'), json);
        assertEquals(text, read(json.substring(1, json.length() - 1)));
    }

    @Test
    void whatHoldsOthersHasLinesOfItsOwn() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("count", 2);
        map.put("fine", true);
        map.put("all", List.of("a", Map.of("b", List.of())));
        assertEquals("""
                {
                  "count": 2,
                  "fine": true,
                  "all": [
                    "a",
                    {
                      "b": []
                    }
                  ]
                }""", JsonWriter.of(map));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> JsonWriter.of(1.5));
    }

    private static String read(String quoted) {
        Matcher escapes = ESCAPE.matcher(quoted);
        StringBuilder text = new StringBuilder();
        while (escapes.find()) {
            escapes.appendReplacement(text, "");
            text.append(character(escapes));
        }
        return escapes.appendTail(text).toString();
    }

    private static char character(Matcher escape) {
        if (escape.group(2) != null) {
            return (char) Integer.parseInt(escape.group(2), 16);
        }
        return escape.group(1).equals("n") ? '\n' : escape.group(1).charAt(0);
    }
}
