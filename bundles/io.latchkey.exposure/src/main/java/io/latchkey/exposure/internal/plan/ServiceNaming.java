// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.item.Item;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.LegalNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Names the services of one accessory and says which of them it is for. Where people see several of them in Home, each has
 * a name that they can change there; one alone is called like its accessory. Used by one composing at a time.
 */
final class ServiceNaming {
    private final Item owner;
    private final Map<String, Item> items;
    private final Map<String, ExposureRequest> requests;
    private final Function<Item, AccessoryDetails> details;

    /**
     * For the accessory of an item.
     *
     * @param details gives what an item says about what it is
     */
    ServiceNaming(
            Item owner,
            Map<String, Item> items,
            Map<String, ExposureRequest> requests,
            Function<Item, AccessoryDetails> details) {
        this.owner = owner;
        this.items = items;
        this.requests = requests;
        this.details = details;
    }

    /** The same services, one of them primary, with names where Home needs or takes them. */
    List<ServicePlan> named(List<ServicePlan> services) {
        boolean areSeveral = countSeen(services) > 1;
        List<ServicePlan> all = new ArrayList<>();
        Set<String> begun = new HashSet<>();
        for (ServicePlan service : withPrimary(services)) {
            ServiceType type = service.type().service();
            boolean isOneOfSeveral = areSeveral && SeenServices.isSeen(type);
            boolean needsName = isOneOfSeveral || type.required().contains(CharacteristicTypes.NAME);
            boolean takesName = !all.isEmpty() && type.optional().contains(CharacteristicTypes.NAME);
            boolean isFirst = begun.add(itemOf(service).name());
            all.add(needsName || takesName ? service.named(name(service, isFirst, isOneOfSeveral)) : service);
        }
        return all;
    }

    private static long countSeen(List<ServicePlan> services) {
        return services.stream()
                .filter(service -> SeenServices.isSeen(service.type().service()))
                .count();
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

    private ServiceName name(ServicePlan service, boolean isFirst, boolean isOneOfSeveral) {
        boolean hasOwn = service.sources().keySet().stream()
                .anyMatch(role -> role.type().equals(CharacteristicTypes.CONFIGURED_NAME));
        Item item = itemOf(service);
        String text = details.apply(item).nameOf(service.type(), isFirst);
        return new ServiceName(LegalNames.legal(text, item.name()), isOneOfSeveral && !hasOwn);
    }

    /** The item that asked for a service. */
    private Item itemOf(ServicePlan service) {
        int colon = service.key().indexOf(':');
        return colon < 0 ? owner : items.getOrDefault(service.key().substring(colon + 1), owner);
    }
}
