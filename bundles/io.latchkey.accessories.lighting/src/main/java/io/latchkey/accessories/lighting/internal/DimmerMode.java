// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.lighting.internal;

import java.util.OptionalInt;

/**
 * What a light is sent when a phone asks for on and a brightness together, as option {@code dimmerMode} says. Home
 * sends both when a slider moves, and some dimmers jump to full brightness at {@code ON}.
 */
enum DimmerMode {
    /** Both are sent. */
    NORMAL,
    /** {@code ON} is never sent. */
    FILTER_ON,
    /** 100 % isn't sent to a light that is off: {@code ON} brings back its own level. */
    FILTER_BRIGHTNESS_100,
    /** {@code ON} instead of 100 % to a light that is off, only the level otherwise. */
    FILTER_ON_EXCEPT_BRIGHTNESS_100;

    /** The mode of that name; {@link #NORMAL} when there is none. */
    static DimmerMode of(String text) {
        for (DimmerMode mode : values()) {
            if (mode.name().replace("_", "").equalsIgnoreCase(text.trim())) {
                return mode;
            }
        }
        return NORMAL;
    }

    /** Whether {@code ON} is sent. */
    boolean sendsOn(boolean isOn, OptionalInt brightness) {
        return switch (this) {
            case NORMAL, FILTER_BRIGHTNESS_100 -> true;
            case FILTER_ON -> false;
            case FILTER_ON_EXCEPT_BRIGHTNESS_100 -> !isOn && brightness.orElse(100) == 100;
        };
    }

    /** Whether a brightness is sent. */
    boolean sendsBrightness(boolean isOn, int brightness) {
        return switch (this) {
            case NORMAL, FILTER_ON -> true;
            case FILTER_BRIGHTNESS_100, FILTER_ON_EXCEPT_BRIGHTNESS_100 -> isOn || brightness < 100;
        };
    }
}
