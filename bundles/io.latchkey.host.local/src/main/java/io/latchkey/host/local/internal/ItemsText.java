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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an items file says: the items that are right, and a problem for each entry that isn't. A text that is no JSON
 * array of entries is refused whole, because half a file is a file that is being written.
 *
 * @param items the items by name, in the order of the file
 * @param problems what is wrong with entries; an item that only has a wrong state is among the items, without state
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
            throw new ItemsFormatException("it is larger than 32 MiB");
        }
        JsonArray entries = asArray(parse(text));
        List<Integer> lines = EntryLines.of(text);
        Map<String, Item> items = new LinkedHashMap<>();
        List<ItemProblem> problems = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            int line = index < lines.size() ? lines.get(index) : 1;
            read(entries.get(index), line, items, problems);
        }
        return new ItemsText(items, problems);
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

    /** The names of the items whose state can't be read. */
    Set<String> withoutState() {
        return problems.stream()
                .filter(problem -> !problem.isLost())
                .flatMap(problem -> problem.item().stream())
                .collect(Collectors.toSet());
    }

    private static void read(JsonElement entry, int line, Map<String, Item> items, List<ItemProblem> problems) {
        Optional<String> name = ItemEntry.nameOf(entry);
        try {
            ItemEntry read = ItemEntry.read(entry);
            Item item = read.item();
            if (items.putIfAbsent(item.name(), item) != null) {
                String what = "the name is taken by an entry above; names are unique";
                problems.add(new ItemProblem(line, name, what, true));
                return;
            }
            read.stateFault().ifPresent(what -> problems.add(new ItemProblem(line, name, what, false)));
        } catch (ItemEntry.Fault fault) {
            problems.add(new ItemProblem(line, name, fault.getMessage(), true));
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
        if (!all.isJsonArray()) {
            throw new ItemsFormatException("it is no list of items: a file begins with [ and ends with ]");
        }
        return all.getAsJsonArray();
    }

    private static String firstLine(String message) {
        return message == null
                ? "it ends too early"
                : message.lines().findFirst().orElse("");
    }
}
