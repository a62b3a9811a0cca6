// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonObject;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.DeviceId;

/** The long-term identity: Device ID as text, keys as Base64. */
final class IdentityCodec implements Codec<AccessoryIdentity> {

    @Override
    public JsonObject write(AccessoryIdentity identity) {
        JsonObject json = new JsonObject();
        json.addProperty("deviceId", identity.deviceId().text());
        json.addProperty("seed", JsonFields.encode(identity.seed()));
        json.addProperty("publicKey", JsonFields.encode(identity.publicKey()));
        return json;
    }

    @Override
    public AccessoryIdentity read(JsonObject json, int schema) {
        JsonFields fields = new JsonFields(json);
        return new AccessoryIdentity(
                DeviceId.foreign(fields.text("deviceId")), fields.bytes("seed"), fields.bytes("publicKey"));
    }
}
