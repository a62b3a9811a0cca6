// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Numbers what Home tells apart by numbers, such as the buttons of one remote control or the valves of a garden: by the
 * number that metadata notes, else by the one it had before, else by the next free one, in the order of the services.
 * Adds the label service that Home needs for it. Used by one composing at a time.
 */
final class ServiceLabels {
    private final Item owner;
    private final ExposureRequest request;
    private final Vocabulary vocabulary;
    private final PreviousNumbers before;
    private final Findings findings;

    /** For one accessory. */
    ServiceLabels(
            Item owner, ExposureRequest request, Vocabulary vocabulary, PreviousNumbers before, Findings findings) {
        this.owner = owner;
        this.request = request;
        this.vocabulary = vocabulary;
        this.before = before;
        this.findings = findings;
    }

    /** The same services, numbered and labelled where there are several, or metadata asks for a label. */
    List<ServicePlan> label(List<ServicePlan> services) {
        List<ServicePlan> alike = services.stream().filter(this::isLabelled).toList();
        boolean hasLabel = services.stream().anyMatch(service -> isLabel(service.type()));
        Optional<ServicePlan> added = hasLabel || alike.isEmpty() ? Optional.empty() : label(alike.size() > 1);
        if (!hasLabel && added.isEmpty()) {
            return services;
        }
        Map<String, Long> numbers = numbers(alike);
        List<ServicePlan> all = new ArrayList<>();
        services.forEach(service ->
                all.add(numbers.containsKey(service.key()) ? numbered(service, numbers.get(service.key())) : service));
        added.map(label -> label.linkedTo(alike.stream().map(ServicePlan::key).toList()))
                .ifPresent(all::add);
        return all;
    }

    private boolean isLabelled(ServicePlan service) {
        return indexOf(service.type()).isPresent()
                && service.type().linkedUnder().stream()
                        .flatMap(word -> vocabulary.type(word).stream())
                        .anyMatch(ServiceLabels::isLabel);
    }

    private static boolean isLabel(AccessoryType type) {
        return type.service().equals(ServiceTypes.SERVICE_LABEL);
    }

    private static Optional<Role> indexOf(AccessoryType type) {
        return type.roles().stream()
                .filter(role -> role.type().equals(CharacteristicTypes.SERVICE_LABEL_INDEX))
                .findFirst();
    }

    /** A label, if people asked for one or there are several to tell apart. */
    private Optional<ServicePlan> label(boolean areSeveral) {
        return vocabulary.types().stream()
                .filter(ServiceLabels::isLabel)
                .min(Comparator.comparing(AccessoryType::name))
                .filter(type -> areSeveral
                        || type.roles().stream()
                                .anyMatch(role ->
                                        Constants.text(request.options(), role).isPresent()))
                .flatMap(type -> new RoleAssignment(owner, type, List.of(), Map.of(owner.name(), request), findings)
                        .assign()
                        .map(sources -> ServicePlan.of(type.name(), type, sources)));
    }

    private Map<String, Long> numbers(List<ServicePlan> alike) {
        Map<String, Long> numbers = noted(alike);
        Set<Long> taken = new HashSet<>(numbers.values());
        for (ServicePlan service : alike) {
            if (!numbers.containsKey(service.key())) {
                before.number(owner.name(), service.key())
                        .filter(taken::add)
                        .ifPresent(number -> numbers.put(service.key(), number));
            }
        }
        alike.forEach(service -> numbers.computeIfAbsent(
                service.key(),
                key -> LongStream.rangeClosed(1, alike.size())
                        .filter(taken::add)
                        .findFirst()
                        .orElse(1)));
        return numbers;
    }

    /** The numbers that metadata notes. */
    private Map<String, Long> noted(List<ServicePlan> alike) {
        Map<String, Long> numbers = new HashMap<>();
        for (ServicePlan service : alike) {
            service.number().ifPresent(number -> {
                if (numbers.containsValue(number)) {
                    findings.note(owner.name(), "Two of its services have the ServiceIndex " + number + ".");
                }
                numbers.put(service.key(), number);
            });
        }
        return numbers;
    }

    private static ServicePlan numbered(ServicePlan service, long number) {
        Role index = indexOf(service.type()).orElseThrow();
        Map<Role, RoleSource> sources = new HashMap<>(service.sources());
        sources.putIfAbsent(index, new RoleSource.Fixed(Value.of(number), true));
        return service.playedBy(sources);
    }
}
