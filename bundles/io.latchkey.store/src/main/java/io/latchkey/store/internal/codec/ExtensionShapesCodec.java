// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.store.ExtensionShapes;
import io.latchkey.api.store.ExtensionShapes.AddedService;
import io.latchkey.api.store.ExtensionShapes.Addition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What extensions have added, one entry for each accessory. */
final class ExtensionShapesCodec implements Codec<ExtensionShapes> {

    @Override
    public boolean isMap() {
        return true;
    }

    @Override
    public JsonObject write(ExtensionShapes shapes) {
        JsonObject json = new JsonObject();
        Set<String> keys = new HashSet<>(shapes.accessories().keySet());
        keys.addAll(shapes.services().keySet());
        for (String key : keys) {
            JsonArray additions = new JsonArray();
            shapes.accessories().getOrDefault(key, List.of()).forEach(each -> additions.add(write(each)));
            JsonObject accessory = new JsonObject();
            accessory.add("additions", additions);
            if (shapes.services().containsKey(key)) {
                JsonArray services = new JsonArray();
                shapes.services().get(key).forEach(each -> services.add(write(each)));
                accessory.add("services", services);
            }
            json.add(key, accessory);
        }
        return json;
    }

    @Override
    public ExtensionShapes read(JsonObject json, int schema) {
        Map<String, List<Addition>> accessories = new HashMap<>();
        Map<String, List<AddedService>> services = new HashMap<>();
        new JsonFields(json).objectsByName().forEach((key, fields) -> {
            put(accessories, key, additions(fields));
            put(
                    services,
                    key,
                    fields.has("services") ? fields.list("services", ExtensionShapesCodec::added) : List.of());
        });
        return new ExtensionShapes(accessories, services);
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

    private static JsonObject write(AddedService added) {
        JsonObject json = new JsonObject();
        json.addProperty("extension", added.extension());
        json.add("service", AccessoryShapesCodec.write(added.shape()));
        return json;
    }

    private static AddedService added(JsonFields fields) {
        return new AddedService(fields.text("extension"), AccessoryShapesCodec.service(fields.object("service")));
    }

    private static <T> void put(Map<String, List<T>> lists, String key, List<T> list) {
        if (!list.isEmpty()) {
            lists.put(key, list);
        }
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
