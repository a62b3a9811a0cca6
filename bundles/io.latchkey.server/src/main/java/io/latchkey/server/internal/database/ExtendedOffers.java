// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Service;
import io.latchkey.api.store.ExtensionShapes;
import io.latchkey.api.store.ExtensionShapes.AddedService;
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
    private final Map<String, List<AddedService>> addedServices = new HashMap<>();
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
            extended.offers.add(extended.extend(
                    offer,
                    before.accessories().getOrDefault(key, List.of()),
                    before.services().getOrDefault(key, List.of())));
        }
        return extended;
    }

    /** All accessories that can be extended. */
    static Map<AccessoryKey, Accessory> accessories(List<OfferedAccessory> offers) {
        Map<AccessoryKey, Accessory> accessories = new HashMap<>();
        offers.forEach(offer -> accessories.put(offer.key(), offer.accessory()));
        return accessories;
    }

    List<OfferedAccessory> offers() {
        return offers;
    }

    /** What is to be remembered of the additions. */
    ExtensionShapes shapes() {
        return new ExtensionShapes(shapes, addedServices);
    }

    private OfferedAccessory extend(OfferedAccessory offer, List<Addition> before, List<AddedService> servicesBefore) {
        if (answers.isEmpty() && before.isEmpty() && servicesBefore.isEmpty()) {
            return offer;
        }
        Extending extending = new Extending(offer, before);
        List<Service> services = new ArrayList<>(
                offer.accessory().services().stream().map(extending::extend).toList());
        extending.addServices(servicesBefore, services);
        if (extending.additions.isEmpty() && extending.addedServices.isEmpty()) {
            return offer;
        }
        String key = offer.key().stored();
        if (!extending.additions.isEmpty()) {
            shapes.put(key, extending.additions);
        }
        if (!extending.addedServices.isEmpty()) {
            addedServices.put(key, extending.addedServices);
        }
        return offer.extended(
                DefinitionCopies.with(offer.accessory(), services), extending.absent, extending.contributors);
    }

    /** The extending of one accessory. */
    private final class Extending {
        private final OfferedAccessory offer;
        private final List<Addition> before;
        private final List<Addition> additions = new ArrayList<>();
        private final List<AddedService> addedServices = new ArrayList<>();
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
                Optional.ofNullable(answer.added().get(offer.key().of(service))).ifPresent(added -> {
                    added.forEach(each -> contributors.put(each, answer.contributor()));
                    byExtension.put(answer.extension(), added);
                });
            }
            List<Characteristic> more = new ArrayList<>();
            byExtension.forEach((extension, added) -> add(service, extension, added, more));
            return more.isEmpty() ? service : DefinitionCopies.with(service, more);
        }

        /** Puts services that extensions add behind the others. */
        void addServices(List<AddedService> before, List<Service> services) {
            Map<String, List<Service>> byExtension = new TreeMap<>();
            before.stream()
                    .filter(each -> isWanted.test(each.extension()))
                    .forEach(each -> byExtension
                            .computeIfAbsent(each.extension(), id -> new ArrayList<>())
                            .add(remembered(each, services)));
            for (ExtensionAnswer answer : answers) {
                Optional.ofNullable(answer.services().get(offer.key())).ifPresent(added -> {
                    added.forEach(service ->
                            service.characteristics().forEach(each -> contributors.put(each, answer.contributor())));
                    byExtension.put(answer.extension(), added);
                });
            }
            byExtension.forEach((extension, added) -> added.forEach(each -> add(each, extension, services)));
        }

        private Service remembered(AddedService added, List<Service> services) {
            List<String> keys = services.stream().map(Service::key).toList();
            List<String> links =
                    added.shape().linked().stream().filter(keys::contains).toList();
            Service service = ShapeTranslation.service(added.shape(), links, false);
            remember(service.characteristics(), added.extension());
            return service;
        }

        private void add(Service added, String extension, List<Service> services) {
            boolean isTaken = services.stream().anyMatch(each -> each.key().equals(added.key()));
            if (!isTaken && services.size() < Placement.MOST_SERVICES - 1) {
                services.add(added);
                addedServices.add(new AddedService(extension, ShapeTranslation.shape(added)));
            }
        }

        private List<Characteristic> remembered(Addition addition) {
            List<Characteristic> made = addition.characteristics().stream()
                    .map(ShapeTranslation::characteristic)
                    .toList();
            remember(made, addition.extension());
            return made;
        }

        private void remember(List<Characteristic> made, String extension) {
            made.stream().filter(each -> !each.isConstant()).forEach(absent::add);
            made.forEach(each -> contributors.put(each, new ContributorName(extension)));
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
