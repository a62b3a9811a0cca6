// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.Allocation.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;

/** All ids ever given, sorted by key so that two files can be compared by eye. */
final class AllocationCodec implements Codec<Allocation> {

    @Override
    public JsonObject write(Allocation allocation) {
        JsonObject accessories = new JsonObject();
        new TreeMap<>(allocation.accessories()).forEach((key, entry) -> accessories.add(key, write(entry)));
        JsonArray retired = new JsonArray();
        allocation.retiredAids().stream().sorted().forEach(retired::add);
        JsonObject json = new JsonObject();
        json.add("accessories", accessories);
        json.add("retiredAids", retired);
        return json;
    }

    @Override
    public Allocation read(JsonObject json) {
        Fields fields = new Fields(json);
        Map<String, Entry> accessories = new HashMap<>();
        fields.object("accessories").objectsByName().forEach((key, entry) -> accessories.put(key, read(entry)));
        return new Allocation(accessories, new HashSet<>(fields.numbers("retiredAids")));
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

    private static Entry read(Fields fields) {
        return new Entry(
                fields.number("aid"),
                fields.number("nextIid"),
                fields.object("iids").numbersByName(),
                fields.text("provider"));
    }
}
