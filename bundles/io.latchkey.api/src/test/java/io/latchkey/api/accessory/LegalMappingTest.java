// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import static io.latchkey.api.accessory.SampleMappings.FED;
import static io.latchkey.api.accessory.SampleMappings.MAPPINGS;
import static io.latchkey.api.accessory.SampleMappings.context;
import static io.latchkey.api.accessory.SampleMappings.role;
import static io.latchkey.api.accessory.SampleMappings.shown;
import static io.latchkey.api.accessory.SampleMappings.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an item tells and people note, nothing illegal is ever shown. */
class LegalMappingTest {
    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void nothingIllegalEverComesOut(
            @ForAll("mappings") String mapping,
            @ForAll("states") String text,
            @ForAll("options") Map<String, String> options) {
        ItemType type = mapping.equals("text") ? ItemType.STRING : ItemType.NUMBER;
        MappingContext context =
                new MappingContext(role(mapping), Item.of("It", type).build(), new Metadata("", Map.copyOf(options)));
        ItemState state = ItemState.parse(type, text).orElse(new ItemState.Text(text));
        shown(mapping, state, context)
                .ifPresent(legal -> assertEquals(
                        Optional.of(legal),
                        MAPPINGS.get(mapping)
                                .constraints(context)
                                .accept(FED.get(mapping).format(), legal)));
    }

    @Provide
    Arbitrary<String> mappings() {
        return Arbitraries.of(MAPPINGS.keySet());
    }

    @Provide
    Arbitrary<String> states() {
        Arbitrary<String> numbers = Arbitraries.bigDecimals().map(BigDecimal::toPlainString);
        Arbitrary<String> units = Arbitraries.of("", " K", " °F", " %", " klx", " ppb");
        return Arbitraries.oneOf(
                Arbitraries.strings(), Combinators.combine(numbers, units).as(String::concat));
    }

    @Provide
    Arbitrary<Map<String, String>> options() {
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.doubles().between(-1000, 7000).ofScale(2).map(String::valueOf),
                Arbitraries.of("0 K", "2700 K", "6500 K", "0", "1e30", "x", "0.1", "0.0001"));
        return Arbitraries.maps(
                Arbitraries.of(
                        "minValue", "maxValue", "step", "inverted", "HEAT", "lowThreshold", "homekitMultiplicator"),
                values);
    }
}
