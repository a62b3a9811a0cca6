// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.store.Transitions;
import io.latchkey.api.store.Transitions.Running;

/** The light curves that are under way. */
final class TransitionsCodec implements Codec<Transitions> {

    @Override
    public JsonObject write(Transitions transitions) {
        JsonArray running = new JsonArray();
        transitions.running().forEach(each -> running.add(write(each)));
        JsonObject json = new JsonObject();
        json.add("running", running);
        return json;
    }

    @Override
    public Transitions read(JsonObject json, int schema) {
        return new Transitions(new JsonFields(json).list("running", TransitionsCodec::read));
    }

    private static JsonObject write(Running running) {
        JsonObject json = new JsonObject();
        json.addProperty("aid", running.aid());
        json.addProperty("iid", running.iid());
        json.addProperty("since", running.since());
        json.addProperty("configuration", running.configuration());
        return json;
    }

    private static Running read(JsonFields fields) {
        return new Running(
                fields.number("aid"), fields.number("iid"), fields.number("since"), fields.text("configuration"));
    }
}
