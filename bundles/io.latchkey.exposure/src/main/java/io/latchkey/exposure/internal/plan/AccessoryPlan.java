// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An accessory to be. Immutable; equal plans make the same accessory, so an equal one isn't put again.
 *
 * @param owner the name of the item that asked for it
 * @param info what it says about itself
 * @param identify the item that is told {@code ON} to show which accessory it is
 * @param services at least one
 * @param items the names of all items that it is made of, the owner among them
 * @param standalone as what it stands alone; empty when a bridge shows it
 * @param isWhole whether all types are there that might add something to it
 */
public record AccessoryPlan(
        String owner,
        AccessoryInfo info,
        Optional<String> identify,
        List<ServicePlan> services,
        Set<String> items,
        Optional<AccessoryCategory> standalone,
        boolean isWhole) {
    public AccessoryPlan {
        services = List.copyOf(services);
        items = Set.copyOf(items);
    }

    /** Whether it is a television, as one of its services at least. */
    public boolean isTelevision() {
        return services.stream().anyMatch(service -> service.type().service().equals(ServiceTypes.TELEVISION));
    }

    /** The same, made of items that are called otherwise. */
    public AccessoryPlan madeOf(UnaryOperator<String> renamed) {
        return new AccessoryPlan(
                owner,
                info,
                identify,
                services,
                items.stream().map(renamed).collect(Collectors.toSet()),
                standalone,
                isWhole);
    }
}
