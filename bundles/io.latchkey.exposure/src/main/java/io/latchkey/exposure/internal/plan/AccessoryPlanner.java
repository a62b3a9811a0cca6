// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.language.Vocabulary;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans accessories from the items of one host: which item owns one ({@link GroupResolver}), which services it has
 * ({@link ServicePlanner}), which item feeds which role ({@link RoleAssignment}). A pure function of items, words and
 * selection; the states of items count only where text items tell something about an accessory. Looks at nothing but the
 * items that ask for something and the groups that they are in.
 */
public final class AccessoryPlanner {
    private static final int MOST_SERVICES = 99;

    private final Map<String, Item> items;
    private final Map<String, ExposureRequest> requests;
    private final GroupResolver groups;
    private final Findings findings = new Findings();
    private final Vocabulary vocabulary;
    private final PreviousNumbers numbers;
    private final ItemStates states;
    private final StandaloneChoice standalone;

    private AccessoryPlanner(
            RequestIndex index,
            Vocabulary vocabulary,
            Selection selection,
            PreviousNumbers numbers,
            ItemStates states) {
        this.items = index.items();
        this.requests = index.requests();
        this.groups = new GroupResolver(index);
        this.vocabulary = vocabulary;
        this.numbers = numbers;
        this.states = states;
        this.standalone = new StandaloneChoice(selection, items);
    }

    /**
     * Plans all accessories.
     *
     * @param index the items of one host and what they ask for, by the words of the vocabulary
     * @param vocabulary the accessory types that are there
     * @param selection which of the items that ask for it are taken
     * @param numbers those that buttons had before
     * @param states of items whose texts tell something about an accessory
     */
    public static Composition plan(
            RequestIndex index,
            Vocabulary vocabulary,
            Selection selection,
            PreviousNumbers numbers,
            ItemStates states) {
        return new AccessoryPlanner(index, vocabulary, selection, numbers, states).plan(selection);
    }

    private Composition plan(Selection selection) {
        List<Item> taken = groups.taken(selection);
        taken.forEach(item -> findings.asked(item.name()));
        List<AccessoryPlan> plans = taken.stream()
                .filter(groups::isOwner)
                .flatMap(item -> accessory(item).stream())
                .toList();
        MetadataFindings metadata = new MetadataFindings(vocabulary, findings);
        taken.forEach(item -> metadata.look(item, requests.get(item.name())));
        return new Composition(plans, findings.reports(), unknown(), findings.broken());
    }

    private Optional<AccessoryPlan> accessory(Item owner) {
        ServicePlanner planner = new ServicePlanner(groups, requests, vocabulary, findings);
        ServiceLabels labels = new ServiceLabels(owner, requests.get(owner.name()), vocabulary, numbers, findings);
        List<ServicePlan> services = limited(labels.label(planner.services(owner)), owner);
        if (services.isEmpty()) {
            if (requests.get(owner.name()).onlyMembers()) {
                findings.fault(owner.name(), "No member of the group is an accessory.");
            }
            return Optional.empty();
        }
        if (owner.type() == ItemType.GROUP) {
            findings.became(
                    owner.name(),
                    services.size() == 1 ? "an accessory" : "an accessory of " + services.size() + " services");
        }
        return Optional.of(accessory(owner, services, planner.joined()));
    }

    private AccessoryPlan accessory(Item owner, List<ServicePlan> services, Set<String> joined) {
        Map<String, AccessoryDetails> details = new LinkedHashMap<>();
        AccessoryDetails about = details.computeIfAbsent(owner.name(), name -> details(owner));
        List<ServicePlan> named = new ServiceNaming(
                        owner, items, requests, item -> details.computeIfAbsent(item.name(), name -> details(item)))
                .named(services);
        AccessoryInfo info = about.info();
        Optional<String> identify = about.identify();
        return new AccessoryPlan(
                owner.name(),
                info,
                identify,
                named,
                usedBy(named, joined, details.values()),
                standalone.of(owner, requests.get(owner.name()), named),
                isWhole(named, joined));
    }

    private AccessoryDetails details(Item item) {
        return new AccessoryDetails(item, groups.members(item), requests, findings, states);
    }

    private static Set<String> usedBy(
            List<ServicePlan> services, Set<String> joined, Collection<AccessoryDetails> details) {
        Set<String> names = new LinkedHashSet<>(joined);
        details.forEach(each -> names.addAll(each.items()));
        services.stream()
                .flatMap(service -> service.sources().values().stream())
                .filter(RoleSource.FromItem.class::isInstance)
                .forEach(source -> names.add(
                        ((RoleSource.FromItem) source).context().item().name()));
        return names;
    }

    private boolean isWhole(List<ServicePlan> services, Set<String> joined) {
        return joined.stream().allMatch(item -> requests.get(item).unknown().isEmpty() && !findings.isBroken(item))
                && services.stream()
                        .map(ServicePlan::type)
                        .flatMap(type -> Stream.concat(type.companions().stream(), type.linkedUnder().stream()))
                        .allMatch(word -> vocabulary.type(word).isPresent());
    }

    private List<ServicePlan> limited(List<ServicePlan> services, Item owner) {
        if (services.size() <= MOST_SERVICES) {
            return services;
        }
        findings.fault(
                owner.name(),
                "An accessory has at most 100 services, the one about itself included; the others are left out.");
        List<ServicePlan> first = services.subList(0, MOST_SERVICES);
        Set<String> keys = first.stream().map(ServicePlan::key).collect(Collectors.toSet());
        return first.stream()
                .map(service -> service.linkedTo(
                        service.linked().stream().filter(keys::contains).toList()))
                .toList();
    }

    private Map<String, String> unknown() {
        Map<String, String> words = new HashMap<>();
        requests.forEach(
                (item, request) -> request.unknown().stream().findFirst().ifPresent(word -> words.put(item, word)));
        return words;
    }
}
