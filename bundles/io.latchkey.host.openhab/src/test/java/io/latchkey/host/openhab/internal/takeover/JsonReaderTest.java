// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program has written is read; anything else is absent, however it is broken. */
class JsonReaderTest {
    @Test
    void allKindsOfValuesAreRead() {
        Object read = JsonReader.read(" {\"a\": [1.5, true, null, {}], \"b\\\"\\u0041\\n\" : \"x,]}\" } ")
                .orElseThrow();
        assertEquals(Map.of("a", List.of("1.5", "true", "null", Map.of()), "b\"A\n", "x,]}"), read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[", "{\"a\":", "{\"a\" 1}", "{1:2}", "\"open", "[\"\\u00\"]", "[,]"})
    void whatIsBrokenIsAbsent(String text) {
        assertEquals(Optional.empty(), JsonReader.read(text));
    }

    @Test
    void depthHasAnEnd() {
        assertTrue(JsonReader.read("[".repeat(100_000)).isEmpty());
    }

    @Property(tries = 300)
    void anyTextEndsQuietly(@ForAll String text) {
        JsonReader.read("[" + text + "]");
        OldService.of(text);
    }

    @Test
    void onlyObjectsOfAnArrayCount() {
        assertEquals(
                List.of(Map.of("a", "1")),
                JsonReader.objects(JsonReader.read("[{\"a\":1}, 2]").orElseThrow()));
        assertEquals(List.of(), JsonReader.objects("text"));
    }
}
