// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.item.StateDescription;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads items written as in openHAB's items files, with the state behind an equals sign. What openHAB makes of them is
 * made here too: the pattern is cut off the label, a Number with a dimension is kept in the unit of the metadata
 * {@code unit} or in openHAB's own, and a plain one has the unit of temperatures in its pattern.
 */
final class ItemNotation {
    private static final Pattern LINE = Pattern.compile("(?<type>\\S+)\\s+(?<name>\\w+)(?:\\s+\"(?<label>[^\"]*)\")?"
            + "(?:\\s+\\((?<groups>[^)]*)\\))?(?:\\s*\\{(?<notes>.*)})?(?:\\s+=\\s+(?<state>.+))?");
    private static final Pattern LABEL = Pattern.compile("(?<text>.*?)\\s*\\[(?<pattern>.*)]");
    private static final Pattern DEGREES = Pattern.compile(".*(°C|°F|K)");
    private static final Pattern NOTE =
            Pattern.compile("(?<space>\\w+)\\s*=\\s*\"(?<value>[^\"]*)\"\\s*(?:\\[(?<options>[^]]*)])?\\s*,?\\s*");
    private static final Pattern OPTION = Pattern.compile(
            "(?<key>\\w+)\\s*=\\s*(?<values>(?:\"[^\"]*\"|[^,\"\\s]+)(?:\\s*,\\s*\"[^\"]*\"(?!\\s*=))*)\\s*,?\\s*");
    private static final Pattern VALUE = Pattern.compile("\"([^\"]*)\"|([^,\\s]+)");
    private static final Map<String, String> UNITS =
            Map.of("Temperature", "°C", "Dimensionless", "one", "Density", "kg/m³", "Illuminance", "lx", "Time", "s");

    private ItemNotation() {}

    /** Whether a line begins as an item does. */
    static boolean isItem(String line) {
        return ItemType.of(line.split("\\s", 2)[0]).isPresent();
    }

    /**
     * Reads one.
     *
     * @throws AssertionError when the line can't be read
     */
    static Item read(String line) {
        Matcher read = LINE.matcher(line.trim());
        if (!read.matches()) {
            throw new AssertionError("no item: " + line);
        }
        Map<String, Metadata> notes = notes(read.group("notes"));
        Item.Builder item = typed(read.group("name"), read.group("type").split(":"));
        notes.forEach(item::metadata);
        Optional.ofNullable(notes.get("stateDescription"))
                .map(ItemNotation::description)
                .ifPresent(item::stateDescription);
        label(item, Optional.ofNullable(read.group("label")), notes);
        item.groups(
                Stream.of(Optional.ofNullable(read.group("groups")).orElse("").split(","))
                        .map(String::trim)
                        .filter(group -> !group.isEmpty())
                        .collect(Collectors.toSet()));
        String state = Optional.ofNullable(read.group("state")).orElse("NULL").trim();
        ItemType valueType = item.build().valueType();
        return item.state(ItemState.parse(valueType, state)
                        .orElseThrow(() -> new AssertionError(valueType + " can't be " + state)))
                .build();
    }

    private static Item.Builder typed(String name, String[] types) {
        ItemType type = ItemType.of(types[0]).orElseThrow();
        Item.Builder item = Item.of(name, type);
        if (type == ItemType.GROUP && types.length > 1) {
            ItemType.of(types[1]).ifPresent(item::groupType);
        }
        dimension(types).ifPresent(item::dimension);
        return item;
    }

    /** As openHAB reads the metadata {@code stateDescription}. */
    private static StateDescription description(Metadata note) {
        return new StateDescription(
                note.text("min").map(BigDecimal::new),
                note.text("max").map(BigDecimal::new),
                note.text("step").map(BigDecimal::new),
                Optional.empty(),
                false,
                List.of());
    }

    private static void label(Item.Builder item, Optional<String> text, Map<String, Metadata> notes) {
        Matcher label = LABEL.matcher(text.orElse(""));
        boolean hasPattern = label.matches();
        text.map(whole -> hasPattern ? label.group("text") : whole).ifPresent(item::label);
        unit(notes, item.build().dimension(), hasPattern ? label.group("pattern") : "")
                .ifPresent(item::unit);
    }

    /** What stands behind Number, unless that is the function of a group, such as AVG. */
    private static Optional<String> dimension(String[] types) {
        int number = List.of(types).indexOf("Number");
        return Stream.of(types)
                .skip(number + 1L)
                .limit(number < 0 ? 0 : 1)
                .filter(word -> !word.equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static Optional<String> unit(Map<String, Metadata> notes, Optional<String> dimension, String pattern) {
        Matcher degrees = DEGREES.matcher(pattern);
        return Optional.ofNullable(notes.get("unit"))
                .map(Metadata::value)
                .or(() -> dimension.map(UNITS::get))
                .or(() -> dimension.isEmpty() && degrees.matches() ? Optional.of(degrees.group(1)) : Optional.empty());
    }

    private static Map<String, Metadata> notes(String text) {
        Map<String, Metadata> all = new LinkedHashMap<>();
        Matcher note = NOTE.matcher(text == null ? "" : text.trim());
        int end = 0;
        while (note.find() && note.start() == end) {
            all.put(note.group("space"), new Metadata(note.group("value"), options(note.group("options"))));
            end = note.end();
        }
        if (text != null && end < text.trim().length()) {
            throw new AssertionError("no metadata: " + text);
        }
        return all;
    }

    private static Map<String, Object> options(String text) {
        Map<String, Object> all = new LinkedHashMap<>();
        Matcher option = OPTION.matcher(text == null ? "" : text.trim());
        while (option.find()) {
            List<Object> values = new ArrayList<>();
            Matcher value = VALUE.matcher(option.group("values"));
            while (value.find()) {
                values.add(value.group(1) != null ? value.group(1) : bare(value.group(2)));
            }
            all.put(option.group("key"), values.size() == 1 ? values.get(0) : values);
        }
        return all;
    }

    /** As openHAB reads what stands without quotation marks. */
    private static Object bare(String text) {
        return switch (text) {
            case "true", "false" -> Boolean.valueOf(text);
            default -> new BigDecimal(text);
        };
    }
}
