// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.store.internal.JointChanges.DueSettings;
import io.latchkey.store.internal.codec.Codec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is still to be done once several bridges have been changed together. It holds private keys while it names memories.
 *
 * @param memories what bridges remember from then on
 * @param due what their configurations are to say from then on
 */
record JointNote(Map<String, BridgeMemory> memories, List<DueSettings> due) {
    private static final String KIND = "joint";
    private static final Codec<BridgeMemory> MEMORY = Codec.of(Domain.BEFORE_TAKEOVER);

    /** Keeps copies. */
    JointNote {
        memories = Map.copyOf(memories);
        due = List.copyOf(due);
    }

    byte[] bytes() {
        JsonObject bridges = new JsonObject();
        new TreeMap<>(memories).forEach((bridge, memory) -> bridges.add(bridge, MEMORY.write(memory)));
        JsonArray settings = new JsonArray();
        due.forEach(each -> settings.add(write(each)));
        JsonObject value = new JsonObject();
        value.add("memories", bridges);
        value.add("due", settings);
        return new Envelope(Envelope.SCHEMA, KIND, 1, value).bytes();
    }

    /** Reads one. */
    static JointNote of(Path file, byte[] bytes) throws DamageException {
        Envelope envelope = Envelope.of(bytes);
        envelope.requireKnown(file);
        if (!envelope.domain().equals(KIND)) {
            throw new DamageException("belongs to something else");
        }
        try {
            Map<String, BridgeMemory> memories = new TreeMap<>();
            envelope.value()
                    .getAsJsonObject("memories")
                    .entrySet()
                    .forEach(each -> memories.put(
                            each.getKey(), MEMORY.read(each.getValue().getAsJsonObject(), envelope.schema())));
            List<DueSettings> due = new ArrayList<>();
            envelope.value().getAsJsonArray("due").forEach(each -> due.add(read(each)));
            return new JointNote(memories, due);
        } catch (IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | ClassCastException
                | UnsupportedOperationException e) {
            throw new DamageException("was written by something else");
        }
    }

    private static JsonObject write(DueSettings due) {
        JsonObject json = new JsonObject();
        json.addProperty("bridge", due.bridge());
        due.settings().ifPresent(settings -> {
            JsonObject values = new JsonObject();
            new TreeMap<>(settings).forEach(values::addProperty);
            json.add("settings", values);
        });
        return json;
    }

    private static DueSettings read(JsonElement json) {
        Optional<Map<String, String>> settings = Optional.ofNullable(
                        json.getAsJsonObject().getAsJsonObject("settings"))
                .map(JointNote::texts);
        return new DueSettings(json.getAsJsonObject().get("bridge").getAsString(), settings);
    }

    private static Map<String, String> texts(JsonObject values) {
        Map<String, String> texts = new TreeMap<>();
        values.entrySet()
                .forEach(each -> texts.put(each.getKey(), each.getValue().getAsString()));
        return texts;
    }
}
