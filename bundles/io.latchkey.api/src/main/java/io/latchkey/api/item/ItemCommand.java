// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import java.util.Optional;

/**
 * What an item is told. Immutable; {@link #text} gives the form that people use and {@link #parse} reads it.
 */
public sealed interface ItemCommand
        permits ItemState.OnOff,
                ItemState.Percent,
                ItemState.Quantity,
                ItemState.Hsb,
                ItemState.Text,
                ItemState.Moment,
                ItemState.PlayPause,
                ItemState.Winding,
                ItemCommand.UpDown,
                ItemCommand.StopMove,
                ItemCommand.IncreaseDecrease,
                ItemCommand.NextPrevious {

    /** The form that people use, such as {@code ON} or {@code INCREASE}. */
    String text();

    /**
     * Reads a command as openHAB writes it.
     *
     * @param type the kind of item; for a group its base type
     * @param text such as {@code ON}, {@code 42}, {@code UP}
     * @return empty when an item of that kind doesn't take such a command; a Contact takes none
     */
    static Optional<ItemCommand> parse(ItemType type, String text) {
        return StateTexts.command(type, text);
    }

    /** Where a shutter shall go. */
    enum UpDown implements ItemCommand {
        UP,
        DOWN;

        @Override
        public String text() {
            return name();
        }
    }

    /** Whether a shutter shall move on. */
    enum StopMove implements ItemCommand {
        STOP,
        MOVE;

        @Override
        public String text() {
            return name();
        }
    }

    /** Whether a level shall rise or fall by a step of the host's choice. */
    enum IncreaseDecrease implements ItemCommand {
        INCREASE,
        DECREASE;

        @Override
        public String text() {
            return name();
        }
    }

    /** Which piece a player shall play. */
    enum NextPrevious implements ItemCommand {
        NEXT,
        PREVIOUS;

        @Override
        public String text() {
            return name();
        }
    }
}
