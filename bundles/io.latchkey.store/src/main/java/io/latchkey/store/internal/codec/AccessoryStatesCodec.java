// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonObject;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.store.AccessoryState;
import io.latchkey.api.store.AccessoryStates;
import io.latchkey.api.store.RememberedAbsence;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Values and absences of all accessories, one entry for each; moments in milliseconds since 1970-01-01 UTC. */
final class AccessoryStatesCodec implements Codec<AccessoryStates> {

    @Override
    public boolean isMap() {
        return true;
    }

    @Override
    public JsonObject write(AccessoryStates states) {
        JsonObject json = new JsonObject();
        states.accessories().forEach((key, state) -> json.add(key, write(state)));
        return json;
    }

    @Override
    public AccessoryStates read(JsonObject json, int schema) {
        Map<String, AccessoryState> states = new HashMap<>();
        new JsonFields(json).objectsByName().forEach((key, fields) -> states.put(key, read(fields)));
        return new AccessoryStates(states);
    }

    private static JsonObject write(AccessoryState state) {
        JsonObject values = new JsonObject();
        new TreeMap<>(state.values()).forEach((key, value) -> values.add(key, ValueJson.write(value)));
        JsonObject json = new JsonObject();
        json.add("values", values);
        state.absence().ifPresent(absence -> json.add("absence", write(absence)));
        if (!state.missingParts().isEmpty()) {
            JsonObject parts = new JsonObject();
            new TreeMap<>(state.missingParts()).forEach((key, since) -> parts.addProperty(key, since.toEpochMilli()));
            json.add("missing", parts);
        }
        return json;
    }

    private static AccessoryState read(JsonFields fields) {
        Map<String, Value> values = new HashMap<>();
        fields.object("values")
                .json()
                .entrySet()
                .forEach(each -> values.put(each.getKey(), ValueJson.read(each.getValue())));
        Map<String, Instant> missing = new HashMap<>();
        fields.optional("missing")
                .ifPresent(parts ->
                        parts.numbersByName().forEach((key, since) -> missing.put(key, Instant.ofEpochMilli(since))));
        return new AccessoryState(values, fields.optional("absence").map(AccessoryStatesCodec::absence), missing);
    }

    private static JsonObject write(RememberedAbsence absence) {
        JsonObject json = new JsonObject();
        json.addProperty("cause", absence.why().cause().name());
        json.addProperty("reason", absence.why().reason());
        json.addProperty("since", absence.since().toEpochMilli());
        json.addProperty("counted", absence.counted().toMillis());
        return json;
    }

    private static RememberedAbsence absence(JsonFields fields) {
        return new RememberedAbsence(
                new Absence(Absence.Cause.valueOf(fields.text("cause")), fields.text("reason")),
                Instant.ofEpochMilli(fields.number("since")),
                Duration.ofMillis(fields.number("counted")));
    }
}
