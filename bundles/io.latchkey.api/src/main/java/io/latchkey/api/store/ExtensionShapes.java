// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import java.util.List;
import java.util.Map;

/**
 * What extensions have added to the accessories that a bridge shows, so that it keeps its place while an extension is away.
 *
 * @param accessories by the key that {@link Allocation} has, too; none without additions
 */
public record ExtensionShapes(Map<String, List<Addition>> accessories) {
    /** Nothing was added. */
    public static final ExtensionShapes EMPTY = new ExtensionShapes(Map.of());

    /** Keeps a copy. */
    public ExtensionShapes {
        accessories = Map.copyOf(accessories);
    }

    /**
     * What one extension has added to one service.
     *
     * @param extension the id of the extension
     * @param service the key of the service
     * @param characteristics in their order; at least one
     */
    public record Addition(String extension, String service, List<CharacteristicShape> characteristics) {

        /** Keeps a copy. */
        public Addition {
            characteristics = List.copyOf(characteristics);
        }
    }
}
