// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.tag.ItemPlaces;
import io.latchkey.exposure.internal.tag.SemanticMeaning;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The things of one host as a forest: which thing is a part of which, and which points each has. What somebody noted in
 * the metadata {@code homekit} stays out of it, with all that belongs to it, and so does what a bridge doesn't want.
 * Immutable once made; groups may contain each other.
 */
final class EquipmentTree {
    private static final int DEEPEST = 8;

    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, SemanticMeaning> meanings = new HashMap<>();
    private final Map<String, List<Item>> members = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> closedPlaces = new HashSet<>();
    private final Set<String> things = new HashSet<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<Item>> parts = new HashMap<>();
    private final Map<String, List<Point>> points = new HashMap<>();
    private final List<Item> bottomUp = new ArrayList<>();
    private final SemanticRemarks remarks;

    /** Sorts the items of one host. */
    EquipmentTree(Collection<Item> all, Selection selection, ItemPlaces places, SemanticRemarks remarks) {
        this.remarks = remarks;
        all.stream().sorted(Comparator.comparing(Item::name)).forEach(item -> {
            items.put(item.name(), item);
            meanings.put(item.name(), SemanticMeaning.of(item));
            item.groupNames()
                    .forEach(group -> members.computeIfAbsent(group, name -> new ArrayList<>())
                            .add(item));
        });
        close(selection, places);
        items.values().stream().filter(this::isOpen).forEach(item -> things.add(item.name()));
        items.values().stream().filter(this::isThing).forEach(this::place);
        items.values().stream().filter(this::isThing).forEach(this::cutRing);
        grow();
        items.values().stream().filter(this::isOpenPoint).forEach(this::give);
    }

    /** Each thing after its parts. */
    List<Item> bottomUp() {
        return bottomUp;
    }

    /** The things that are parts of one, by name. */
    List<Item> parts(Item equipment) {
        return parts.getOrDefault(equipment.name(), List.of());
    }

    /** The points of a thing, by name. */
    List<Point> points(Item equipment) {
        return points.getOrDefault(equipment.name(), List.of());
    }

    /** The points that belong to no thing at all, by name; a group that sums others up isn't one. */
    List<Point> loose() {
        return items.values().stream()
                .filter(item -> isOpenPoint(item) && !meaning(item).isEquipment() && item.type() != ItemType.GROUP)
                .filter(item -> item.groupNames().stream()
                        .map(meanings::get)
                        .noneMatch(group -> group != null && group.isEquipment()))
                .map(this::point)
                .toList();
    }

    /** What the tags of an item say. */
    SemanticMeaning meaning(Item item) {
        return meanings.get(item.name());
    }

    /** Whether it is a part of another thing. */
    boolean isPart(Item equipment) {
        return parents.containsKey(equipment.name());
    }

    /** The outermost thing that an item belongs to, or the item itself. */
    Item top(String name) {
        String top = name;
        while (parents.containsKey(top)) {
            top = parents.get(top);
        }
        return items.get(top);
    }

    /** The groups that an item stays a member of: of the things only the one that it belongs to. */
    Set<String> groups(Item item) {
        Set<String> groups = new LinkedHashSet<>();
        for (String group : item.groupNames()) {
            if (!things.contains(group) || group.equals(parents.get(item.name()))) {
                groups.add(group);
            }
        }
        return groups;
    }

    private void close(Selection selection, ItemPlaces places) {
        Deque<Item> next = new ArrayDeque<>();
        items.values().stream()
                .filter(item -> note(item).isPresent() || isUnwanted(item, selection, places))
                .forEach(item -> {
                    closed.add(item.name());
                    next.add(item);
                });
        next.stream().filter(item -> meaning(item).isLocation()).forEach(place -> closedPlaces.add(place.name()));
        while (!next.isEmpty()) {
            Item group = next.remove();
            for (Item member : takesAlong(group) ? members.getOrDefault(group.name(), List.of()) : List.<Item>of()) {
                if (closedPlaces.contains(group.name()) && meaning(member).isLocation()) {
                    closedPlaces.add(member.name());
                }
                if (closed.add(member.name())) {
                    next.add(member);
                }
            }
        }
    }

