// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import java.util.Map;

/**
 * The colour that a lamp is likely to tell when it shows a colour temperature.
 *
 * @param hue in degrees
 * @param saturation in percent
 */
record ExpectedColour(double hue, double saturation) {
    private static final double HUE_SLACK = 20;
    private static final double SATURATION_SLACK = 15;
    private static final double PALE = 12;
    private static final Map<Long, ExpectedColour> KNOWN = Map.of(
            140L, new ExpectedColour(237, 6),
            153L, new ExpectedColour(276, 3),
            200L, new ExpectedColour(29, 10),
            250L, new ExpectedColour(27, 21),
            300L, new ExpectedColour(27, 30),
            350L, new ExpectedColour(27, 39),
            400L, new ExpectedColour(27, 48),
            450L, new ExpectedColour(28, 56),
            500L, new ExpectedColour(28, 64));

    /** The colour of the known colour temperature that is next to this one. */
    static ExpectedColour of(long mired) {
        long next = KNOWN.keySet().stream()
                .min((one, other) -> Long.compare(Math.abs(one - mired), Math.abs(other - mired)))
                .orElseThrow();
        return KNOWN.get(next);
    }

    /** Whether a lamp that shows this may tell that hue: any one where there is hardly a colour. */
    boolean allowsHue(double told) {
        double apart = Math.abs(hue - told) % 360;
        return saturation <= PALE || Math.min(apart, 360 - apart) <= HUE_SLACK;
    }

    /** Whether a lamp that shows this may tell that saturation. */
    boolean allowsSaturation(double told) {
        return Math.abs(saturation - told) <= SATURATION_SLACK;
    }
}
