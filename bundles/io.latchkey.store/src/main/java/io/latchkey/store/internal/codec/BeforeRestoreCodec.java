// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonObject;
import io.latchkey.api.store.BeforeRestore;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A memory and the settings that belong to it. */
final class BeforeRestoreCodec implements Codec<BeforeRestore> {
    private static final MemoryCodec MEMORY = new MemoryCodec();

    @Override
    public JsonObject write(BeforeRestore before) {
        JsonObject json = new JsonObject();
        json.add("memory", MEMORY.write(before.memory()));
        before.settings().ifPresent(settings -> {
            JsonObject values = new JsonObject();
            new TreeMap<>(settings).forEach(values::addProperty);
            json.add("settings", values);
        });
        return json;
    }

    @Override
    public BeforeRestore read(JsonObject json, int schema) {
        JsonFields fields = new JsonFields(json);
        Optional<Map<String, String>> settings =
                fields.has("settings") ? Optional.of(texts(fields.object("settings"))) : Optional.empty();
        return new BeforeRestore(MEMORY.read(fields.object("memory").json(), schema), settings);
    }

    private static Map<String, String> texts(JsonFields settings) {
        Map<String, String> texts = new TreeMap<>();
        settings.json().keySet().forEach(key -> texts.put(key, settings.text(key)));
        return texts;
    }
}
