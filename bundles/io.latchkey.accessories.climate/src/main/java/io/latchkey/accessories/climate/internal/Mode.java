// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

/** What a device is asked to do. */
enum Mode {
    /** Nothing. */
    OFF,
    /** Only to heat. */
    HEAT,
    /** Only to cool. */
    COOL,
    /** Either, as it sees fit. */
    AUTO;

    /** Whether it may heat. */
    boolean heats() {
        return this == HEAT || this == AUTO;
    }

    /** Whether it may cool. */
    boolean cools() {
        return this == COOL || this == AUTO;
    }
}
