// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

/** What a device does at the moment. */
enum Work {
    /** Neither. */
    NONE,
    /** It heats. */
    HEATING,
    /** It cools. */
    COOLING
}
