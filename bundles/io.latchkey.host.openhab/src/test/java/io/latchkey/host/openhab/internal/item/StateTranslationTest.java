// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.HSBType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.OpenClosedType;
import org.openhab.core.library.types.PercentType;
import org.openhab.core.library.types.PlayPauseType;
import org.openhab.core.library.types.PointType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.RawType;
import org.openhab.core.library.types.RewindFastforwardType;
import org.openhab.core.library.types.StringListType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.library.types.UpDownType;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

class StateTranslationTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    static Stream<Arguments> states() {
        return Stream.of(
                arguments(ItemType.SWITCH, OnOffType.ON, ItemState.OnOff.ON),
                arguments(ItemType.SWITCH, OnOffType.OFF, ItemState.OnOff.OFF),
                arguments(ItemType.DIMMER, new PercentType("33.5"), percent("33.5")),
                arguments(ItemType.DIMMER, OnOffType.ON, percent("100")),
                arguments(ItemType.COLOR, new HSBType("120,50,25.5"), hsb("120", "50", "25.5")),
                arguments(ItemType.COLOR, new PercentType(7), percent("7")),
                arguments(ItemType.CONTACT, OpenClosedType.OPEN, new ItemState.OpenClosed(true)),
                arguments(ItemType.CONTACT, OpenClosedType.CLOSED, new ItemState.OpenClosed(false)),
                arguments(ItemType.ROLLERSHUTTER, new PercentType(30), percent("30")),
                arguments(ItemType.ROLLERSHUTTER, UpDownType.UP, percent("0")),
                arguments(ItemType.ROLLERSHUTTER, UpDownType.DOWN, percent("100")),
                arguments(ItemType.NUMBER, new DecimalType("40"), ItemState.Quantity.of("40")),
                arguments(ItemType.NUMBER, new DecimalType("-1E3"), ItemState.Quantity.of("-1E3")),
                arguments(ItemType.NUMBER, new PercentType(40), ItemState.Quantity.of("40")),
                arguments(ItemType.NUMBER, new QuantityType<>("21.5 °C"), ItemState.Quantity.of("21.5", "°C")),
                arguments(ItemType.NUMBER, new QuantityType<>("5 kW h"), ItemState.Quantity.of("5", "kW h")),
                arguments(ItemType.NUMBER, new QuantityType<>("5"), ItemState.Quantity.of("5")),
                arguments(ItemType.STRING, new StringType("Höhe 1"), new ItemState.Text("Höhe 1")),
                arguments(ItemType.STRING, StringType.EMPTY, new ItemState.Text("")),
                arguments(ItemType.STRING, new DateTimeType(NOON), new ItemState.Text(NOON.toString())),
                arguments(ItemType.DATETIME, new DateTimeType(NOON), new ItemState.Moment(NOON)),
                arguments(ItemType.PLAYER, PlayPauseType.PAUSE, ItemState.PlayPause.PAUSE),
                arguments(ItemType.PLAYER, RewindFastforwardType.REWIND, ItemState.Winding.REWIND),
                arguments(
                        ItemType.LOCATION,
                        new PointType(new DecimalType("52.5"), new DecimalType("13.4")),
                        new ItemState.Text("52.5,13.4")),
                arguments(ItemType.CALL, new StringListType(List.of("030", "040")), new ItemState.Text("030,040")),
                arguments(ItemType.IMAGE, new RawType(new byte[] {1}, "image/png"), ItemState.Missing.UNDEF),
                arguments(ItemType.GROUP, OnOffType.ON, new ItemState.Text("ON")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("states")
    void eachStateOfEachType(ItemType type, State state, ItemState expected) {
        assertEquals(Optional.of(expected), StateTranslation.read(type, state));
    }

    @ParameterizedTest
    @EnumSource
    void aMissingStateIsMissingInEveryType(ItemType type) {
        assertEquals(Optional.of(ItemState.Missing.NULL), StateTranslation.read(type, UnDefType.NULL));
        assertEquals(Optional.of(ItemState.Missing.UNDEF), StateTranslation.read(type, UnDefType.UNDEF));
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                arguments(ItemType.SWITCH, new PercentType(50)),
                arguments(ItemType.SWITCH, new StringType("maybe")),
                arguments(ItemType.CONTACT, OnOffType.ON),
                arguments(ItemType.DIMMER, new DecimalType(101)),
                arguments(ItemType.DIMMER, new StringType("much")),
                arguments(ItemType.COLOR, new DecimalType(-1)),
                arguments(ItemType.ROLLERSHUTTER, OpenClosedType.OPEN),
                arguments(ItemType.NUMBER, new StringType("many")),
                arguments(ItemType.NUMBER, OnOffType.ON),
                arguments(ItemType.DATETIME, new DecimalType(1)),
                arguments(ItemType.PLAYER, OnOffType.ON));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("strangers")
    void aStateThatATypeCannotHaveIsNone(ItemType type, State state) {
        assertEquals(Optional.empty(), StateTranslation.read(type, state));
    }

    @Test
    void everyTypeIsTried() {
        List<Object> tried =
                states().map(arguments -> arguments.get()[0]).distinct().toList();
        assertEquals(
                List.of(),
                Arrays.stream(ItemType.values())
                        .filter(type -> !tried.contains(type))
                        .toList());
    }

    private static ItemState percent(String number) {
        return new ItemState.Percent(new BigDecimal(number));
    }

    private static ItemState hsb(String hue, String saturation, String brightness) {
        return new ItemState.Hsb(new BigDecimal(hue), new BigDecimal(saturation), new BigDecimal(brightness));
    }
}
