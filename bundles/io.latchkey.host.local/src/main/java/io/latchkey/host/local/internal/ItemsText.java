// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.latchkey.api.item.Item;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an items file says: the items that can be read, and a problem for each part of an entry that can't. Items that only
 * the members of a group name, as in an export of one room, are items too. A text that is no JSON array of entries is
 * refused whole, because half a file is a file that is being written.
 *
 * @param items the items by name, in the order of the file
 * @param problems what is wrong with entries; an item that is there without its state, or without a part, is among the
 *     items
 */
record ItemsText(Map<String, Item> items, List<ItemProblem> problems) {
    /** Longer texts are refused: no home has so many items, and all of it is in memory at once. */
    static final int MAXIMUM_LENGTH = 32 * 1024 * 1024;

    /**
     * Reads a text.
     *
     * @throws ItemsFormatException when it is no JSON array
     */
    static ItemsText read(String text) throws ItemsFormatException {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new ItemsFormatException(
                    "it is larger than 32 MiB; leave out recursive=true, and items of type Image");
        }
        JsonArray entries = asArray(parse(text));
        List<Integer> lines = EntryLines.of(text);
        ItemsText read = new ItemsText(new LinkedHashMap<>(), new ArrayList<>());
        for (int index = 0; index < entries.size(); index++) {
            read.add(entries.get(index), line(lines, index));
        }
        read.addMembers(entries, lines);
        return read;
    }

    private static int line(List<Integer> lines, int index) {
        return index < lines.size() ? lines.get(index) : 1;
    }

    /** Whether all that the text declares is among the items: what isn't, nobody declares. */
    boolean isWhole() {
        return problems.stream().noneMatch(ItemProblem::isLost);
    }

    /** What is wrong with the items that can't be read, by name. */
    Map<String, String> unreadable() {
        Map<String, String> all = new HashMap<>();
        problems.stream()
                .filter(ItemProblem::isLost)
                .forEach(problem -> problem.item().ifPresent(name -> all.put(name, problem.withoutName())));
        all.keySet().removeAll(items.keySet());
        return all;
    }

    /** What is odd about items that are there all the same, by name. */
    Map<String, String> remarks() {
        return problems.stream()
                .filter(problem -> !problem.isLost() && problem.item().isPresent())
                .collect(Collectors.toMap(
                        problem -> problem.item().get(), ItemProblem::withoutName, (one, other) -> one + "; " + other));
    }

    /** The names of the items whose state can't be read. */
    Set<String> withoutState() {
        return problems.stream()
                .filter(problem -> problem.cost() == ItemProblem.Cost.STATE)
                .flatMap(problem -> problem.item().stream())
                .collect(Collectors.toSet());
    }

    private void add(JsonElement entry, int line) {
        Optional<String> name = ItemEntry.nameOf(entry);
        try {
            ItemEntry read = ItemEntry.read(entry);
            Item item = read.item();
            if (items.putIfAbsent(item.name(), item) != null) {
                throw new ItemEntry.Fault("the name is taken by an entry above; names are unique");
            }
            read.stateFault()
                    .ifPresent(what -> problems.add(new ItemProblem(line, name, what, ItemProblem.Cost.STATE)));
            read.slips().forEach(what -> problems.add(new ItemProblem(line, name, what, ItemProblem.Cost.PART)));
        } catch (ItemEntry.Fault fault) {
            problems.add(new ItemProblem(line, name, fault.getMessage(), ItemProblem.Cost.ITEM));
        }
    }

    /** Adds what only members of groups name; an item that is a member twice says the same twice. */
    private void addMembers(JsonArray entries, List<Integer> lines) {
        Set<String> named = new HashSet<>();
        entries.forEach(entry -> ItemEntry.nameOf(entry).ifPresent(named::add));
        for (int index = 0; index < entries.size(); index++) {
            Deque<JsonElement> groups = new ArrayDeque<>(List.of(entries.get(index)));
            while (!groups.isEmpty()) {
                for (JsonElement member : ItemEntry.membersOf(groups.poll())) {
                    groups.add(member);
                    if (ItemEntry.nameOf(member).filter(named::add).isPresent()) {
                        add(member, line(lines, index));
                    }
                }
            }
        }
    }

    private static JsonElement parse(String text) throws ItemsFormatException {
        TypeAdapter<JsonElement> adapter = new Gson().getAdapter(JsonElement.class);
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            JsonElement all = adapter.read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new ItemsFormatException("something follows the end of the list");
            }
            return all;
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new ItemsFormatException("it is no JSON: " + firstLine(e.getMessage()));
        } catch (StackOverflowError tooDeep) {
            throw new ItemsFormatException("it is nested too deeply");
        }
    }

    private static JsonArray asArray(JsonElement all) throws ItemsFormatException {
        if (all.isJsonArray()) {
            return all.getAsJsonArray();
        }
        throw new ItemsFormatException(
                ItemEntry.nameOf(all).isPresent()
                        ? "it is one item and no list of items: put [ before it and ] behind it"
                        : isDatabase(all)
                                ? "it is a file of openHAB's own database, which has items and metadata apart: save what"
                                        + " GET /rest/items?metadata=.* of openHAB gives"
                                : "it is no list of items: a file begins with [ and ends with ]");
    }

    private static boolean isDatabase(JsonElement all) {
        return all.isJsonObject()
                && all.getAsJsonObject().entrySet().stream()
                        .map(Map.Entry::getValue)
                        .anyMatch(each -> each.isJsonObject()
                                && each.getAsJsonObject().has("class")
                                && each.getAsJsonObject().has("value"));
    }

    private static String firstLine(String message) {
        return message == null
                ? "it ends too early"
                : message.lines().findFirst().orElse("");
    }
}
