// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

/**
 * What is wanted of a garage door. Immutable.
 *
 * @param door open or closed
 * @param lock unlocked or locked, where it has a lock
 */
record Garage(Pursuit door, Pursuit lock) {
    /** Nothing is known. */
    static final Garage UNKNOWN = new Garage(Pursuit.UNKNOWN, Pursuit.UNKNOWN);
}
