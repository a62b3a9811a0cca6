// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.AccessoryOrigin;
import java.util.List;
import java.util.Optional;

/**
 * What an accessory is, so that a bridge can show it while nobody offers it.
 *
 * @param info what it says about itself
 * @param origin of which items it is made
 * @param services in their order, without Accessory Information
 */
public record AccessoryShape(AccessoryInfo info, Optional<AccessoryOrigin> origin, List<ServiceShape> services) {

    /** Keeps a copy. */
    public AccessoryShape {
        services = List.copyOf(services);
    }
}
