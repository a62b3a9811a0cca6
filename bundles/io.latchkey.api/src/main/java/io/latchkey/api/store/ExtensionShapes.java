// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import java.util.List;
import java.util.Map;

/**
 * What extensions have added to the accessories that a bridge shows, so that it keeps its place while an extension is away.
 *
 * @param accessories what was added to services, by the key that {@link Allocation} has, too; none without additions
 * @param services which services were added, by the same key; none without one
 */
public record ExtensionShapes(Map<String, List<Addition>> accessories, Map<String, List<AddedService>> services) {
    /** Nothing was added. */
    public static final ExtensionShapes EMPTY = new ExtensionShapes(Map.of(), Map.of());

    /** Keeps copies. */
    public ExtensionShapes {
        accessories = Map.copyOf(accessories);
        services = Map.copyOf(services);
    }

    /** Those without an added service. */
    public ExtensionShapes(Map<String, List<Addition>> accessories) {
        this(accessories, Map.of());
    }

    /**
     * A service that one extension has added.
     *
     * @param extension the id of the extension
     * @param shape what the service is
     */
    public record AddedService(String extension, ServiceShape shape) {}

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
