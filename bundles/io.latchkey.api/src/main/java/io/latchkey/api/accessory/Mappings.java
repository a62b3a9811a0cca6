// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemState;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The conversions that accessory types share, so that {@code inverted}, {@code minValue} or a renamed state mean the
 * same everywhere; they follow openHAB's HomeKit documentation.
 *
 * <p>Numbers take the options {@code minValue}, {@code maxValue} and {@code step}, each a number or a quantity such as
 * {@code 2700 K}; without these the limits of the item's state description count. Units are converted ({@link Measure});
 * a number without unit has that of its item, else the one that HomeKit uses.
 */
public final class Mappings {
    private Mappings() {}

    /**
     * On or off, open or closed, more than nothing or nothing: true is {@code ON}, {@code OPEN} and anything above
     * zero, the reverse with option {@code inverted}. Commands go to switches, dimmers and colours.
     */
    public static Mapping bool() {
        return new BooleanMapping(Optional.empty());
    }

    /**
     * As {@link #bool}, but a number or level is true when it is below a threshold, which is a part of a hundred. Of an
     * item that counts in anything else, such as the volts of a battery, the option sets it in that unit.
     *
     * @param option names the option that sets the threshold
     * @param preset the threshold without it, in percent
     */
    public static Mapping below(String option, int preset) {
        return new BooleanMapping(Optional.of(new Threshold(option, BigDecimal.valueOf(preset))));
    }

    /**
     * One of several named states. Texts are compared with the names in any case, numbers with the codes; a switch or
     * contact knows the first two ({@code OFF}/{@code CLOSED} and {@code ON}/{@code OPEN}, the reverse with option
     * {@code inverted}). An option called like a name replaces what that one entry is compared with; of a list the
     * first is what is sent. What else it can do is asked of the result: more names, codes with gaps, states that an item
     * doesn't have left out.
     *
     * @param names in the order of the codes 0, 1, 2…
     */
    public static EnumMapping enumeration(String... names) {
        return EnumMapping.of(names);
    }

    /** A plain number, whatever its unit. */
    public static Mapping number() {
        return new NumberMapping(Measure.NUMBER, Optional.empty());
    }

    /** A part of a hundred, from a level, a colour's brightness, a switch (0 or 100) or a number in percent. */
    public static Mapping percent() {
        return new NumberMapping(Measure.PERCENT, Optional.empty());
    }

    /**
     * A part of a hundred, multiplied.
     *
     * @param option names the option that holds the factor, for items that run from 0 to 1
     */
    public static Mapping percentTimes(String option) {
        return new NumberMapping(Measure.PERCENT, Optional.of(option));
    }

    /** A light level in lux. */
    public static Mapping lux() {
        return new NumberMapping(Measure.ILLUMINANCE, Optional.empty());
    }

    /** A share in the air in parts per million. */
    public static Mapping partsPerMillion() {
        return new NumberMapping(Measure.PARTS_PER_MILLION, Optional.empty());
    }

    /** A mass in the air in micrograms per cubic metre. */
    public static Mapping density() {
        return new NumberMapping(Measure.DENSITY, Optional.empty());
    }

    /**
     * A temperature in degrees Celsius, to a tenth; commands are plain numbers in the unit of the item.
     *
     * @param lowest without option {@code minValue}
     * @param highest without option {@code maxValue}
     */
    public static Mapping temperature(double lowest, double highest) {
        return new TemperatureMapping(BigDecimal.valueOf(lowest), BigDecimal.valueOf(highest));
    }

    /**
     * A colour temperature in mired, from mired, a temperature in any unit, or a dimmer whose 0 % is the coolest
     * ({@code minValue}; the reverse with option {@code inverted}). Limits may be given in any of these units and in
     * either order; 50 to 400 mired otherwise.
     */
    public static Mapping mired() {
        return new MiredMapping();
    }

    /**
     * How far something is open. Items count how far it is closed, as openHAB's shutters do, unless option
     * {@code inverted} is false.
     */
    public static Mapping position() {
        return new PositionMapping();
    }

    /**
     * How slats are turned, from -90 to 90 degrees: a number is the angle, 0 to 100 percent, also of a number in percent, are
     * turned into it.
     */
    public static Mapping tilt() {
        return new TiltMapping();
    }

    /** A time in seconds, from seconds, minutes or hours; negative times count as over. */
    public static Mapping seconds() {
        return new NumberMapping(Measure.TIME, Optional.empty());
    }

    /** A power in watts. */
    public static Mapping watts() {
        return new NumberMapping(Measure.POWER, Optional.empty());
    }

    /** An energy in kilowatt hours. */
    public static Mapping kilowattHours() {
        return new NumberMapping(Measure.ENERGY, Optional.empty());
    }

    /** A voltage in volts. */
    public static Mapping volts() {
        return new NumberMapping(Measure.VOLTAGE, Optional.empty());
    }

    /** A current in amperes. */
    public static Mapping amperes() {
        return new NumberMapping(Measure.CURRENT, Optional.empty());
    }

    /** The hue of a colour, in degrees. Commands need the other parts too, so a {@link Behaviour} sends them. */
    public static Mapping hue() {
        return new ColourMapping(ItemState.Hsb::hue);
    }

    /** The saturation of a colour, in percent. Commands need the other parts too, so a {@link Behaviour} sends them. */
    public static Mapping saturation() {
        return new ColourMapping(ItemState.Hsb::saturation);
    }

    /** A text. */
    public static Mapping text() {
        return new TextMapping();
    }
}
