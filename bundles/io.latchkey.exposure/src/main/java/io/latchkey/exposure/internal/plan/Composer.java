// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.exposure.internal.language.Names;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.language.Wish;
import io.latchkey.exposure.internal.tag.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans accessories from the items of one host: which item owns one, which services it has, who plays their roles. A
 * pure function of items, words and selection; the states of items count only where text items tell something about an
 * accessory. Looks at nothing but the items that ask for something and the groups that they are in.
 */
public final class Composer {
    private static final int MOST_SERVICES = 99;

    private final WishIndex index;
    private final Map<String, Item> items;
    private final Map<String, Wish> wishes;
    private final Findings findings = new Findings();
    private final Vocabulary vocabulary;
    private final Numbers numbers;
    private final States states;
    private Set<String> used = new LinkedHashSet<>();

    private Composer(WishIndex index, Vocabulary vocabulary, Numbers numbers, States states) {
        this.index = index;
        this.items = index.items();
        this.wishes = index.wishes();
        this.vocabulary = vocabulary;
        this.numbers = numbers;
        this.states = states;
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
    public static Composition compose(
            WishIndex index, Vocabulary vocabulary, Selection selection, Numbers numbers, States states) {
        return new Composer(index, vocabulary, numbers, states).compose(selection);
    }

    private Composition compose(Selection selection) {
        Places places = new Places(items);
        List<Item> taken = wishes.keySet().stream()
                .map(items::get)
                .filter(item -> isTaken(item, selection, places, new HashSet<>()))
                .toList();
        taken.forEach(item -> findings.asked(item.name()));
        List<AccessoryPlan> plans = taken.stream()
                .filter(this::isOwner)
                .flatMap(item -> accessory(item).stream())
                .toList();
        taken.forEach(this::explain);
        return new Composition(plans, findings.reports(), unknown(), findings.broken());
    }

    /** Members go with their group, whatever is said at the members. */
    private boolean isTaken(Item item, Selection selection, Places places, Set<String> path) {
        if (!isMember(item)) {
            return selection.takes(item, places);
        }
        return item.groupNames().stream()
                .filter(this::isAccessoryGroup)
                .filter(path::add)
                .anyMatch(group -> isTaken(items.get(group), selection, places, path));
    }

    private boolean isOwner(Item item) {
        return wishes.get(item.name()).isAccessory() && !isMember(item);
    }

    private boolean isMember(Item item) {
        return item.groupNames().stream().anyMatch(this::isAccessoryGroup);
    }

    private boolean isAccessoryGroup(String name) {
        return wishes.containsKey(name)
                && wishes.get(name).isAccessory()
                && items.get(name).type() == ItemType.GROUP;
    }

    private Optional<AccessoryPlan> accessory(Item owner) {
        used = new LinkedHashSet<>(Set.of(owner.name()));
        Labels labels = new Labels(owner, wishes.get(owner.name()), vocabulary, numbers, findings);
        List<ServicePlan> services = labels.label(services(owner, Set.of(owner.name())));
        if (services.size() > MOST_SERVICES) {
            findings.fault(
                    owner.name(),
                    "An accessory has at most 100 services, the one about itself included; the others are left out.");
            services = firstOf(services);
        }
        if (services.isEmpty()) {
            if (wishes.get(owner.name()).onlyMembers()) {
                findings.fault(owner.name(), "No member of the group is an accessory.");
            }
            return Optional.empty();
        }
        if (owner.type() == ItemType.GROUP) {
            findings.became(
                    owner.name(),
                    services.size() == 1 ? "an accessory" : "an accessory of " + services.size() + " services");
        }
        About about = new About(owner, membersOf(owner), wishes, findings, states);
        List<ServicePlan> finished = named(withPrimary(services, owner), owner);
        return Optional.of(new AccessoryPlan(
                owner.name(), about.info(), about.identify(), finished, usedBy(finished, about), isWhole(finished)));
    }

    private Set<String> usedBy(List<ServicePlan> services, About about) {
        Set<String> names = new LinkedHashSet<>(used);
        names.addAll(about.items());
        services.stream()
                .flatMap(service -> service.players().values().stream())
                .filter(Player.Of.class::isInstance)
                .forEach(player ->
                        names.add(((Player.Of) player).context().item().name()));
        return names;
    }

    private boolean isWhole(List<ServicePlan> services) {
        return used.stream().allMatch(item -> wishes.get(item).unknown().isEmpty() && !findings.isBroken(item))
                && services.stream()
                        .map(ServicePlan::type)
                        .flatMap(type -> Stream.concat(type.companions().stream(), type.linkedUnder().stream()))
                        .allMatch(word -> vocabulary.type(word).isPresent());
    }

    private static List<ServicePlan> firstOf(List<ServicePlan> services) {
        List<ServicePlan> first = services.subList(0, MOST_SERVICES);
        Set<String> keys = first.stream().map(ServicePlan::key).collect(Collectors.toSet());
        return first.stream()
                .map(service -> service.linkedTo(
                        service.linked().stream().filter(keys::contains).toList()))
                .toList();
    }

    private List<ServicePlan> services(Item owner, Set<String> path) {
        List<ServicePlan> own = new ArrayList<>();
        String suffix = path.size() == 1 ? "" : ":" + owner.name().replace('/', '_');
        for (AccessoryType type : wishes.get(owner.name()).types()) {
            new Casting(owner, type, membersOf(owner), wishes, findings)
                    .cast()
                    .map(cast -> ServicePlan.of(type.name() + suffix, type, cast))
                    .ifPresent(own::add);
        }
        own.addAll(companions(own, suffix, owner));
        List<ServicePlan> children = new ArrayList<>();
        for (Item member : membersOf(owner)) {
            if (wishes.get(member.name()).isAccessory() && mayJoin(member, path)) {
                used.add(member.name());
                Set<String> deeper = new HashSet<>(path);
                deeper.add(member.name());
                children.addAll(services(member, deeper));
            }
        }
        List<ServicePlan> all = new ArrayList<>();
        List<ServicePlan> beside =
                Stream.concat(own.stream(), children.stream()).toList();
        own.forEach(service -> all.add(service.linkedTo(linksOf(service.type(), beside))));
        all.addAll(children);
        if (path.size() > 1 && owner.type() == ItemType.GROUP && !all.isEmpty()) {
            findings.became(owner.name(), all.size() == 1 ? "a service" : all.size() + " services");
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
                    .forEach(type -> Companions.cast(type, service.players())
                            .map(cast -> ServicePlan.of(type.name() + suffix, type, cast))
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

    private List<Item> membersOf(Item owner) {
        return owner.type() == ItemType.GROUP ? index.members(owner.name()) : List.of();
    }

    private static List<String> linksOf(AccessoryType parent, List<ServicePlan> children) {
        return children.stream()
                .filter(child -> child.type().linkedUnder().contains(parent.name()))
                .map(ServicePlan::key)
                .toList();
    }

    private List<ServicePlan> withPrimary(List<ServicePlan> services, Item owner) {
        String wished = wishes.get(owner.name()).options().text("primary").orElse("");
        String primary = services.stream()
                .filter(service -> service.type().name().equalsIgnoreCase(wished))
                .findFirst()
                .orElse(services.get(0))
                .key();
        return services.stream()
                .map(service -> service.key().equals(primary) ? service.asPrimary() : service)
                .toList();
    }

    private List<ServicePlan> named(List<ServicePlan> services, Item owner) {
        List<ServicePlan> all = new ArrayList<>();
        for (ServicePlan service : services) {
            boolean needsName = service.type().service().required().contains(CharacteristicTypes.NAME);
            boolean takesName = service.type().service().optional().contains(CharacteristicTypes.NAME);
            all.add(needsName || !all.isEmpty() && takesName ? service.named(nameOf(service, owner)) : service);
        }
        return all;
    }

    private String nameOf(ServicePlan service, Item owner) {
        int colon = service.key().indexOf(':');
        Item item = colon < 0 ? owner : items.getOrDefault(service.key().substring(colon + 1), owner);
        String label = wishes.get(item.name()).options().text("Name").orElse(item.label());
        boolean isSecondOfOwner = item == owner;
        return Names.legal(
                isSecondOfOwner ? label + " " + service.type().service().displayName() : label, item.name());
    }

    private void explain(Item item) {
        Wish wish = wishes.get(item.name());
        wish.unknown().forEach(word -> findings.fault(item.name(), unknown(word)));
        oddOptions(wish).forEach(text -> findings.note(item.name(), text));
        if (wish.onlyMembers() && item.type() != ItemType.GROUP) {
            findings.fault(item.name(), Vocabulary.GROUP_ONLY + " is for groups.");
        }
        if (wish.options()
                .text("instance")
                .filter(text -> !text.trim().matches("\\d{1,4}"))
                .isPresent()) {
            findings.note(item.name(), "Its option instance is no number, so it counts as 1.");
        }
        if (!findings.became(item.name()) && !findings.isExplained(item.name())) {
            findings.fault(item.name(), "No accessory takes it: note its type at the item, or at a group it is in.");
        }
    }

    private String unknown(String word) {
        Optional<AccessoryType> hanging = vocabulary.leftOut(word);
        if (hanging.isPresent()) {
            return "\"" + word + "\" is left out because its " + hanging.get()
                    + " doesn't return from a call: see the log, and mend or restart its bundle.";
        }
        return "\"" + word + "\" is no accessory type or characteristic that is installed: "
                + vocabulary
                        .meant(word)
                        .map(meant -> "did you mean " + meant + "?")
                        .orElse("mend the spelling, or install the bundle that brings it.");
    }

    /** Options begin with a small letter; names of states and of characteristics, which are many, don't. */
    private Stream<String> oddOptions(Wish wish) {
        return wish.options().options().keySet().stream()
                .filter(option -> !option.isEmpty() && Character.isLowerCase(option.charAt(0)))
                .flatMap(option -> vocabulary.meantOption(option).stream()
                        .map(meant -> "Its option " + option + " isn't known: did you mean " + meant + "?"));
    }

    private Map<String, String> unknown() {
        Map<String, String> words = new HashMap<>();
        wishes.forEach((item, wish) -> wish.unknown().stream().findFirst().ifPresent(word -> words.put(item, word)));
        return words;
    }
}
