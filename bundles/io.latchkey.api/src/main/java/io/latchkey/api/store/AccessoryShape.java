// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.identity.AccessoryCategory;
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
 * @param standalone as what it stands alone; empty when a bridge shows it
 */
public record AccessoryShape(
        AccessoryInfo info,
        Optional<AccessoryOrigin> origin,
        List<ServiceShape> services,
        Optional<AccessoryCategory> standalone) {

    /** Keeps a copy. */
    public AccessoryShape {
        services = List.copyOf(services);
    }

    /** That of an accessory that a bridge shows. */
    public AccessoryShape(AccessoryInfo info, Optional<AccessoryOrigin> origin, List<ServiceShape> services) {
        this(info, origin, services, Optional.empty());
    }
}
