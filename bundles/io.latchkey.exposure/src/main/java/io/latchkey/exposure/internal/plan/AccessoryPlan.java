// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.item.Item;
import io.latchkey.api.model.AccessoryInfo;
import java.util.List;
import java.util.Optional;

/**
 * An accessory to be. Immutable; equal plans make the same accessory, so an equal one isn't put again.
 *
 * @param owner the item that asked for it, without state
 * @param info what it says about itself
 * @param identify the item that is told {@code ON} to show which accessory it is
 * @param services at least one
 */
public record AccessoryPlan(Item owner, AccessoryInfo info, Optional<String> identify, List<ServicePlan> services) {
    public AccessoryPlan {
        services = List.copyOf(services);
    }
}
