// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Service;
import io.latchkey.api.store.AccessoryShape;
import io.latchkey.api.store.CharacteristicShape;
import io.latchkey.api.store.ServiceShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An accessory as it is shown: what its provider has put, and in their old places the remembered parts that this lacks. A
 * part is a service, named by its key, or a characteristic, named {@code serviceKey/Type}. Pure.
 *
 * @param accessory the definition that is shown
 * @param shape of that definition
 * @param absent the characteristics in it that nobody stands behind, by identity; constant ones are never among them
 * @param missing the parts that are shown though they aren't there
 * @param crowdedOut new parts that have no room beside them
 */
record MergedAccessory(
        Accessory accessory,
        AccessoryShape shape,
        Set<Characteristic> absent,
        Set<String> missing,
        Set<String> crowdedOut) {

    /**
     * One that nobody stands behind.
     *
     * @throws IllegalStateException when there can be no such accessory
     */
    static MergedAccessory absent(String key, AccessoryShape shape) {
        Accessory accessory = ShapeTranslation.accessory(key, shape);
        Set<Characteristic> absent = identities();
        accessory.services().forEach(service -> addAbsent(service.characteristics(), absent));
        return new MergedAccessory(accessory, shape, absent, Set.of(), Set.of());
    }

    /**
     * What is shown when this is put.
     *
     * @param put what its provider says
     * @param before the shape that is remembered
     * @param kept which parts stay when the provider doesn't have them
     */
    static MergedAccessory of(Accessory put, Optional<AccessoryShape> before, Predicate<String> kept) {
        Merging merging = new Merging(put, kept);
        before.ifPresent(merging::complete);
        Accessory whole = merging.whole();
        return new MergedAccessory(
                whole, ShapeTranslation.shape(whole), merging.absent, merging.missing, merging.crowdedOut);
    }

    /** All its parts. */
    static Set<String> parts(Accessory accessory) {
        Set<String> parts = new HashSet<>();
        for (Service service : accessory.services()) {
            parts.add(service.key());
            service.characteristics()
                    .forEach(each ->
                            parts.add(part(service.key(), each.type().uuid().text())));
        }
        return parts;
    }

    /** All parts of a shape. */
    static Set<String> parts(AccessoryShape shape) {
        Set<String> parts = new HashSet<>();
        for (ServiceShape service : shape.services()) {
            parts.add(service.key());
            service.characteristics()
                    .forEach(each ->
                            parts.add(part(service.key(), each.type().uuid().text())));
        }
        return parts;
    }

    static String part(String service, String type) {
        return service + "/" + type;
    }

    private static void addAbsent(List<Characteristic> characteristics, Set<Characteristic> absent) {
        characteristics.stream().filter(each -> !each.isConstant()).forEach(absent::add);
    }

    private static Set<Characteristic> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** A merging under way. */
    private static final class Merging {
        private final Accessory put;
        private final Predicate<String> kept;
        private final Set<Characteristic> absent = identities();
        private final Set<String> missing = new TreeSet<>();
        private final Set<String> crowdedOut = new TreeSet<>();
        private List<Service> services;

        Merging(Accessory put, Predicate<String> kept) {
            this.put = put;
            this.kept = kept;
            this.services = put.services();
        }

        Accessory whole() {
            return services == put.services() ? put : DefinitionCopies.with(put, services);
        }

        void complete(AccessoryShape before) {
            Map<String, ServiceShape> known =
                    before.services().stream().collect(Collectors.toMap(ServiceShape::key, each -> each, (a, b) -> a));
            List<ServiceShape> away = before.services().stream()
                    .filter(each -> services.stream().noneMatch(own -> own.key().equals(each.key())))
                    .filter(each -> kept.test(each.key()))
                    .toList();
            List<Service> own = roomBeside(away.size(), known.keySet());
            Set<String> shown = own.stream().map(Service::key).collect(Collectors.toSet());
            away.forEach(each -> shown.add(each.key()));
            Set<String> gone = away.stream().map(ServiceShape::key).collect(Collectors.toSet());
            List<Service> completed = new ArrayList<>();
            for (Service service : own) {
                Optional<ServiceShape> former = Optional.ofNullable(known.get(service.key()))
                        .filter(each -> each.type().uuid().equals(service.type().uuid()));
                completed.add(new ServiceMerging(service, former, shown, gone).whole());
            }
            boolean ranked = own.stream().anyMatch(Service::isPrimary);
            weave(completed, before.services(), away, !ranked, shown);
            if (!away.isEmpty() || own.size() < services.size() || !completed.equals(services)) {
                services = completed;
            }
        }

        private void weave(
                List<Service> completed,
                List<ServiceShape> order,
                List<ServiceShape> away,
                boolean mayBePrimary,
                Set<String> shown) {
            List<String> keys = order.stream().map(ServiceShape::key).toList();
            for (ServiceShape shape : away) {
                List<String> links =
                        shape.linked().stream().filter(shown::contains).toList();
                Service service = ShapeTranslation.service(shape, links, mayBePrimary && shape.primary());
                List<String> now = completed.stream().map(Service::key).toList();
                completed.add(place(shape.key(), keys, now), service);
                addAbsent(service.characteristics(), absent);
                missing.add(shape.key());
            }
        }

        /** The services that were put, without new ones for which there is no room beside those that are away. */
        private List<Service> roomBeside(int away, Set<String> known) {
            List<Service> own = new ArrayList<>(services);
            for (int i = own.size() - 1; i >= 0 && own.size() + away > Placement.MOST_SERVICES - 1; i--) {
                if (!known.contains(own.get(i).key())) {
                    crowdedOut.add(own.remove(i).key());
                }
            }
            return own;
        }

        /** A service that was put, on its way to what is shown of it. */
        private final class ServiceMerging {
            private final Service service;
            private final List<Characteristic> characteristics;
            private final List<String> linked = new ArrayList<>();

            ServiceMerging(Service service, Optional<ServiceShape> before, Set<String> shown, Set<String> away) {
                this.service = service;
                this.characteristics = new ArrayList<>(service.characteristics());
                service.linked().stream().filter(shown::contains).forEach(linked::add);
                before.ifPresent(former -> {
                    complete(former);
                    for (String link : former.linked()) {
                        if (away.contains(link) && !linked.contains(link)) {
                            linked.add(place(link, former.linked(), linked), link);
                        }
                    }
                });
            }

            Service whole() {
                if (characteristics.equals(service.characteristics()) && linked.equals(service.linked())) {
                    return service;
                }
                Service.Builder whole = Service.of(service.type()).key(service.key());
                characteristics.forEach(whole::with);
                linked.forEach(whole::linkedTo);
                if (service.isPrimary()) {
                    whole.primary();
                }
                if (service.isHidden()) {
                    whole.hidden();
                }
                return whole.build();
            }

            private void complete(ServiceShape before) {
                List<String> order = before.characteristics().stream()
                        .map(each -> each.type().uuid().text())
                        .toList();
                List<CharacteristicShape> away = before.characteristics().stream()
                        .filter(each -> service.find(each.type()).isEmpty())
                        .filter(each -> kept.test(name(each)))
                        .toList();
                makeRoom(away.size(), order);
                for (CharacteristicShape shape : away) {
                    Characteristic made = ShapeTranslation.characteristic(shape);
                    List<String> now = characteristics.stream()
                            .map(each -> each.type().uuid().text())
                            .toList();
                    characteristics.add(place(shape.type().uuid().text(), order, now), made);
                    addAbsent(List.of(made), absent);
                    missing.add(name(shape));
                }
            }

            private void makeRoom(int away, List<String> known) {
                for (int i = characteristics.size() - 1;
                        i >= 0 && characteristics.size() + away > Placement.MOST_CHARACTERISTICS;
                        i--) {
                    Characteristic each = characteristics.get(i);
                    boolean isNew = !known.contains(each.type().uuid().text());
                    if (isNew && !service.type().required().contains(each.type())) {
                        characteristics.remove(i);
                        crowdedOut.add(part(service.key(), each.type().uuid().text()));
                    }
                }
            }

            private String name(CharacteristicShape shape) {
                return part(service.key(), shape.type().uuid().text());
            }
        }

        /** Where something belongs among what is there: behind the nearest of those that it was behind. */
        private static int place(String key, List<String> order, List<String> now) {
            for (int i = order.indexOf(key) - 1; i >= 0; i--) {
                int found = now.indexOf(order.get(i));
                if (found >= 0) {
                    return found + 1;
                }
            }
            return 0;
        }
    }
}
