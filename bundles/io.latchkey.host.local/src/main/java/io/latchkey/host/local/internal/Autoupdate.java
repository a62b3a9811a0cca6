// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What state an item takes when it gets a command and no device answers: what people expect from openHAB's own
 * autoupdate. Pure.
 */
final class Autoupdate {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal STRIDE = BigDecimal.TEN;

    private Autoupdate() {}

    /** The state after the command; empty when the command leaves it, or the item doesn't take such a command. */
    static Optional<ItemState> after(Item item, ItemCommand command) {
        return switch (item.valueType()) {
            case SWITCH -> command instanceof ItemState.OnOff onOff ? Optional.of(onOff) : Optional.empty();
            case DIMMER -> level(item, command).map(ItemState.Percent::new);
            case ROLLERSHUTTER -> level(item, command).map(ItemState.Percent::new);
            case COLOR -> colour(item, command);
            case NUMBER ->
                command instanceof ItemState.Quantity number ? Optional.of(inUnitOf(item, number)) : Optional.empty();
            case STRING -> command instanceof ItemState.Text text ? Optional.of(text) : Optional.empty();
            case DATETIME -> command instanceof ItemState.Moment moment ? Optional.of(moment) : Optional.empty();
            case PLAYER -> command instanceof ItemState state ? Optional.of(state) : Optional.empty();
            case CONTACT, LOCATION, IMAGE, CALL, GROUP -> Optional.empty();
        };
    }

    /** Whether items of that kind take such a command at all. */
    static boolean accepts(ItemType type, ItemCommand command) {
        return ItemCommand.parse(type, command.text()).isPresent();
    }

    private static Optional<BigDecimal> level(Item item, ItemCommand command) {
        if (command instanceof ItemState.Percent percent) {
            return Optional.of(percent.number());
        }
        if (command instanceof ItemState.OnOff onOff) {
            return Optional.of(onOff.on() ? HUNDRED : BigDecimal.ZERO);
        }
        if (command instanceof ItemCommand.UpDown move) {
            return Optional.of(move == ItemCommand.UpDown.UP ? BigDecimal.ZERO : HUNDRED);
        }
        if (command instanceof ItemCommand.IncreaseDecrease change) {
            BigDecimal by = change == ItemCommand.IncreaseDecrease.INCREASE ? STRIDE : STRIDE.negate();
            return Optional.of(levelOf(item).add(by).max(BigDecimal.ZERO).min(HUNDRED));
        }
        return Optional.empty();
    }

    private static BigDecimal levelOf(Item item) {
        if (item.state() instanceof ItemState.Percent percent) {
            return percent.number();
        }
        return item.state() instanceof ItemState.Hsb colour ? colour.brightness() : BigDecimal.ZERO;
    }

    private static Optional<ItemState> colour(Item item, ItemCommand command) {
        if (command instanceof ItemState.Hsb colour) {
            return Optional.of(colour);
        }
        ItemState.Hsb now = item.state() instanceof ItemState.Hsb colour
                ? colour
                : new ItemState.Hsb(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        return level(item, command).map(level -> new ItemState.Hsb(now.hue(), now.saturation(), level));
    }

    /**
     * A number has the unit that it comes with, else that of the state before, else that of the item; as in openHAB, one whose
     * item names no dimension is counted without a unit.
     */
    private static ItemState inUnitOf(Item item, ItemState.Quantity number) {
        Optional<String> now = item.state() instanceof ItemState.Quantity before ? before.unit() : Optional.empty();
        if (now.isEmpty() && item.dimension().isEmpty()) {
            return new ItemState.Quantity(number.number(), Optional.empty());
        }
        return new ItemState.Quantity(
                number.number(), number.unit().or(() -> now).or(item::unit));
    }
}
