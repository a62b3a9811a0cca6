// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.HSBType;
import org.openhab.core.library.types.IncreaseDecreaseType;
import org.openhab.core.library.types.NextPreviousType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.PercentType;
import org.openhab.core.library.types.PlayPauseType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.RewindFastforwardType;
import org.openhab.core.library.types.StopMoveType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.library.types.UpDownType;
import org.openhab.core.types.Command;

class CommandTranslationTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final BigDecimal ONE = BigDecimal.ONE;

    static Stream<Arguments> commands() {
        return Stream.of(
                arguments(ItemState.OnOff.ON, "", OnOffType.ON),
                arguments(ItemState.OnOff.OFF, "", OnOffType.OFF),
                arguments(ItemState.Percent.of(42), "", new PercentType(42)),
                arguments(new ItemState.Hsb(ONE, ONE, ONE), "", new HSBType("1,1,1")),
                arguments(ItemState.Quantity.of("21.5"), "", new DecimalType("21.5")),
                arguments(ItemState.Quantity.of("21.5"), "°C", new QuantityType<>("21.5 °C")),
                arguments(ItemState.Quantity.of("370", "mired"), "K", new QuantityType<>("370 mired")),
                arguments(ItemState.Quantity.of("2700", "K"), "", new DecimalType("2700")),
                arguments(ItemState.Quantity.of("1E+3"), "W", new QuantityType<>("1000 W")),
                arguments(new ItemState.Text("a b"), "", new StringType("a b")),
                arguments(new ItemState.Moment(NOON), "", new DateTimeType(NOON)),
                arguments(ItemState.PlayPause.PLAY, "", PlayPauseType.PLAY),
                arguments(ItemState.PlayPause.PAUSE, "", PlayPauseType.PAUSE),
                arguments(ItemState.Winding.REWIND, "", RewindFastforwardType.REWIND),
                arguments(ItemState.Winding.FASTFORWARD, "", RewindFastforwardType.FASTFORWARD),
                arguments(ItemCommand.UpDown.UP, "", UpDownType.UP),
                arguments(ItemCommand.UpDown.DOWN, "", UpDownType.DOWN),
                arguments(ItemCommand.StopMove.STOP, "", StopMoveType.STOP),
                arguments(ItemCommand.StopMove.MOVE, "", StopMoveType.MOVE),
                arguments(ItemCommand.IncreaseDecrease.INCREASE, "", IncreaseDecreaseType.INCREASE),
                arguments(ItemCommand.IncreaseDecrease.DECREASE, "", IncreaseDecreaseType.DECREASE),
                arguments(ItemCommand.NextPrevious.NEXT, "", NextPreviousType.NEXT),
                arguments(ItemCommand.NextPrevious.PREVIOUS, "", NextPreviousType.PREVIOUS));
    }

    @ParameterizedTest(name = "{0} [{1}]")
    @MethodSource("commands")
    void eachCommand(ItemCommand command, String unit, Command expected) {
        assertEquals(
                expected, CommandTranslation.write(command, Optional.of(unit).filter(symbol -> !symbol.isEmpty())));
    }

    @ParameterizedTest(name = "{0} [{1}]")
    @MethodSource("commands")
    void whatPeopleReadStays(ItemCommand command, String unit, Command expected) {
        String text = CommandTranslation.write(command, Optional.empty()).toFullString();
        String number = command instanceof ItemState.Quantity quantity
                ? quantity.number().toPlainString()
                : command.text();
        assertEquals(number, text);
    }
}
