// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import java.util.Map;

/**
 * How the accessories of a bridge were when that was last written down: when the bridge stopped, and every few minutes
 * before.
 *
 * @param accessories by the key that {@link AccessoryShapes} has, too
 */
public record AccessoryStates(Map<String, AccessoryState> accessories) {
    /** Nothing is known. */
    public static final AccessoryStates EMPTY = new AccessoryStates(Map.of());

    /** Keeps a copy. */
    public AccessoryStates {
        accessories = Map.copyOf(accessories);
    }

    /** That of one accessory, which may be unknown. */
    public AccessoryState of(String key) {
        return accessories.getOrDefault(key, AccessoryState.UNKNOWN);
    }
}
