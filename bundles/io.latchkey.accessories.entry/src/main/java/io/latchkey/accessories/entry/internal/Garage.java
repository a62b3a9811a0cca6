// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

/**
 * What is wanted of a garage door. Immutable.
 *
 * @param door open or closed
 * @param lock unlocked or locked, where it has a lock
 * @param travel where a door goes that a rollershutter tells of; nothing is known of others
 */
record Garage(Pursuit door, Pursuit lock, Travel travel) {
    /** Nothing is known. */
    static final Garage UNKNOWN = new Garage(Pursuit.UNKNOWN, Pursuit.UNKNOWN, Travel.UNKNOWN_EXACT);

    /** The same, but that is wanted of the door. */
    Garage door(Pursuit next) {
        return new Garage(next, lock, travel);
    }

    /** The same, but that is wanted of the lock. */
    Garage lock(Pursuit next) {
        return new Garage(door, next, travel);
    }

    /** Whether something else is on its way than before, or a door has moved on. */
    boolean isNewAfter(Garage before) {
        boolean hasMoved = door.isUnderWay() && !travel.equals(before.travel);
        return door.isNewAfter(before.door) || lock.isNewAfter(before.lock) || hasMoved;
    }
}