    private boolean isUnwanted(Item item, Selection selection, ItemPlaces places) {
        SemanticMeaning meaning = meaning(item);
        return (meaning.isEquipment() || meaning.isPoint()) && selection.excludes(item, places);
    }

    /** Whether the members of a group are out when it is: those of things, of places, and where its note is about them. */
    private boolean takesAlong(Item group) {
        return meaning(group).isEquipment()
                || closedPlaces.contains(group.name())
                || note(group).filter(EquipmentTree::isSaying).isPresent();
    }

    private boolean isThing(Item item) {
        return things.contains(item.name());
    }

    private boolean isOpen(Item item) {
        return meaning(item).isEquipment()
                && !closed.contains(item.name())
                && members.getOrDefault(item.name(), List.of()).stream()
                        .noneMatch(member ->
                                note(member).filter(EquipmentTree::isSaying).isPresent());
    }

    private boolean isOpenPoint(Item item) {
        SemanticMeaning meaning = meaning(item);
        boolean isItself = meaning.isEquipment() && isThing(item) && item.valueType() != ItemType.GROUP;
        return isItself || meaning.isPoint() && !meaning.isEquipment() && !closed.contains(item.name());
    }

    private void place(Item item) {
        List<String> above = above(item, "isPartOf");
        above.stream().findFirst().ifPresent(parent -> parents.put(item.name(), parent));
        if (above.size() > 1) {
            remarks.say(item.name(), "It is in several things: it goes with " + above.get(0) + ".");
        }
    }

    /** Takes an equipment that is a part of itself, or too deep in others, out of the one that it is in. */
    private void cutRing(Item item) {
        Set<String> path = new LinkedHashSet<>(Set.of(item.name()));
        String next = parents.get(item.name());
        while (next != null && path.add(next) && path.size() <= DEEPEST) {
            next = parents.get(next);
        }
        if (next != null && (next.equals(item.name()) || path.size() > DEEPEST)) {
            parents.remove(item.name());
            remarks.say(
                    item.name(),
                    path.size() > DEEPEST
                            ? "It is more than " + DEEPEST + " groups deep in others, so it is an accessory of its own."
                            : "The group is a member of itself; take it out of one of the two groups.");
        }
    }

    private void grow() {
        Deque<Item> roots = new ArrayDeque<>();
        for (Item item : items.values()) {
            String parent = parents.get(item.name());
            if (parent != null) {
                parts.computeIfAbsent(parent, name -> new ArrayList<>()).add(item);
            } else if (isThing(item)) {
                roots.add(item);
            }
        }
        while (!roots.isEmpty()) {
            Item item = roots.remove();
            bottomUp.add(item);
            roots.addAll(parts(item));
        }
        Collections.reverse(bottomUp);
    }

    private void give(Item item) {
        if (meaning(item).isEquipment()) {
            points.computeIfAbsent(item.name(), name -> new ArrayList<>()).add(point(item));
            return;
        }
        List<String> above = above(item, "isPointOf");
        if (above.size() > 1) {
            remarks.say(item.name(), "It is a point of several things: it goes with " + above.get(0) + ".");
        }
        above.stream().findFirst().ifPresent(owner -> {
            parents.put(item.name(), owner);
            points.computeIfAbsent(owner, name -> new ArrayList<>()).add(point(item));
        });
    }

    /** The things that an item is in: first the one that the host names, then by name. */
    private List<String> above(Item item, String relation) {
        Optional<String> noted = SemanticMeaning.relation(item, relation);
        return item.groupNames().stream()
                .filter(group -> !group.equals(item.name())
                        && things.contains(group)
                        && items.get(group).type() == ItemType.GROUP)
                .sorted(Comparator.comparing((String group) -> !noted.equals(Optional.of(group)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Point point(Item item) {
        return new Point(item, meaning(item));
    }

    private static Optional<Metadata> note(Item item) {
        return Optional.ofNullable(item.metadata().get(ExposureRequest.NAMESPACE));
    }

    /** Whether a note is about the item, and doesn't only keep it out. */
    private static boolean isSaying(Metadata note) {
        String text = note.value().trim();
        return !text.isEmpty() && !text.equals("None");
    }
}
