// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import java.util.Optional;
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

/** What one of our commands is in openHAB's words. Pure; whether an item takes it is asked elsewhere. */
final class CommandTranslation {
    private CommandTranslation() {}

    /**
     * Writes a command.
     *
     * @param unit the unit of the item when it has a dimension: numbers then carry one, and others don't
     * @throws IllegalArgumentException when openHAB doesn't know the unit
     */
    static Command write(ItemCommand command, Optional<String> unit) {
        if (command instanceof ItemState.Quantity quantity) {
            return number(quantity, unit);
        }
        if (command instanceof ItemState.OnOff onOff) {
            return OnOffType.from(onOff.on());
        }
        if (command instanceof ItemState.Percent percent) {
            return new PercentType(percent.number());
        }
        if (command instanceof ItemState.Hsb colour) {
            return new HSBType(
                    new DecimalType(colour.hue()),
                    new PercentType(colour.saturation()),
                    new PercentType(colour.brightness()));
        }
        if (command instanceof ItemState.Moment moment) {
            return new DateTimeType(moment.instant());
        }
        return constant(command).orElseGet(() -> new StringType(command.text()));
    }

    private static Command number(ItemState.Quantity quantity, Optional<String> itemUnit) {
        return itemUnit.<Command>map(unit -> QuantityType.valueOf(quantity.number()
                                .toPlainString() + " " + quantity.unit().orElse(unit)))
                .orElseGet(() -> new DecimalType(quantity.number()));
    }

    private static Optional<Command> constant(ItemCommand command) {
        if (command instanceof ItemCommand.UpDown upDown) {
            return Optional.of(UpDownType.valueOf(upDown.name()));
        }
        if (command instanceof ItemCommand.StopMove stopMove) {
            return Optional.of(StopMoveType.valueOf(stopMove.name()));
        }
        if (command instanceof ItemCommand.IncreaseDecrease step) {
            return Optional.of(IncreaseDecreaseType.valueOf(step.name()));
        }
        if (command instanceof ItemCommand.NextPrevious piece) {
            return Optional.of(NextPreviousType.valueOf(piece.name()));
        }
        if (command instanceof ItemState.PlayPause playPause) {
            return Optional.of(PlayPauseType.valueOf(playPause.name()));
        }
        return command instanceof ItemState.Winding winding
                ? Optional.of(RewindFastforwardType.valueOf(winding.name()))
                : Optional.empty();
    }
}
