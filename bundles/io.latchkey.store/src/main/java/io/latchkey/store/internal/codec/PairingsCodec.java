// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.Pairings;

/** The paired controllers, in their order; permissions as the byte of the protocol. */
final class PairingsCodec implements Codec<Pairings> {

    @Override
    public JsonObject write(Pairings pairings) {
        JsonArray list = new JsonArray();
        pairings.pairings().forEach(pairing -> list.add(write(pairing)));
        JsonObject json = new JsonObject();
        json.add("pairings", list);
        return json;
    }

    @Override
    public Pairings read(JsonObject json, int schema) {
        return new Pairings(new JsonFields(json).list("pairings", PairingsCodec::read));
    }

    private static JsonObject write(Pairing pairing) {
        JsonObject json = new JsonObject();
        json.addProperty("controller", pairing.controller().text());
        json.addProperty("publicKey", JsonFields.encode(pairing.publicKey()));
        json.addProperty("permissions", pairing.permissions().bits());
        return json;
    }

    private static Pairing read(JsonFields fields) {
        Permissions permissions = Permissions.of(fields.integer("permissions"))
                .orElseThrow(() -> new IllegalArgumentException("permissions have no meaning"));
        return new Pairing(new ControllerId(fields.text("controller")), fields.bytes("publicKey"), permissions);
    }
}
