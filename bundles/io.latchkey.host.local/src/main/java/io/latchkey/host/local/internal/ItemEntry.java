// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.item.Option;
import io.latchkey.api.item.StateDescription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One entry of an items file, in the form of openHAB's REST interface. Members that aren't known are passed over, so
 * that a full export can be taken as it is.
 */
final class ItemEntry {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,254}");

    private final JsonObject entry;
    private final Item item;
    private Optional<String> stateFault = Optional.empty();

    private ItemEntry(JsonObject entry) throws Fault {
        this.entry = entry;
        this.item = read();
    }

    /** What is wrong with an entry, and how to mend it. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message, null, false, false);
        }
    }

    /** The name of the item that an entry declares, whatever else it is. */
    static Optional<String> nameOf(JsonElement entry) {
        JsonElement name = entry.isJsonObject() ? entry.getAsJsonObject().get("name") : null;
        boolean named = name != null
                && name.isJsonPrimitive()
                && NAME.matcher(name.getAsString()).matches();
        return named ? Optional.of(name.getAsString()) : Optional.empty();
    }

    /**
     * Reads an entry.
     *
     * @throws Fault when it can't become an item
     */
    static ItemEntry read(JsonElement entry) throws Fault {
        if (!entry.isJsonObject()) {
            throw new Fault("an entry is an object in braces");
        }
        return new ItemEntry(entry.getAsJsonObject());
    }

    /** The item, without state when that can't be read. */
    Item item() {
        return item;
    }

    /** What is wrong with its state: that costs the state alone. */
    Optional<String> stateFault() {
        return stateFault;
    }

    private Item read() throws Fault {
        String typeName = EntryMembers.text(entry, "type")
                .orElseThrow(() -> new Fault("it needs a \"type\", such as \"Switch\" or \"Number:Temperature\""));
        ItemType type = type(typeName);
        Optional<ItemType> groupType = groupType(type);
        Item.Builder read = Item.of(name(), type)
                .label(EntryMembers.text(entry, "label").orElse(name()))
                .category(EntryMembers.text(entry, "category").orElse(""))
                .tags(EntryMembers.texts(entry, "tags"))
                .groups(EntryMembers.texts(entry, "groupNames"))
                .state(state(groupType.orElse(type)))
                .stateDescription(stateDescription())
                .commandOptions(options(EntryMembers.object(entry, "commandDescription"), "commandOptions", "command"));
        String valueType =
                groupType.isPresent() ? EntryMembers.text(entry, "groupType").orElse("") : typeName;
        int colon = valueType.indexOf(':');
        if (colon > 0) {
            read.dimension(valueType.substring(colon + 1));
        }
        groupType.ifPresent(read::groupType);
        EntryMembers.text(entry, "unitSymbol").filter(unit -> !unit.isEmpty()).ifPresent(read::unit);
        for (Map.Entry<String, Metadata> note : metadata().entrySet()) {
            read.metadata(note.getKey(), note.getValue());
        }
        return read.build();
    }

    private String name() throws Fault {
        String name = EntryMembers.text(entry, "name").orElseThrow(() -> new Fault("it needs a \"name\""));
        if (!NAME.matcher(name).matches()) {
            throw new Fault("\"" + EntryMembers.shortened(name)
                    + "\" is no name: letters, digits and underscores, no digit first");
        }
        return name;
    }

    private static ItemType type(String name) throws Fault {
        return ItemType.of(name)
                .orElseThrow(() -> new Fault("\"" + EntryMembers.shortened(name) + "\" is no type; the types are "
                        + Arrays.stream(ItemType.values()).map(ItemType::text).collect(Collectors.joining(", "))));
    }

    private Optional<ItemType> groupType(ItemType type) throws Fault {
        Optional<String> base = EntryMembers.text(entry, "groupType").filter(name -> !name.isEmpty());
        return type == ItemType.GROUP && base.isPresent() ? Optional.of(type(base.get())) : Optional.empty();
    }

    private ItemState state(ItemType valueType) throws Fault {
        String state = EntryMembers.text(entry, "state").orElse("NULL");
        Optional<ItemState> read = ItemState.parse(valueType, state);
        if (read.isEmpty()) {
            stateFault = Optional.of(
                    "a " + valueType.text() + " can't have the state \"" + EntryMembers.shortened(state) + "\"");
        }
        return read.orElse(ItemState.Missing.NULL);
    }

    private StateDescription stateDescription() throws Fault {
        JsonObject description = EntryMembers.object(entry, "stateDescription");
        return new StateDescription(
                EntryMembers.number(description, "minimum"),
                EntryMembers.number(description, "maximum"),
                EntryMembers.number(description, "step"),
                EntryMembers.text(description, "pattern"),
                description.has("readOnly") && EntryMembers.flag(description, "readOnly"),
                options(description, "options", "value"));
    }

    private Map<String, Metadata> metadata() throws Fault {
        Map<String, Metadata> notes = new LinkedHashMap<>();
        JsonObject all = EntryMembers.object(entry, "metadata");
        for (String namespace : all.keySet()) {
            JsonObject note = EntryMembers.object(all, namespace);
            Map<String, Object> options = new LinkedHashMap<>();
            JsonObject config = EntryMembers.object(note, "config");
            for (String key : config.keySet()) {
                options.put(key, option(namespace, key, config.get(key)));
            }
            notes.put(namespace, new Metadata(EntryMembers.text(note, "value").orElse(""), options));
        }
        return notes;
    }

    private static Object option(String namespace, String key, JsonElement value) throws Fault {
        if (value.isJsonArray()) {
            List<Object> all = new ArrayList<>();
            for (JsonElement each : value.getAsJsonArray()) {
                all.add(option(namespace, key, each));
            }
            return all;
        }
        if (!value.isJsonPrimitive()) {
            throw new Fault("option \"" + EntryMembers.shortened(key) + "\" of \"" + namespace
                    + "\" is a text, a number, true or false, or a list of these");
        }
        JsonPrimitive primitive = value.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        return primitive.isNumber() ? EntryMembers.bounded(key, primitive) : primitive.getAsString();
    }

    private static List<Option> options(JsonObject description, String member, String valueName) throws Fault {
        List<Option> options = new ArrayList<>();
        for (JsonElement each : EntryMembers.array(description, member)) {
            if (!each.isJsonObject()) {
                throw new Fault("\"" + member + "\" is a list of objects in braces");
            }
            Optional<String> value = EntryMembers.text(each.getAsJsonObject(), valueName);
            if (value.isPresent()) {
                String label =
                        EntryMembers.text(each.getAsJsonObject(), "label").orElse(value.get());
                options.add(new Option(value.get(), label));
            }
        }
        return options;
    }
}
