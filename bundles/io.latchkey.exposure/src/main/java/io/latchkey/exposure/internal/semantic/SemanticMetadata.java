// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.tag.ItemPlaces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the semantic tags of the items of one host as if somebody had noted {@code homekit} at them: a type at each
 * thing, roles at its points. Items with a note of their own stay as they are, and so do the things that they belong to.
 * A pure function of items and selection; takes any items and never throws.
 */
public final class SemanticMetadata {
    private final SemanticNotes notes = new SemanticNotes();
    private final SemanticRemarks remarks = new SemanticRemarks();
    private final List<Item> items = new ArrayList<>();
    private final ItemPlaces places;
    private final EquipmentTree household;
    private final Selection selection;

    private SemanticMetadata(Collection<Item> all, Selection selection) {
        this.places = new ItemPlaces(all);
        this.selection = selection;
        this.household = new EquipmentTree(all, selection, places, remarks);
        household.bottomUp().forEach(this::make);
        household.loose().forEach(this::make);
        for (Item item : all) {
            items.add(notes.has(item.name()) ? noted(item) : item);
            items.addAll(notes.has(item.name()) ? TelevisionInputs.of(items.get(items.size() - 1)) : List.of());
        }
    }

    /**
     * Reads the tags of all items.
     *
     * @param items of one host, in its order
     * @param selection what is excluded there isn't read
     */
    public static SemanticMetadata of(Collection<Item> items, Selection selection) {
        return new SemanticMetadata(items, selection);
    }

    /** The item of the host that stands behind one of these: an input of our own stands for its channel. */
    public static String behind(String name) {
        return TelevisionInputs.behind(name);
    }

    /** The items with the notes. */
    public List<Item> items() {
        return List.copyOf(items);
    }

    /** The groups of which tags say what their members do in them, by name. */
    public Set<String> composed() {
        return items.stream()
                .filter(item -> item.type() == ItemType.GROUP)
                .map(Item::name)
                .filter(notes::has)
                .collect(Collectors.toSet());
    }

    /** What became of the items, with what people should know of their tags. */
    public List<CheckReport> explained(List<CheckReport> reports) {
        return remarks.addedTo(reports, item -> selection.takes(household.top(item), places));
    }

    private void make(Item thing) {
        List<Item> parts = household.parts(thing).stream()
                .filter(part -> notes.has(part.name()))
                .toList();
        List<Point> points = household.points(thing);
        EquipmentServices offer = SemanticRules.offer(household.meaning(thing).equipment());
        EquipmentResolver outfit = new EquipmentResolver(thing, points, notes);
        outfit.make(offer, parts);
        boolean isGroup = thing.type() == ItemType.GROUP;
        if (isGroup && !notes.has(thing.name()) && (outfit.isSomething() || !parts.isEmpty())) {
            notes.say(thing.name(), Vocabulary.GROUP_ONLY);
        }
        if (!offer.remark().isEmpty()) {
            remarks.say(thing.name(), offer.remark());
        }
        if (!notes.has(thing.name())) {
            remarks.say(thing.name(), nothing(thing));
            return;
        }
        points.stream()
                .filter(point -> !outfit.uses(point))
                .filter(point -> !point.item().name().equals(thing.name()))
                .forEach(point -> remarks.say(point.item().name(), outfit.why(point)));
        name(thing);
    }

    private void make(Point point) {
        EquipmentResolver outfit = new EquipmentResolver(point.item(), List.of(point), notes);
        outfit.make(SemanticRules.offer(SemanticRules.NO_EQUIPMENT), List.of());
        if (outfit.isSomething()) {
            name(point.item());
        }
    }

    private void name(Item item) {
        if (!household.isPart(item)) {
            RoomName.of(item, places).ifPresent(name -> notes.option(item.name(), "Name", name));
        }
    }

    private String nothing(Item thing) {
        String kind = household.meaning(thing).equipment().get(0);
        return household.points(thing).isEmpty()
                ? "Nothing in Home: this " + kind
                        + " has no points. Tag its members as points, such as Switch or Status."
                : "Nothing in Home: none of its points says what a " + kind + " does there. Give them tags of a point"
                        + " and of a property, or note homekit.";
    }

    private Item noted(Item item) {
        Map<String, Metadata> metadata = new LinkedHashMap<>(item.metadata());
        metadata.put(ExposureRequest.NAMESPACE, notes.of(item.name()));
        return item.toBuilder()
                .onlyMetadata(metadata)
                .groups(household.groups(item))
                .build();
    }
}
