// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonObject;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.Allocation.Entry;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * All ids ever given, by the key of the accessory. Schema 1 had one file for all of them, with a list of retired aids that
 * was always empty.
 */
final class AllocationCodec implements Codec<Allocation> {

    @Override
    public boolean isMap() {
        return true;
    }

    @Override
    public JsonObject write(Allocation allocation) {
        JsonObject accessories = new JsonObject();
        new TreeMap<>(allocation.accessories()).forEach((key, entry) -> accessories.add(key, write(entry)));
        return accessories;
    }

    @Override
    public Allocation read(JsonObject json, int schema) {
        JsonFields fields = new JsonFields(json);
        Map<String, Entry> accessories = new HashMap<>();
        (schema == 1 ? fields.object("accessories") : fields)
                .objectsByName()
                .forEach((key, entry) -> accessories.put(key, read(entry)));
        return new Allocation(accessories);
    }

    private static JsonObject write(Entry entry) {
        JsonObject iids = new JsonObject();
        new TreeMap<>(entry.iids()).forEach(iids::addProperty);
        JsonObject json = new JsonObject();
        json.addProperty("aid", entry.aid());
        json.addProperty("nextIid", entry.nextIid());
        json.add("iids", iids);
        json.addProperty("provider", entry.provider());
        return json;
    }

    private static Entry read(JsonFields fields) {
        return new Entry(
                fields.number("aid"),
                fields.number("nextIid"),
                fields.object("iids").numbersByName(),
                fields.text("provider"));
    }
}
