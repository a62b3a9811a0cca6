// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.item.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A home as the README of openHAB's HomeKit add-on describes one, in our own words, and what Home shows of it. The files
 * of the folder {@code addon} say how it is written.
 *
 * @param name what it is about
 * @param source where the add-on says it
 * @param items its items, as {@link ItemNotation} reads them
 * @param steps what is expected and what happens, in order
 * @param different the id of the difference that is meant to be; then the steps are Latchkey's. Empty where it is the same
 * @param addon what the add-on does instead
 */
record AddonFixture(
        String name,
        String source,
        List<String> items,
        List<String> steps,
        Optional<String> different,
        Optional<String> addon) {
    private static final List<String> FILES = List.of(
            "air",
            "climate",
            "groups",
            "lighting",
            "mainui",
            "media",
            "names",
            "openings",
            "roots",
            "security",
            "sensors",
            "units",
            "unknown",
            "water");

    /** All of them. */
    static List<AddonFixture> all() {
        return FILES.stream().flatMap(file -> in(file).stream()).toList();
    }

    /** Its items, their names, their groups and nothing else with that before them. */
    List<Item> items(String prefix) {
        return items.stream()
                .map(ItemNotation::read)
                .map(item -> prefix.isEmpty() ? item : renamed(item, prefix))
                .toList();
    }

    private static Item renamed(Item item, String prefix) {
        Item.Builder renamed = Item.of(prefix + item.name(), item.type())
                .label(item.label())
                .groups(item.groupNames().stream().map(prefix::concat).collect(Collectors.toSet()))
                .onlyMetadata(item.metadata())
                .stateDescription(item.stateDescription())
                .state(item.state());
        item.groupType().ifPresent(renamed::groupType);
        item.dimension().ifPresent(renamed::dimension);
        item.unit().ifPresent(renamed::unit);
        return renamed.build();
    }

    private static List<AddonFixture> in(String file) {
        List<AddonFixture> all = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        Stream.concat(text(file).lines(), Stream.of("== end"))
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    if (line.startsWith("== ") && !lines.isEmpty()) {
                        all.add(of(file, lines));
                        lines.clear();
                    }
                    lines.add(line);
                });
        return all;
    }

    private static AddonFixture of(String file, List<String> lines) {
        List<String> body = lines.subList(1, lines.size());
        return new AddonFixture(
                file + ": " + lines.get(0).substring(3),
                word("source", body).orElseThrow(() -> new AssertionError("no source: " + lines.get(0))),
                body.stream().filter(ItemNotation::isItem).toList(),
                body.stream()
                        .filter(line -> !ItemNotation.isItem(line) && !line.matches("(source|different|addon) .*"))
                        .toList(),
                word("different", body).map(text -> text.split(" ", 2)[0]),
                word("addon", body));
    }

    private static Optional<String> word(String word, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length() + 1).trim())
                .findFirst();
    }

    private static String text(String file) {
        try (InputStream in = AddonFixture.class.getResourceAsStream("addon/" + file + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
