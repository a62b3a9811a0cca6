// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans the services of one accessory: those that its item asks for, those that stand beside these, and those of the
 * members of its group; and which of them is linked under which. For one accessory, once.
 */
final class ServicePlanner {
    private final GroupResolver groups;
    private final Map<String, ExposureRequest> requests;
    private final Vocabulary vocabulary;
    private final Findings findings;
    private final Set<String> joined = new LinkedHashSet<>();

    /**
     * Begins an accessory.
     *
     * @param requests what items ask for, by name
     */
    ServicePlanner(
            GroupResolver groups, Map<String, ExposureRequest> requests, Vocabulary vocabulary, Findings findings) {
        this.groups = groups;
        this.requests = requests;
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    /** All services of the accessory of an item. */
    List<ServicePlan> services(Item owner) {
        joined.add(owner.name());
        return services(owner, Set.of(owner.name()));
    }

    /** The items that asked for these services, the owner first. */
    Set<String> joined() {
        return joined;
    }

    private List<ServicePlan> services(Item owner, Set<String> path) {
        List<ServicePlan> own = path.size() == 1 ? own(owner, groups.typesAlone(owner), "") : ownOfMember(owner);
        List<ServicePlan> members = ofMembers(owner, path);
        List<ServicePlan> beside = Stream.concat(own.stream(), members.stream()).toList();
        List<ServicePlan> all = new ArrayList<>();
        own.forEach(service -> all.add(service.linkedTo(linksOf(service.type(), beside))));
        all.addAll(members);
        if (path.size() > 1 && owner.type() == ItemType.GROUP && !all.isEmpty()) {
            findings.became(owner.name(), all.size() == 1 ? "a service" : all.size() + " services");
        }
        return all;
    }

    private List<ServicePlan> ownOfMember(Item member) {
        return own(
                member, requests.get(member.name()).types(), ":" + member.name().replace('/', '_'));
    }

    private List<ServicePlan> own(Item owner, List<AccessoryType> types, String suffix) {
        List<ServicePlan> own = new ArrayList<>();
        for (AccessoryType type : types) {
            new RoleAssignment(owner, type, groups.members(owner), requests, findings)
                    .assign()
                    .map(sources -> ServicePlan.of(type.name() + suffix, type, sources))
                    .ifPresent(own::add);
        }
        own.addAll(companions(own, suffix, owner));
        return own;
    }

    private List<ServicePlan> ofMembers(Item owner, Set<String> path) {
        List<ServicePlan> all = new ArrayList<>();
        for (Item member : groups.members(owner)) {
            if (requests.get(member.name()).isAccessory() && mayJoin(member, path)) {
                joined.add(member.name());
                Set<String> deeper = new HashSet<>(path);
                deeper.add(member.name());
                all.addAll(services(member, deeper));
            }
        }
        return all;
    }

    private List<ServicePlan> companions(List<ServicePlan> services, String suffix, Item owner) {
        Set<AccessoryType> known = services.stream().map(ServicePlan::type).collect(Collectors.toSet());
        List<ServicePlan> companions = new ArrayList<>();
        for (ServicePlan service : services) {
            service.type().companions().stream()
                    .sorted()
                    .flatMap(word -> vocabulary.type(word).stream())
                    .filter(known::add)
                    .forEach(type -> CompanionRoles.assign(type, service.sources())
                            .map(sources -> ServicePlan.of(type.name() + suffix, type, sources))
                            .ifPresent(companions::add));
        }
        companions.forEach(each -> findings.became(owner.name(), each.type().name()));
        return companions;
    }

    private boolean mayJoin(Item member, Set<String> path) {
        if (path.contains(member.name())) {
            findings.fault(member.name(), "The group is a member of itself; take it out of one of the two groups.");
            return false;
        }
        return true;
    }

    private static List<String> linksOf(AccessoryType parent, List<ServicePlan> children) {
        return children.stream()
                .filter(child -> child.type().linkedUnder().contains(parent.name()))
                .map(ServicePlan::key)
                .toList();
    }
}
