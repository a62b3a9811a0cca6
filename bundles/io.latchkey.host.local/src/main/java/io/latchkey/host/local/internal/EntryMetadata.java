// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.latchkey.api.item.Metadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The notes of one entry, by namespace, in the form of openHAB's REST interface. Pages of openHAB keep whole forms in
 * namespaces of their own, with options in options: of a namespace that Home doesn't look at, what has no place in a note is
 * passed over without a word. For one thread.
 */
final class EntryMetadata {
    private static final Set<String> LOOKED_AT = Set.of("homekit", "semantics", "unit");
    /** A list in a list is more than anybody writes. */
    private static final int DEPTH = 4;

    private final EntryMembers members;
    private final EntryMembers untold = new EntryMembers();

    EntryMetadata(EntryMembers members) {
        this.members = members;
    }

    /**
     * Reads the notes.
     *
     * @throws ItemEntry.Fault when what decides what the item is in Home can't be read
     */
    Map<String, Metadata> read(JsonObject entry) throws ItemEntry.Fault {
        Map<String, Metadata> notes = new LinkedHashMap<>();
        JsonObject all = EntryMembers.neededObject(entry, "metadata");
        for (String namespace : all.keySet()) {
            Optional<JsonObject> note = note(all, namespace);
            if (note.isPresent()) {
                notes.put(namespace, read(namespace, note.get()));
            }
        }
        return notes;
    }

    /** A note that is a text alone has no options. */
    private static Optional<JsonObject> note(JsonObject all, String namespace) throws ItemEntry.Fault {
        JsonElement note = all.get(namespace);
        if (note.isJsonPrimitive()) {
            JsonObject value = new JsonObject();
            value.add("value", note);
            return Optional.of(value);
        }
        boolean isPassedOver = note.isJsonNull() || !note.isJsonObject() && !LOOKED_AT.contains(namespace);
        return isPassedOver ? Optional.empty() : Optional.of(EntryMembers.neededObject(all, namespace));
    }

    private Metadata read(String namespace, JsonObject note) throws ItemEntry.Fault {
        if (!LOOKED_AT.contains(namespace)) {
            return read(note, untold.object(note, "config"), untold);
        }
        EntryMembers.needed(note, "value");
        return read(note, EntryMembers.neededObject(note, "config"), members);
    }

    private static Metadata read(JsonObject note, JsonObject config, EntryMembers members) {
        Map<String, Object> options = new LinkedHashMap<>();
        for (String name : config.keySet()) {
            option(name, config.get(name), members, DEPTH).ifPresent(option -> options.put(name, option));
        }
        return new Metadata(members.text(note, "value").orElse(""), options);
    }

    /** What an option says; nothing when it is null, or of a shape that no option has. */
    private static Optional<Object> option(String name, JsonElement value, EntryMembers members, int depth) {
        if (value.isJsonNull()) {
            return Optional.empty();
        }
        if (value.isJsonPrimitive()) {
            return primitive(name, value.getAsJsonPrimitive(), members);
        }
        if (value.isJsonArray() && depth > 0) {
            return Optional.of(list(name, value.getAsJsonArray(), members, depth - 1));
        }
        members.pass("option \"" + EntryMembers.shortened(name)
                + "\" is a text, a number, true or false, or a list of these");
        return Optional.empty();
    }

    private static List<Object> list(String name, JsonArray values, EntryMembers members, int depth) {
        List<Object> all = new ArrayList<>();
        values.forEach(each -> option(name, each, members, depth).ifPresent(all::add));
        return all;
    }

    private static Optional<Object> primitive(String name, JsonPrimitive primitive, EntryMembers members) {
        if (primitive.isBoolean()) {
            return Optional.of(primitive.getAsBoolean());
        }
        return primitive.isNumber()
                ? members.bounded(name, primitive).map(number -> number)
                : Optional.of(primitive.getAsString());
    }
}
