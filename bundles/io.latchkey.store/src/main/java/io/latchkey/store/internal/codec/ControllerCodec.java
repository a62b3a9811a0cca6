// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.ControllerKeys.Peer;

/** The keys of our own controller and of the accessories it knows. */
final class ControllerCodec implements Codec<ControllerKeys> {

    @Override
    public JsonObject write(ControllerKeys keys) {
        JsonArray peers = new JsonArray();
        keys.peers().forEach(peer -> peers.add(write(peer)));
        JsonObject json = new JsonObject();
        json.addProperty("id", keys.id().text());
        json.addProperty("seed", JsonFields.encode(keys.seed()));
        json.add("peers", peers);
        return json;
    }

    @Override
    public ControllerKeys read(JsonObject json, int schema) {
        JsonFields fields = new JsonFields(json);
        return new ControllerKeys(
                new ControllerId(fields.text("id")), fields.bytes("seed"), fields.list("peers", ControllerCodec::read));
    }

    private static JsonObject write(Peer peer) {
        JsonObject json = new JsonObject();
        json.addProperty("accessory", peer.accessory().text());
        json.addProperty("publicKey", JsonFields.encode(peer.publicKey()));
        return json;
    }

    private static Peer read(JsonFields fields) {
        return new Peer(DeviceId.foreign(fields.text("accessory")), fields.bytes("publicKey"));
    }
}
