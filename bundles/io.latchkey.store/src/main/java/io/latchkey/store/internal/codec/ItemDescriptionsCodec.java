// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.item.Option;
import io.latchkey.api.store.ItemDescription;
import io.latchkey.api.store.ItemDescriptions;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How items are described, by item; numbers are texts, because JSON's may lose digits. */
final class ItemDescriptionsCodec implements Codec<ItemDescriptions> {
    @Override
    public boolean isMap() {
        return true;
    }

    @Override
    public JsonObject write(ItemDescriptions descriptions) {
        JsonObject items = new JsonObject();
        new TreeMap<>(descriptions.items()).forEach((key, description) -> items.add(key, write(description)));
        return items;
    }

    @Override
    public ItemDescriptions read(JsonObject json, int schema) {
        Map<String, ItemDescription> items = new HashMap<>();
        new JsonFields(json).objectsByName().forEach((key, fields) -> items.put(key, read(fields)));
        return new ItemDescriptions(items);
    }

    private static JsonObject write(ItemDescription description) {
        JsonObject json = new JsonObject();
        description.minimum().ifPresent(number -> json.addProperty("minimum", number.toString()));
        description.maximum().ifPresent(number -> json.addProperty("maximum", number.toString()));
        description.step().ifPresent(number -> json.addProperty("step", number.toString()));
        json.add("options", write(description.options()));
        json.add("commands", write(description.commands()));
        return json;
    }

    private static JsonArray write(List<Option> options) {
        JsonArray array = new JsonArray();
        for (Option option : options) {
            JsonObject json = new JsonObject();
            json.addProperty("value", option.value());
            json.addProperty("label", option.label());
            array.add(json);
        }
        return array;
    }

    private static ItemDescription read(JsonFields fields) {
        return new ItemDescription(
                number(fields, "minimum"),
                number(fields, "maximum"),
                number(fields, "step"),
                fields.list("options", ItemDescriptionsCodec::option),
                fields.list("commands", ItemDescriptionsCodec::option));
    }

    private static Option option(JsonFields fields) {
        return new Option(fields.text("value"), fields.text("label"));
    }

    private static Optional<BigDecimal> number(JsonFields fields, String name) {
        return fields.has(name) ? Optional.of(new BigDecimal(fields.text(name))) : Optional.empty();
    }
}
