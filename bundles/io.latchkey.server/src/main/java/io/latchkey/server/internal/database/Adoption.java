// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.store.AccessoryShape;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.CharacteristicShape;
import io.latchkey.api.store.ServiceShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How an accessory can take the place of an absent one: which of its services takes the place of which. Pure.
 *
 * @param services the keys of the new services, by the keys of the absent ones
 */
record Adoption(Map<String, String> services) {

    /** Finds a place for each service of the absent one; empty when one of them has none. */
    static Optional<Adoption> of(AccessoryShape absent, AccessoryShape successor) {
        List<ServiceShape> free = new ArrayList<>(successor.services());
        Map<String, String> pairs = new HashMap<>();
        for (ServiceShape each : absent.services()) {
            Optional<ServiceShape> fitting = find(free, other -> other.key().equals(each.key()) && fits(each, other))
                    .or(() -> find(free, other -> fits(each, other)));
            if (fitting.isEmpty()) {
                return Optional.empty();
            }
            free.remove(fitting.get());
            pairs.put(each.key(), fitting.get().key());
        }
        return Optional.of(new Adoption(pairs));
    }

    /** Whether the two have the same services with the same characteristics, so that one looks like the other renamed. */
    static boolean isTwin(AccessoryShape absent, AccessoryShape successor) {
        return absent.services().size() == successor.services().size()
                && of(absent, successor)
                        .filter(adoption -> absent.services().stream()
                                .allMatch(each -> types(each)
                                        .equals(types(named(
                                                successor, adoption.services().get(each.key()))))))
                        .isPresent();
    }

    /** The ids of the absent one under the names of its successor. */
    Allocation.Entry ids(Allocation.Entry absent, String provider) {
        Map<String, Long> iids = new HashMap<>();
        absent.iids().forEach((part, iid) -> renamed(part).ifPresent(name -> iids.put(name, iid)));
        return new Allocation.Entry(absent.aid(), absent.nextIid(), iids, provider);
    }

    private Optional<String> renamed(String part) {
        int slash = part.indexOf('/');
        String service = slash < 0 ? part : part.substring(0, slash);
        String successor = services.get(service);
        if (successor == null) {
            return services.containsValue(service) ? Optional.empty() : Optional.of(part);
        }
        return Optional.of(slash < 0 ? successor : successor + part.substring(slash));
    }

    private static boolean fits(ServiceShape absent, ServiceShape successor) {
        return absent.type().uuid().equals(successor.type().uuid());
    }

    private static Set<String> types(ServiceShape service) {
        Set<String> types = new HashSet<>();
        for (CharacteristicShape each : service.characteristics()) {
            types.add(each.type().uuid().text());
        }
        return types;
    }

    private static ServiceShape named(AccessoryShape accessory, String key) {
        return find(accessory.services(), each -> each.key().equals(key)).orElseThrow();
    }

    private static Optional<ServiceShape> find(List<ServiceShape> services, Predicate<ServiceShape> wanted) {
        return services.stream().filter(wanted).findFirst();
    }
}
