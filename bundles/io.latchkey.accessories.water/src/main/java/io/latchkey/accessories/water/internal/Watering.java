// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

/**
 * What is known of a valve. Immutable.
 *
 * @param isOpen whether it was told to open, or said that it is
 * @param countdown what is left of its time
 */
record Watering(boolean isOpen, Countdown countdown) {}
