// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.ItemUnits;
import io.latchkey.api.item.Option;
import io.latchkey.api.item.StateDescription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One entry of an items file, in the form of openHAB's REST interface, whatever its version. Members that aren't known are
 * passed over, so that a full export can be taken as it is. What can't be read costs itself: a state, a label, a limit, an
 * option. Only where the item would be another accessory without it, or none, there is no item until it is mended: a name, a
 * type, groups, tags and notes that Home looks at are read whole or not at all, because Home forgets what leaves it.
 */
final class ItemEntry {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,254}");

    private final JsonObject entry;
    private final EntryMembers members = new EntryMembers();
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

    /** The members that an entry of a group brings along, as openHAB writes them when it is asked for all below a group. */
    static JsonArray membersOf(JsonElement entry) {
        return entry.isJsonObject() ? new EntryMembers().array(entry.getAsJsonObject(), "members") : new JsonArray();
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

    /** What else was passed over. */
    List<String> slips() {
        return members.slips();
    }

    private Item read() throws Fault {
        String typeName = EntryMembers.needed(entry, "type")
                .orElseThrow(() -> new Fault("it needs a \"type\", such as \"Switch\" or \"Number:Temperature\""));
        ItemType type = type(typeName);
        Optional<String> base = type == ItemType.GROUP ? groupType() : Optional.empty();
        ItemType valueType = base.isPresent() ? type(base.get()) : type;
        String name = name();
        Item.Builder read = Item.of(name, type)
                .label(members.text(entry, "label").orElse(name))
                .category(members.text(entry, "category").orElse(""))
                .tags(EntryMembers.neededTexts(entry, "tags"))
                .groups(EntryMembers.neededTexts(entry, "groupNames"))
                .onlyMetadata(new EntryMetadata(members).read(entry))
                .state(state(valueType))
                .stateDescription(stateDescription())
                .commandOptions(options(members.object(entry, "commandDescription"), "commandOptions", "command"));
        String measured = base.orElse(typeName);
        int colon = measured.indexOf(':');
        if (colon > 0) {
            read.dimension(measured.substring(colon + 1));
        }
        if (base.isPresent()) {
            read.groupType(valueType);
        }
        return withUnit(read.build());
    }

    private Item withUnit(Item read) {
        return ItemUnits.of(read, members.text(entry, "unitSymbol"), Optional.empty())
                .map(unit -> read.toBuilder().unit(unit).build())
                .orElse(read);
    }

    private String name() throws Fault {
        String name = EntryMembers.needed(entry, "name").orElseThrow(() -> new Fault("it needs a \"name\""));
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

    private Optional<String> groupType() throws Fault {
        return EntryMembers.needed(entry, "groupType").filter(name -> !name.isEmpty());
    }

    private ItemState state(ItemType valueType) {
        JsonElement state = entry.get("state");
        if (EntryMembers.isAbsent(state)) {
            return ItemState.Missing.NULL;
        }
        if (!state.isJsonPrimitive()) {
            stateFault = Optional.of("\"state\" is a text");
            return ItemState.Missing.NULL;
        }
        Optional<ItemState> read = ItemState.parse(valueType, state.getAsString());
        if (read.isEmpty()) {
            stateFault = Optional.of("a " + valueType.text() + " can't have the state \""
                    + EntryMembers.shortened(state.getAsString()) + "\"");
        }
        return read.orElse(ItemState.Missing.NULL);
    }

    private StateDescription stateDescription() {
        JsonObject description = members.object(entry, "stateDescription");
        return new StateDescription(
                members.number(description, "minimum"),
                members.number(description, "maximum"),
                members.number(description, "step"),
                members.text(description, "pattern"),
                members.flag(description, "readOnly"),
                options(description, "options", "value"));
    }

    private List<Option> options(JsonObject description, String member, String valueName) {
        List<Option> options = new ArrayList<>();
        for (JsonElement each : members.array(description, member)) {
            if (each.isJsonObject()) {
                JsonObject option = each.getAsJsonObject();
                members.text(option, valueName)
                        .ifPresent(value -> options.add(
                                new Option(value, members.text(option, "label").orElse(value))));
            } else {
                members.pass("\"" + member + "\" is a list of objects in braces");
            }
        }
        return options;
    }
}
