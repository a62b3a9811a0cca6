// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of an item. Immutable; {@link #text} gives the form that people and files use and {@link #parse} reads it.
 *
 * <p>Most states are commands too: what an item is told and what it then is look alike.
 */
public sealed interface ItemState {

    /** The form that people and files use, such as {@code ON}, {@code 21.5 °C} or {@code NULL}. */
    String text();

    /**
     * Reads a state as openHAB writes it.
     *
     * @param type the kind of item; for a group its base type
     * @param text such as {@code ON}, {@code 42}, {@code 21.5 °C}, {@code 120,100,50}, {@code UNDEF}
     * @return empty when an item of that kind can't have such a state
     */
    static Optional<ItemState> parse(ItemType type, String text) {
        return StateTexts.state(type, text);
    }

    /** There is no state. */
    enum Missing implements ItemState {
        /** Not known yet: nobody has said anything since the host started. */
        NULL,
        /** Not knowable: the binding says so, often because the device can't be reached. */
        UNDEF;

        @Override
        public String text() {
            return name();
        }
    }

    /**
     * On or off.
     *
     * @param on whether on
     */
    record OnOff(boolean on) implements ItemState, ItemCommand {
        /** On. */
        public static final OnOff ON = new OnOff(true);
        /** Off. */
        public static final OnOff OFF = new OnOff(false);

        @Override
        public String text() {
            return on ? "ON" : "OFF";
        }
    }

    /**
     * Open or closed.
     *
     * @param open whether open
     */
    record OpenClosed(boolean open) implements ItemState {
        @Override
        public String text() {
            return open ? "OPEN" : "CLOSED";
        }
    }

    /**
     * A part of a hundred: a level, a position.
     *
     * @param number 0 to 100
     */
    record Percent(BigDecimal number) implements ItemState, ItemCommand {
        /**
         * @throws IllegalArgumentException when it is outside 0 to 100
         */
        public Percent {
            if (number.signum() < 0 || number.compareTo(StateTexts.HUNDRED) > 0) {
                throw new IllegalArgumentException("not 0 to 100: " + number);
            }
        }

        /** A whole number of percent. */
        public static Percent of(long percent) {
            return new Percent(BigDecimal.valueOf(percent));
        }

        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    /**
     * A number, with or without a unit.
     *
     * @param number the number
     * @param unit such as {@code °C}, {@code K}, {@code mired}, {@code %}, {@code lx}; empty for a plain number
     */
    record Quantity(BigDecimal number, Optional<String> unit) implements ItemState, ItemCommand {
        /** A plain number. */
        public static Quantity of(String number) {
            return new Quantity(new BigDecimal(number), Optional.empty());
        }

        /** A number with a unit. */
        public static Quantity of(String number, String unit) {
            return new Quantity(new BigDecimal(number), Optional.of(unit));
        }

        @Override
        public String text() {
            return number.toPlainString() + unit.map(" "::concat).orElse("");
        }
    }

    /**
     * A colour.
     *
     * @param hue in degrees, 0 to 360
     * @param saturation in percent, 0 to 100
     * @param brightness in percent, 0 to 100; 0 means off
     */
    record Hsb(BigDecimal hue, BigDecimal saturation, BigDecimal brightness) implements ItemState, ItemCommand {
        /**
         * @throws IllegalArgumentException when a part is outside its range
         */
        public Hsb {
            boolean isHue = hue.signum() >= 0 && hue.compareTo(StateTexts.CIRCLE) <= 0;
            if (!isHue || !StateTexts.isPercent(saturation) || !StateTexts.isPercent(brightness)) {
                throw new IllegalArgumentException("no colour: " + hue + "," + saturation + "," + brightness);
            }
        }

        @Override
        public String text() {
            return hue.toPlainString() + "," + saturation.toPlainString() + "," + brightness.toPlainString();
        }
    }

    /**
     * A text.
     *
     * @param text the text
     */
    record Text(String text) implements ItemState, ItemCommand {}

    /**
     * A point in time.
     *
     * @param instant when
     */
    record Moment(Instant instant) implements ItemState, ItemCommand {
        @Override
        public String text() {
            return instant.toString();
        }
    }

    /** Whether a player plays. */
    enum PlayPause implements ItemState, ItemCommand {
        PLAY,
        PAUSE;

        @Override
        public String text() {
            return name();
        }
    }

    /** Where a player moves while it neither plays nor pauses. */
    enum Winding implements ItemState, ItemCommand {
        REWIND,
        FASTFORWARD;

        @Override
        public String text() {
            return name();
        }
    }
}
