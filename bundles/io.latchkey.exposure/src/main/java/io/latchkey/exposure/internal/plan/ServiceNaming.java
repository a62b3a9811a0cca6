// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.item.Item;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.LegalNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Names the services of one accessory and says which of them it is for. Used by one composing at a time. */
final class ServiceNaming {
    private final Item owner;
    private final Map<String, Item> items;
    private final Map<String, ExposureRequest> requests;

    /** For the accessory of an item. */
    ServiceNaming(Item owner, Map<String, Item> items, Map<String, ExposureRequest> requests) {
        this.owner = owner;
        this.items = items;
        this.requests = requests;
    }

    /** The same services, one of them primary, with names where Home needs or takes them. */
    List<ServicePlan> named(List<ServicePlan> services) {
        List<ServicePlan> all = new ArrayList<>();
        for (ServicePlan service : withPrimary(services)) {
            boolean needsName = service.type().service().required().contains(CharacteristicTypes.NAME);
            boolean takesName = service.type().service().optional().contains(CharacteristicTypes.NAME);
            all.add(needsName || !all.isEmpty() && takesName ? service.named(nameOf(service)) : service);
        }
        return all;
    }

    private List<ServicePlan> withPrimary(List<ServicePlan> services) {
        String wished = requests.get(owner.name()).options().text("primary").orElse("");
        String primary = services.stream()
                .filter(service -> service.type().name().equalsIgnoreCase(wished))
                .findFirst()
                .orElse(services.get(0))
                .key();
        return services.stream()
                .map(service -> service.key().equals(primary) ? service.asPrimary() : service)
                .toList();
    }

    private String nameOf(ServicePlan service) {
        int colon = service.key().indexOf(':');
        Item item = colon < 0 ? owner : items.getOrDefault(service.key().substring(colon + 1), owner);
        String label = requests.get(item.name()).options().text("Name").orElse(item.label());
        boolean isSecondOfOwner = item == owner;
        return LegalNames.legal(
                isSecondOfOwner ? label + " " + service.type().service().displayName() : label, item.name());
    }
}
