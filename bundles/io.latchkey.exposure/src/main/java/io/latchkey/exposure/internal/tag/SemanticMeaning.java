// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.tag;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an item is in openHAB's semantic model, from its tags. For tags that people added themselves it counts what the
 * host notes in the metadata {@code semantics}, which names the tags above them too. Each part is a tag with those above
 * it, from the special to the general, and empty when nothing is said. Immutable; reads any item.
 *
 * @param location the place that it is
 * @param equipment the thing that it is
 * @param point what it does for a thing
 * @param property what the point is about
 */
public record SemanticMeaning(
        List<String> location, List<String> equipment, List<String> point, List<String> property) {
    /** The namespace in which the host notes what an item is. */
    public static final String NAMESPACE = "semantics";

    private static final List<String> STATUS = List.of("Status");
    private static final List<String> CONTROL = List.of("Control");
    private static final List<String> MEASUREMENT = List.of("Measurement");
    private static final Set<String> SENSED = Set.of("Motion", "Presence", "Smoke", "CO", "Vibration");
    private static final Set<String> MEASURED = Set.of(
            "Temperature",
            "Humidity",
            "Illuminance",
            "Moisture",
            "Power",
            "Energy",
            "Voltage",
            "Current",
            "CO",
            "CO2",
            "VOC",
            "Ozone",
            "ParticulateMatter",
            "StateOfCharge");

    public SemanticMeaning {
        location = List.copyOf(location);
        equipment = List.copyOf(equipment);
        point = List.copyOf(point);
        property = List.copyOf(property);
    }

    /** Reads an item. */
    public static SemanticMeaning of(Item item) {
        Map<SemanticTags.Kind, List<String>> paths = new EnumMap<>(SemanticTags.Kind.class);
        boolean isTold = item.tags().stream()
                .anyMatch(tag -> SemanticTags.kind(tag).equals(Optional.of(SemanticTags.Kind.POINT)));
        item.tags().stream()
                .sorted(Comparator.comparing(
                                (String tag) -> -SemanticTags.path(tag).size())
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(tag ->
                        SemanticTags.kind(tag).ifPresent(kind -> paths.putIfAbsent(kind, SemanticTags.path(tag))));
        Metadata noted = item.metadata().getOrDefault(NAMESPACE, Metadata.NONE);
        Stream.concat(Stream.of(noted.value()), noted.text("relatesTo").stream())
                .forEach(text -> read(text, paths));
        List<String> property = paths.getOrDefault(SemanticTags.Kind.PROPERTY, List.of());
        List<String> noticed = paths.getOrDefault(SemanticTags.Kind.POINT, List.of());
        List<String> point = !isTold && isGuess(noticed, property) ? implied(item, property) : noticed;
        return new SemanticMeaning(
                paths.getOrDefault(SemanticTags.Kind.LOCATION, List.of()),
                paths.getOrDefault(SemanticTags.Kind.EQUIPMENT, List.of()),
                point,
                property);
    }

    /** What the host noted of an item's relation to another, such as {@code isPointOf}: the name of that. */
    public static Optional<String> relation(Item item, String name) {
        return item.metadata().getOrDefault(NAMESPACE, Metadata.NONE).text(name);
    }

    /** Whether it is a place. */
    public boolean isLocation() {
        return !location.isEmpty();
    }

    /** Whether it is a thing. */
    public boolean isEquipment() {
        return !equipment.isEmpty();
    }

    /** Whether it does something for a thing. */
    public boolean isPoint() {
        return !point.isEmpty();
    }

    /** Whether one of its tags, or a tag above one, is called so. */
    public boolean has(String tag) {
        return Stream.of(location, equipment, point, property).anyMatch(path -> path.contains(tag));
    }

    /** Reads a path such as {@code Equipment_LightSource_Lightbulb}. */
    private static void read(String text, Map<SemanticTags.Kind, List<String>> paths) {
        List<String> words = new ArrayList<>(List.of(text.split("_", -1)));
        Optional<SemanticTags.Kind> kind = SemanticTags.Kind.of(words.remove(0));
        words.removeIf(String::isEmpty);
        Collections.reverse(words);
        if (kind.isEmpty() || words.isEmpty()) {
            return;
        }
        words.stream()
                .filter(word -> SemanticTags.kind(word).isPresent())
                .findFirst()
                .ifPresent(known -> {
                    words.subList(words.indexOf(known), words.size()).clear();
                    words.addAll(SemanticTags.path(known));
                });
        boolean wasStatus = kind.get() == SemanticTags.Kind.POINT && SemanticTags.wasStatus(words.get(0));
        if (wasStatus) {
            paths.putIfAbsent(SemanticTags.Kind.PROPERTY, SemanticTags.path(words.get(0)));
        }
        paths.putIfAbsent(kind.get(), wasStatus ? STATUS : words);
    }

    /** What the host takes a property for that stands alone: something it tells nothing more of. */
    private static boolean isGuess(List<String> point, List<String> property) {
        return point.isEmpty() || !property.isEmpty() && (point.equals(CONTROL) || point.equals(MEASUREMENT));
    }

    /** The point that a property alone makes; openHAB says Control for all that isn't read only, be it a contact. */
    private static List<String> implied(Item item, List<String> property) {
        String about = property.isEmpty() ? "" : property.get(0);
        boolean moves = item.valueType() == ItemType.ROLLERSHUTTER || item.valueType() == ItemType.DIMMER;
        boolean isSensed = item.valueType() == ItemType.CONTACT
                || SemanticTags.wasStatus(about) && !moves
                || (item.valueType() == ItemType.NUMBER ? MEASURED : SENSED).contains(about);
        if (property.isEmpty()) {
            return List.of();
        }
        return isSensed ? STATUS : item.stateDescription().readOnly() ? MEASUREMENT : CONTROL;
    }
}
