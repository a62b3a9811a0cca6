// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

/** How far a movement has come. */
enum Phase {
    /** Nothing moves: what is reported now comes from elsewhere. */
    AT_REST,
    /** Just told to move: what is reported now may be the wish itself, which many hosts take for the state at once. */
    STARTING,
    /** On its way. */
    MOVING
}
