// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import static io.latchkey.accessories.entry.internal.Opening.STATE;
import static io.latchkey.accessories.entry.internal.Opening.TARGET;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Behaviour.Command;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemCommand.StopMove;
import io.latchkey.api.item.ItemCommand.UpDown;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Value;
import java.util.Optional;

/**
 * What a drive is told when Home wants it somewhere, at the moment of one step. Home has no button to stop: with option
 * {@code stop} the wish for the other end while a shutter moves stops it, by {@code STOP} or, with
 * {@code stopSameDirection}, by a second command the way it goes. With {@code sendUpDownForExtents} the ends are told
 * as {@code UP} and {@code DOWN}.
 *
 * @param scene its items
 * @param now where it is and goes
 */
record Drive(Behaviour.Scene scene, Travel now) {
    private static final long OPEN = 100;

    /** Whether the wish means: stop. */
    boolean isStop(long wish) {
        boolean isOtherEnd = wish == 0 && heading() > 0 || wish == OPEN && heading() < 0;
        return isOtherEnd && isShutter() && has("stop");
    }

    /** What it is told; empty when it can't be told. */
    Optional<Command> command(Value wish) {
        if (isStop(number(wish))) {
            return Optional.of(new Command(TARGET, has("stopSameDirection") ? ahead() : StopMove.STOP));
        }
        return scene.command(TARGET, wish).map(usual -> new Command(TARGET, extent(usual.command())));
    }

    /** The whole number that a value is. */
    static long number(Value value) {
        return value instanceof Value.Whole whole ? whole.number() : 0;
    }

    private ItemCommand extent(ItemCommand usual) {
        if (!isShutter() || !has("sendUpDownForExtents") || !(usual instanceof ItemState.Percent percent)) {
            return usual;
        }
        return switch (percent.number().intValue()) {
            case 0 -> UpDown.UP;
            case 100 -> UpDown.DOWN;
            default -> usual;
        };
    }

    /** The command of the way that it goes. */
    private UpDown ahead() {
        boolean opensUp = player().map(context -> context.isInverted(true)).orElse(true);
        return (heading() > 0) == opensUp ? UpDown.UP : UpDown.DOWN;
    }

    private int heading() {
        if (!OpeningBehaviour.isTold(scene)) {
            return now.heading();
        }
        long state = scene.value(STATE).map(Drive::number).orElse(2L);
        return state == 1 ? 1 : state == 0 ? -1 : 0;
    }

    private boolean isShutter() {
        return player().filter(context -> context.itemType() == ItemType.ROLLERSHUTTER)
                .isPresent();
    }

    private boolean has(String option) {
        return player().flatMap(context -> context.options().flag(option)).orElse(false);
    }

    private Optional<MappingContext> player() {
        return scene.player(TARGET);
    }
}
