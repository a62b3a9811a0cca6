// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.LegalNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Assigns the roles of one service: to an item that was named for the role, else to a constant of the metadata, else to
 * the owner itself where the role is required, else to what the type presets. A group that is an item itself and in which
 * several members have a name for a required role sums them up, and plays it itself. Used by one composing at a time.
 */
final class RoleAssignment {
    private final Item owner;
    private final AccessoryType type;
    private final List<Item> members;
    private final Map<String, ExposureRequest> requests;
    private final Findings findings;
    private final ConstantAssignment constants;
    private final List<Runnable> assigned = new ArrayList<>();

    /**
     * Prepares one service.
     *
     * @param members the members of the owner's group that asked for something, in order
     */
    RoleAssignment(
            Item owner,
            AccessoryType type,
            List<Item> members,
            Map<String, ExposureRequest> requests,
            Findings findings) {
        this.owner = owner;
        this.type = type;
        this.members = members;
        this.requests = requests;
        this.findings = findings;
        this.constants = new ConstantAssignment(
                owner.name(), type, requests.get(owner.name()).options(), findings);
    }

    /** Who has which role, in the order of the roles; empty when a required one is free, which the findings then tell. */
    Optional<Map<Role, RoleSource>> assign() {
        Map<Role, RoleSource> sources = new LinkedHashMap<>();
        if (!fill(sources) || isLacking(sources)) {
            return Optional.empty();
        }
        assigned.forEach(Runnable::run);
        MappingRemarks.look(type, sources.values(), findings);
        if (sources.values().stream().noneMatch(RoleSource.FromItem.class::isInstance)) {
            findings.became(owner.name(), type.name());
        }
        type.remark().ifPresent(text -> findings.note(owner.name(), text));
        return Optional.of(sources);
    }

    /** Fills the roles that it can; tells whether no required one is free. */
    private boolean fill(Map<Role, RoleSource> sources) {
        boolean isWhole = true;
        for (Role role : rolesToFill()) {
            Optional<RoleSource> source = source(role);
            source.ifPresent(found -> sources.put(role, found));
            if (source.isEmpty() && role.isRequired()) {
                isWhole = false;
                findings.fault(owner.name(), missing(role));
            }
        }
        return isWhole;
    }

    private boolean isLacking(Map<Role, RoleSource> sources) {
        try {
            Optional<String> lack = type.lacks(filled(sources));
            lack.ifPresent(text -> findings.fault(owner.name(), text));
            return lack.isPresent();
        } catch (ContributorException failure) {
            findings.broken(owner.name(), failure.getMessage());
            return true;
        }
    }

    /** The roles that an item or the metadata fills. */
    private static Set<Role> filled(Map<Role, RoleSource> sources) {
        return sources.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof RoleSource.Fixed value) || value.isOnlyOne())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The roles to fill; names are the composer's affair. */
    private List<Role> rolesToFill() {
        return type.roles().stream()
                .filter(role -> !role.type().equals(CharacteristicTypes.NAME))
                .toList();
    }

    private Optional<RoleSource> source(Role role) {
        return named(role)
                .or(() -> constants.assign(role))
                .or(() -> ownerItself(role))
                .or(() -> role.preset().map(value -> new RoleSource.Fixed(named(role, value), false)));
    }

    /** What people can rename in Home is called like its item at first. */
    private Value named(Role role, Value preset) {
        return role.type().equals(CharacteristicTypes.CONFIGURED_NAME) ? Value.of(nameOf(owner)) : preset;
    }

    private String nameOf(Item item) {
        String name = requests.get(item.name()).options().text("Name").orElse(item.label());
        return LegalNames.legal(name, item.name());
    }

    private Optional<RoleSource> named(Role role) {
        List<Item> candidates = candidates(role);
        if (candidates.size() > 1 && !candidates.contains(owner)) {
            Optional<RoleSource> sum = ownerItself(role);
            if (sum.isPresent()) {
                return sum;
            }
        }
        Optional<RoleSource> chosen = Optional.empty();
        for (Item candidate : candidates) {
            if (!role.items().contains(candidate.valueType())) {
                findings.fault(candidate.name(), wrongKind(role, candidate));
            } else if (chosen.isPresent()) {
                findings.note(
                        candidate.name(),
                        "Another item is " + type.name() + "." + role + " of " + owner.name()
                                + " already; take one of the two away.");
            } else {
                chosen = Optional.of(plays(candidate, role));
            }
        }
        return chosen;
    }

    private List<Item> candidates(Role role) {
        List<Item> all = new ArrayList<>();
        if (names(owner, role)) {
            all.add(owner);
        }
        members.stream()
                .filter(member -> !hasOwn(member, role) && names(member, role))
                .forEach(all::add);
        return all;
    }

    private boolean names(Item item, Role role) {
        return requests.get(item.name()).parts().stream()
                .anyMatch(part -> part.roleOf(type).filter(role::equals).isPresent());
    }

    private boolean hasOwn(Item member, Role role) {
        ExposureRequest request = requests.get(member.name());
        return request.types().stream()
                .anyMatch(own -> request.parts().stream()
                        .filter(part -> part.roleOf(type).filter(role::equals).isPresent())
                        .anyMatch(part -> part.roleOf(own).isPresent()));
    }

    private Optional<RoleSource> ownerItself(Role role) {
        boolean isMeant = role.isRequired() && role.items().contains(owner.valueType());
        return isMeant ? Optional.of(plays(owner, role)) : Optional.empty();
    }

    private RoleSource plays(Item item, Role role) {
        assigned.add(() -> findings.became(
                item.name(),
                type.name() + "." + role + (item.name().equals(owner.name()) ? "" : " of " + owner.name())));
        return RoleSource.FromItem.of(item, role, options(item, role));
    }

    /** Its own options, and those of the owner that the role shares. */
    private Metadata options(Item item, Role role) {
        Metadata own = requests.get(item.name()).options();
        Map<String, Object> all =
                new LinkedHashMap<>(requests.get(owner.name()).options().options());
        all.keySet().retainAll(role.shared());
        all.putAll(own.options());
        return new Metadata(own.value(), all);
    }

    private String missing(Role role) {
        return type.name() + " needs " + role + ": note \"" + type.name() + "." + role + "\" at " + kinds(role)
                + (owner.type() == ItemType.GROUP
                        ? " of the group."
                        : "; " + owner.type().text() + " is none.");
    }

    private static String wrongKind(Role role, Item candidate) {
        return role + " takes " + kinds(role) + "; " + candidate.valueType().text() + " is none.";
    }

    private static String kinds(Role role) {
        return role.items().stream()
                .sorted()
                .map(ItemType::text)
                .collect(Collectors.collectingAndThen(Collectors.joining(" or "), all -> "a " + all));
    }
}
