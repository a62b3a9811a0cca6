// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States, commands, items and metadata as people and files write them. */
class ItemStateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SWITCH | ON | ON",
                "SWITCH | off | OFF",
                "SWITCH | 1 | ''",
                "SWITCH | NULL | NULL",
                "NUMBER | UNDEF | UNDEF",
                "DIMMER | 42.5 | 42.5",
                "DIMMER | 42 % | 42",
                "DIMMER | ON | 100",
                "DIMMER | 101 | ''",
                "DIMMER | -1 | ''",
                "COLOR | 120,100,50 | 120,100,50",
                "COLOR | 120, 100, 50 | 120,100,50",
                "COLOR | 361,100,50 | ''",
                "COLOR | 120,100 | ''",
                "COLOR | 30 | 30",
                "NUMBER | 21.5 °C | 21.5 °C",
                "NUMBER | 21.5°C | 21.5 °C",
                "NUMBER | 1e3 | 1000",
                "NUMBER | -.5 | -0.5",
                "NUMBER | 1e999 | ''",
                "NUMBER | warm | ''",
                "NUMBER | NaN | ''",
                "CONTACT | open | OPEN",
                "CONTACT | ON | ''",
                "ROLLERSHUTTER | UP | 0",
                "ROLLERSHUTTER | DOWN | 100",
                "STRING | anything | anything",
                "PLAYER | PLAY | PLAY",
                "PLAYER | REWIND | REWIND",
                "DATETIME | 2026-11-21T04:43:00Z | 2026-11-21T04:43:00Z",
                "DATETIME | 2026-11-21T04:43:00.000+0100 | 2026-11-21T03:43:00Z",
                "DATETIME | 2026-11-21T04:43:00.1+0100 | 2026-11-21T03:43:00.100Z",
                "DATETIME | 2026-11-21T04:43:00.123456+0100 | 2026-11-21T03:43:00.123456Z",
                "DATETIME | 2026-11-21T04:43:00.123456789+0100 | 2026-11-21T03:43:00.123456789Z",
                "DATETIME | 2026-11-21T04:43:00.123456789-0330 | 2026-11-21T08:13:00.123456789Z",
                "DATETIME | 2026-11-21T04:43:00+01:00 | 2026-11-21T03:43:00Z",
                "DATETIME | 2026-11-21T04:43:00+01 | 2026-11-21T03:43:00Z",
                "DATETIME | 2026-11-21T04:43+0000 | 2026-11-21T04:43:00Z",
                "DATETIME | 2026-07-21T04:43:00+02:00[Europe/Berlin] | 2026-07-21T02:43:00Z",
                "DATETIME | 2026-07-21T04:43:00[Europe/Berlin] | 2026-07-21T02:43:00Z",
                "DATETIME | 2026-02-30T04:43:00Z | ''",
                "DATETIME | yesterday | ''",
                "NUMBER | 21.33333333333333333333333333333333 °C | 21.33333333333333333333333333333333 °C",
                "DIMMER | 33.33333333333333333333333333333333 | 33.33333333333333333333333333333333",
                "COLOR | 12.333333333333333333333333333333333,1,2 | 12.333333333333333333333333333333333,1,2",
                "NUMBER | 0.00000001234567890123456789012345678901234 kg/m³ | 0.00000001234567890123456789012345678901234 kg/m³",
                "NUMBER | 1.2E-8 kg/m³ | 0.000000012 kg/m³",
                "NUMBER | 12 1/m | 12 1/m",
                "NUMBER | 5 m³/h | 5 m³/h",
                "NUMBER | 0.87 one | 0.87 one",
                "IMAGE | data:image/png;base64,iVBORw0KGgo= | UNDEF",
                "LOCATION | 48.1,11.5,500 | 48.1,11.5,500",
                "CALL | +4930123,+4989456 | +4930123,+4989456",
            })
    void statesAreRead(ItemType type, String text, String read) {
        assertEquals(read, ItemState.parse(type, text).map(ItemState::text).orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SWITCH | ON | ON",
                "DIMMER | INCREASE | INCREASE",
                "DIMMER | 7 | 7",
                "COLOR | 1,2,3 | 1,2,3",
                "ROLLERSHUTTER | STOP | STOP",
                "ROLLERSHUTTER | up | UP",
                "CONTACT | OPEN | ''",
                "PLAYER | NEXT | NEXT",
                "NUMBER | 20.5 °C | 20.5 °C",
                "SWITCH | NULL | ''",
                "GROUP | ON | ''",
            })
    void commandsAreRead(ItemType type, String text, String read) {
        assertEquals(read, ItemCommand.parse(type, text).map(ItemCommand::text).orElse(""));
    }

    @Property
    void anyTextIsReadAndWhatIsReadIsReadAgain(@ForAll ItemType type, @ForAll String text) {
        ItemState.parse(type, text)
                .ifPresent(state -> assertEquals(
                        state.text(),
                        ItemState.parse(type, state.text()).map(ItemState::text).orElse("nothing")));
    }

    /** As a file without zones is read where it was written. */
    @Test
    void aMomentWithoutAZoneIsOfThisComputer() {
        assertEquals(
                LocalDateTime.parse("2026-11-21T04:43:00")
                        .atZone(ZoneId.systemDefault())
                        .toInstant()
                        .toString(),
                ItemState.parse(ItemType.DATETIME, "2026-11-21T04:43:00")
                        .orElseThrow()
                        .text());
    }

    @Property
    void numbersWithAnExponentAreReadAgain(@ForAll("digits") String digits, @ForAll int exponent) {
        String text = digits + "e" + exponent % 100;
        ItemState.parse(ItemType.NUMBER, text)
                .ifPresent(state -> assertEquals(
                        Optional.of(state.text()),
                        ItemState.parse(ItemType.NUMBER, state.text()).map(ItemState::text),
                        text));
    }

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(120).map(digits -> "0." + digits);
    }

    @Property
    void numbersKeepTheirDigits(@ForAll BigDecimal number) {
        if (number.toPlainString().length() < 28) {
            ItemState state =
                    ItemState.parse(ItemType.NUMBER, number.toPlainString()).orElseThrow();
            assertEquals(0, ((ItemState.Quantity) state).number().compareTo(number));
        }
    }

    @Test
    void partsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ItemState.Percent.of(101));
        BigDecimal half = new BigDecimal("50");
        assertThrows(IllegalArgumentException.class, () -> new ItemState.Hsb(new BigDecimal("-1"), half, half));
        assertThrows(
                IllegalArgumentException.class,
                () -> Item.of("", ItemType.SWITCH).build());
        assertThrows(IllegalArgumentException.class, () -> new Metadata("", Map.of("odd", 1)));
    }

    @Test
    void typesAreFoundByName() {
        assertEquals(ItemType.NUMBER, ItemType.of("Number:Temperature").orElseThrow());
        assertEquals(ItemType.DATETIME, ItemType.of("datetime").orElseThrow());
        assertTrue(ItemType.of("Thing").isEmpty());
    }

    @Test
    void optionsComeInEveryShape() {
        Metadata metadata = new Metadata(
                "Lighting",
                Map.of(
                        "text",
                        "yes",
                        "truth",
                        true,
                        "number",
                        new BigDecimal("1E+2"),
                        "list",
                        List.of("a", "b"),
                        "no",
                        "nope"));
        assertEquals(true, metadata.flag("text").orElseThrow());
        assertEquals(true, metadata.flag("truth").orElseThrow());
        assertEquals(false, metadata.flag("no").orElseThrow());
        assertTrue(metadata.flag("absent").isEmpty());
        assertEquals("100", metadata.text("number").orElseThrow());
        assertEquals(List.of("a", "b"), metadata.texts("list"));
    }

    @ParameterizedTest
    @CsvSource({
        "2.0, 2",
        "100.00, 100",
        "0.0, 0",
        "-3.0, -3",
        "2.50, 2.50",
        "0.1, 0.1",
        "1E+2, 1E+2",
        "1E+999999, 1E+999999"
    })
    void aWholeNumberHasNoFraction(BigDecimal given, BigDecimal kept) {
        Metadata metadata = new Metadata("", Map.of("number", given, "list", List.of(given)));
        assertEquals(new Metadata("", Map.of("number", kept, "list", List.of(kept))), metadata);
        assertEquals(kept, metadata.options().get("number"));
        assertEquals(List.of(kept), metadata.options().get("list"));
    }

    @Test
    void aGroupHasTheValuesOfItsBase() {
        Item plain = Item.of("G", ItemType.GROUP).build();
        Item based = Item.of("G", ItemType.GROUP).groupType(ItemType.DIMMER).build();
        assertEquals(ItemType.GROUP, plain.valueType());
        assertEquals(ItemType.DIMMER, based.valueType());
        assertEquals(based, based.with(ItemState.Percent.of(5)).definition());
    }
}
