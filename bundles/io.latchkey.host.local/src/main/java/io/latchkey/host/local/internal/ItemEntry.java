// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.item.Option;
import io.latchkey.api.item.StateDescription;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One entry of an items file, in the form of openHAB's REST interface. Members that aren't known are passed over, so
 * that a full export can be taken as it is.
 */
final class ItemEntry {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,254}");
    private static final BigDecimal LARGEST_NUMBER = new BigDecimal("1e30");

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
        String typeName = text(entry, "type")
                .orElseThrow(() -> new Fault("it needs a \"type\", such as \"Switch\" or \"Number:Temperature\""));
        ItemType type = type(typeName);
        Optional<ItemType> groupType = groupType(type);
        Item.Builder read = Item.of(name(), type)
                .label(text(entry, "label").orElse(name()))
                .category(text(entry, "category").orElse(""))
                .tags(texts("tags"))
                .groups(texts("groupNames"))
                .state(state(groupType.orElse(type)))
                .stateDescription(stateDescription())
                .commandOptions(options(object(entry, "commandDescription"), "commandOptions", "command"));
        String valueType = groupType.isPresent() ? text(entry, "groupType").orElse("") : typeName;
        int colon = valueType.indexOf(':');
        if (colon > 0) {
            read.dimension(valueType.substring(colon + 1));
        }
        groupType.ifPresent(read::groupType);
        text(entry, "unitSymbol").filter(unit -> !unit.isEmpty()).ifPresent(read::unit);
        for (Map.Entry<String, Metadata> note : metadata().entrySet()) {
            read.metadata(note.getKey(), note.getValue());
        }
        return read.build();
    }

    private String name() throws Fault {
        String name = text(entry, "name").orElseThrow(() -> new Fault("it needs a \"name\""));
        if (!NAME.matcher(name).matches()) {
            throw new Fault("\"" + shortened(name) + "\" is no name: letters, digits and underscores, no digit first");
        }
        return name;
    }

    private static ItemType type(String name) throws Fault {
        return ItemType.of(name)
                .orElseThrow(() -> new Fault("\"" + shortened(name) + "\" is no type; the types are "
                        + Arrays.stream(ItemType.values()).map(ItemType::text).collect(Collectors.joining(", "))));
    }

    private Optional<ItemType> groupType(ItemType type) throws Fault {
        Optional<String> base = text(entry, "groupType").filter(name -> !name.isEmpty());
        return type == ItemType.GROUP && base.isPresent() ? Optional.of(type(base.get())) : Optional.empty();
    }

    private ItemState state(ItemType valueType) throws Fault {
        String state = text(entry, "state").orElse("NULL");
        Optional<ItemState> read = ItemState.parse(valueType, state);
        if (read.isEmpty()) {
            stateFault = Optional.of("a " + valueType.text() + " can't have the state \"" + shortened(state) + "\"");
        }
        return read.orElse(ItemState.Missing.NULL);
    }

    private StateDescription stateDescription() throws Fault {
        JsonObject description = object(entry, "stateDescription");
        return new StateDescription(
                number(description, "minimum"),
                number(description, "maximum"),
                number(description, "step"),
                text(description, "pattern"),
                description.has("readOnly") && flag(description, "readOnly"),
                options(description, "options", "value"));
    }

    private Map<String, Metadata> metadata() throws Fault {
        Map<String, Metadata> notes = new LinkedHashMap<>();
        JsonObject all = object(entry, "metadata");
        for (String namespace : all.keySet()) {
            JsonObject note = object(all, namespace);
            Map<String, Object> options = new LinkedHashMap<>();
            JsonObject config = object(note, "config");
            for (String key : config.keySet()) {
                options.put(key, option(namespace, key, config.get(key)));
            }
            notes.put(namespace, new Metadata(text(note, "value").orElse(""), options));
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
            throw new Fault("option \"" + shortened(key) + "\" of \"" + namespace
                    + "\" is a text, a number, true or false, or a list of these");
        }
        JsonPrimitive primitive = value.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        return primitive.isNumber() ? bounded(key, primitive) : primitive.getAsString();
    }

    private static List<Option> options(JsonObject description, String member, String valueName) throws Fault {
        List<Option> options = new ArrayList<>();
        for (JsonElement each : array(description, member)) {
            if (!each.isJsonObject()) {
                throw new Fault("\"" + member + "\" is a list of objects in braces");
            }
            Optional<String> value = text(each.getAsJsonObject(), valueName);
            if (value.isPresent()) {
                String label = text(each.getAsJsonObject(), "label").orElse(value.get());
                options.add(new Option(value.get(), label));
            }
        }
        return options;
    }

    private Set<String> texts(String member) throws Fault {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonElement each : array(entry, member)) {
            if (!each.isJsonPrimitive()) {
                throw new Fault("\"" + member + "\" is a list of texts");
            }
            texts.add(each.getAsString());
        }
        return texts;
    }

    private static JsonArray array(JsonObject from, String member) throws Fault {
        JsonElement value = from.get(member);
        if (value == null || value.isJsonNull()) {
            return new JsonArray();
        }
        if (!value.isJsonArray()) {
            throw new Fault("\"" + member + "\" is a list in brackets");
        }
        return value.getAsJsonArray();
    }

    private static JsonObject object(JsonObject from, String member) throws Fault {
        JsonElement value = from.get(member);
        if (value == null || value.isJsonNull()) {
            return new JsonObject();
        }
        if (!value.isJsonObject()) {
            throw new Fault("\"" + shortened(member) + "\" is an object in braces");
        }
        return value.getAsJsonObject();
    }

    private static Optional<String> text(JsonObject from, String member) throws Fault {
        JsonElement value = from.get(member);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        if (!value.isJsonPrimitive()) {
            throw new Fault("\"" + member + "\" is a text");
        }
        return Optional.of(value.getAsString());
    }

    private static boolean flag(JsonObject from, String member) throws Fault {
        return text(from, member).filter(text -> text.equalsIgnoreCase("true")).isPresent();
    }

    private static Optional<BigDecimal> number(JsonObject from, String member) throws Fault {
        JsonElement value = from.get(member);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        if (!value.isJsonPrimitive()) {
            throw new Fault("\"" + member + "\" is a number");
        }
        return Optional.of(bounded(member, value.getAsJsonPrimitive()));
    }

    private static BigDecimal bounded(String member, JsonPrimitive primitive) throws Fault {
        try {
            BigDecimal number = new BigDecimal(primitive.getAsString());
            if (number.abs().compareTo(LARGEST_NUMBER) <= 0 && Math.abs(number.scale()) <= 60) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new Fault("\"" + shortened(member) + "\" is a number");
        }
        throw new Fault("\"" + shortened(member) + "\" is a number that is too large or too long");
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
