// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Service;
import io.latchkey.api.store.ExtensionShapes;
import io.latchkey.api.store.ExtensionShapes.Addition;
import io.latchkey.server.internal.work.CallLanes.ContributorName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Accessories with what extensions add: what those answer that are there, and in the old places what is remembered of those
 * that are away or have failed. Several extensions add in the order of their ids, so that nothing moves when one comes back.
 * Pure.
 */
final class ExtendedOffers {
    private final List<OfferedAccessory> offers = new ArrayList<>();
    private final Map<String, List<Addition>> shapes = new HashMap<>();
    private final List<ExtensionAnswer> answers;
    private final Predicate<String> isWanted;

    private ExtendedOffers(List<ExtensionAnswer> answers, Predicate<String> isWanted) {
        this.answers = answers;
        this.isWanted = isWanted;
    }

    /**
     * Extends them.
     *
     * @param before what is remembered
     * @param isWanted whether the additions of an extension are to be shown
     */
    static ExtendedOffers of(
            List<OfferedAccessory> offers,
            List<ExtensionAnswer> answers,
            ExtensionShapes before,
            Predicate<String> isWanted) {
        ExtendedOffers extended = new ExtendedOffers(answers, isWanted);
        for (OfferedAccessory offer : offers) {
            String key = offer.key().stored();
            extended.offers.add(extended.extend(offer, before.accessories().getOrDefault(key, List.of())));
        }
        return extended;
    }

    /** All services that can be extended. */
    static Map<ServiceKey, Service> services(List<OfferedAccessory> offers) {
        Map<ServiceKey, Service> services = new HashMap<>();
        for (OfferedAccessory offer : offers) {
            offer.accessory().services().forEach(service -> services.put(key(offer, service), service));
        }
        return services;
    }

    List<OfferedAccessory> offers() {
        return offers;
    }

    /** What is to be remembered of the additions. */
    ExtensionShapes shapes() {
        return new ExtensionShapes(shapes);
    }

    private OfferedAccessory extend(OfferedAccessory offer, List<Addition> before) {
        if (answers.isEmpty() && before.isEmpty()) {
            return offer;
        }
        Extending extending = new Extending(offer, before);
        List<Service> services =
                offer.accessory().services().stream().map(extending::extend).toList();
        if (extending.additions.isEmpty()) {
            return offer;
        }
        shapes.put(offer.key().stored(), extending.additions);
        return offer.extended(
                DefinitionCopies.with(offer.accessory(), services), extending.absent, extending.contributors);
    }

    private static ServiceKey key(OfferedAccessory offer, Service service) {
        return new ServiceKey(offer.key().provider(), offer.accessory().key(), service.key());
    }

    /** The extending of one accessory. */
    private final class Extending {
        private final OfferedAccessory offer;
        private final List<Addition> before;
        private final List<Addition> additions = new ArrayList<>();
        private final Set<Characteristic> absent = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Map<Characteristic, ContributorName> contributors = new IdentityHashMap<>();

        Extending(OfferedAccessory offer, List<Addition> before) {
            this.offer = offer;
            this.before = before;
        }

        Service extend(Service service) {
            Map<String, List<Characteristic>> byExtension = new TreeMap<>();
            before.stream()
                    .filter(each -> each.service().equals(service.key()) && isWanted.test(each.extension()))
                    .forEach(each -> byExtension.put(each.extension(), remembered(each)));
            for (ExtensionAnswer answer : answers) {
                Optional.ofNullable(answer.added().get(key(offer, service))).ifPresent(added -> {
                    added.forEach(each -> contributors.put(each, answer.contributor()));
                    byExtension.put(answer.extension(), added);
                });
            }
            List<Characteristic> more = new ArrayList<>();
            byExtension.forEach((extension, added) -> add(service, extension, added, more));
            return more.isEmpty() ? service : DefinitionCopies.with(service, more);
        }

        private List<Characteristic> remembered(Addition addition) {
            List<Characteristic> made = addition.characteristics().stream()
                    .map(ShapeTranslation::characteristic)
                    .toList();
            made.stream().filter(each -> !each.isConstant()).forEach(absent::add);
            made.forEach(each -> contributors.put(each, new ContributorName(addition.extension())));
            return made;
        }

        private void add(Service service, String extension, List<Characteristic> added, List<Characteristic> more) {
            int size = service.characteristics().size() + more.size() + added.size();
            boolean isTaken = added.stream()
                    .map(Characteristic::type)
                    .anyMatch(type -> service.find(type).isPresent()
                            || more.stream().anyMatch(each -> each.type().equals(type)));
            if (added.isEmpty() || isTaken || size > Placement.MOST_CHARACTERISTICS) {
                return;
            }
            more.addAll(added);
            additions.add(new Addition(
                    extension,
                    service.key(),
                    added.stream().map(ShapeTranslation::shape).toList()));
        }
    }
}
