// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import java.util.Map;

/**
 * The shapes of all accessories that a bridge shows, whether they are there or not. It changes only when a shape does; what
 * changes from minute to minute is in {@link AccessoryStates}.
 *
 * @param accessories by the key that {@link Allocation} has, too
 */
public record AccessoryShapes(Map<String, AccessoryShape> accessories) {
    /** Nothing is shown. */
    public static final AccessoryShapes EMPTY = new AccessoryShapes(Map.of());

    /** Keeps a copy. */
    public AccessoryShapes {
        accessories = Map.copyOf(accessories);
    }
}
