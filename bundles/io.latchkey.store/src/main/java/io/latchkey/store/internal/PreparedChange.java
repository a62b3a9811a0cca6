// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

/**
 * A change of a bridge that is written beside what counts and doesn't count yet.
 *
 * @param before what was known of the disk before
 * @param next what is to count
 * @param trustLost whether it takes trust away
 */
record PreparedChange(BridgeFolder.State before, Generation next, boolean trustLost) {}
