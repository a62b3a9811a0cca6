// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.util.Locale;

/** The units of characteristic values (HAP specification R2, table 6-6). Temperatures are always in Celsius. */
public enum Unit {
    CELSIUS,
    PERCENTAGE,
    ARCDEGREES,
    LUX,
    SECONDS;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }

    /**
     * The unit of a name in JSON.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Unit ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
