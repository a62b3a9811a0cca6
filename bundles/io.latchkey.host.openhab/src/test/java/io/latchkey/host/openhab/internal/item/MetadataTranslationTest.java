// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.latchkey.api.item.Metadata;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.core.items.MetadataKey;

class MetadataTranslationTest {
    private final MetadataTranslation translation = new MetadataTranslation();

    static Stream<Arguments> options() {
        return Stream.of(
                arguments("true", "true"),
                arguments(true, true),
                arguments(new BigDecimal("10.5"), new BigDecimal("10.5")),
                arguments(new BigDecimal("20.0"), new BigDecimal("20")),
                arguments(new BigDecimal("1E+2"), new BigDecimal("1E+2")),
                arguments(20, new BigDecimal("20")),
                arguments(20L, new BigDecimal("20")),
                arguments(20.0, new BigDecimal("20")),
                arguments(100.0, new BigDecimal("100")),
                arguments(0.1, new BigDecimal("0.1")),
                arguments(10.5f, new BigDecimal("10.5")),
                arguments(Double.NaN, "NaN"),
                arguments(Double.POSITIVE_INFINITY, "Infinity"),
                arguments(List.of("a", true, 2), List.of("a", true, new BigDecimal("2"))),
                arguments(Arrays.asList("a", null), List.of("a")),
                arguments(new String[] {"a", "b"}, List.of("a", "b")),
                arguments(List.of(List.of(1.0)), List.of(List.of(new BigDecimal("1")))),
                arguments(List.of("a", Map.of("b", 1)), List.of("a")),
                arguments(List.of(List.of(new BigDecimal("2.0"), "x")), List.of(List.of(new BigDecimal("2"), "x"))),
                arguments('x', "x"));
    }

    @ParameterizedTest
    @MethodSource("options")
    void eachShape(Object given, Object expected) {
        assertEquals(new Metadata("Lighting", Map.of("key", expected)), read("Lighting", Map.of("key", given)));
    }

    /** What its database gives back of the 2 of a form: a Double until the restart, then a BigDecimal with a fraction. */
    @ParameterizedTest
    @MethodSource("twos")
    void theNumberOfABridgeIsTheSameBeforeAndAfterARestart(Object two) {
        assertEquals(Optional.of("2"), read("Lighting", Map.of("instance", two)).text("instance"));
        assertEquals(
                List.of("2"), read("Lighting", Map.of("instance", List.of(two))).texts("instance"));
    }

    static Stream<Object> twos() {
        return Stream.of(2, 2L, 2.0, 2.0f, new BigDecimal("2"), new BigDecimal("2.0"), new BigDecimal("2.000"), "2");
    }

    @Test
    void anOptionOrATextThatIsNotThereIsPassedOver() {
        Map<String, Object> options = new HashMap<>();
        options.put("form", Map.of("a", "b"));
        options.put("gone", null);
        assertEquals(Metadata.NONE, read(null, options));
        assertEquals(Metadata.NONE, read("", null));
    }

    private Metadata read(String value, Map<String, Object> options) {
        return translation.read(
                new org.openhab.core.items.Metadata(new MetadataKey("homekit", "Lamp"), value, options));
    }
}
