// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonObject;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import java.util.Optional;

/** A whole memory inside a memory: its domains by name. */
final class MemoryCodec implements Codec<BridgeMemory> {

    @Override
    public JsonObject write(BridgeMemory memory) {
        JsonObject json = new JsonObject();
        Domain.all().forEach(domain -> write(memory, domain).ifPresent(value -> json.add(domain.name(), value)));
        return json;
    }

    @Override
    public BridgeMemory read(JsonObject json, int schema) {
        BridgeMemory memory = BridgeMemory.EMPTY;
        JsonFields fields = new JsonFields(json);
        for (Domain<?> domain : Domain.all()) {
            if (fields.has(domain.name())) {
                memory = with(memory, domain, fields.object(domain.name()), schema);
            }
        }
        return memory;
    }

    private static <T> Optional<JsonObject> write(BridgeMemory memory, Domain<T> domain) {
        return memory.get(domain).map(Codec.of(domain)::write);
    }

    private static <T> BridgeMemory with(BridgeMemory memory, Domain<T> domain, JsonFields value, int schema) {
        return memory.with(domain, Codec.of(domain).read(value.json(), schema));
    }
}
