// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.store.ExtensionShapes;
import io.latchkey.api.store.ExtensionShapes.Addition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What extensions have added, one entry for each accessory. */
final class ExtensionShapesCodec implements Codec<ExtensionShapes> {

    @Override
    public boolean isMap() {
        return true;
    }

    @Override
    public JsonObject write(ExtensionShapes shapes) {
        JsonObject json = new JsonObject();
        shapes.accessories().forEach((key, additions) -> {
            JsonArray all = new JsonArray();
            additions.forEach(each -> all.add(write(each)));
            JsonObject accessory = new JsonObject();
            accessory.add("additions", all);
            json.add(key, accessory);
        });
        return json;
    }

    @Override
    public ExtensionShapes read(JsonObject json, int schema) {
        Map<String, List<Addition>> accessories = new HashMap<>();
        new JsonFields(json).objectsByName().forEach((key, fields) -> accessories.put(key, additions(fields)));
        return new ExtensionShapes(accessories);
    }

    private static JsonObject write(Addition addition) {
        JsonArray characteristics = new JsonArray();
        addition.characteristics().forEach(each -> characteristics.add(CharacteristicJson.write(each)));
        JsonObject json = new JsonObject();
        json.addProperty("extension", addition.extension());
        json.addProperty("service", addition.service());
        json.add("characteristics", characteristics);
        return json;
    }

    private static List<Addition> additions(JsonFields accessory) {
        return accessory.list(
                "additions",
                fields -> new Addition(
                        fields.text("extension"),
                        fields.text("service"),
                        fields.list("characteristics", CharacteristicJson::read)));
    }
}
