// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonObject;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.store.Setup;
import io.latchkey.api.store.Verifier;
import java.util.Optional;

/** What pair-setup needs; a field that is absent is left out. */
final class SetupCodec implements Codec<Setup> {

    @Override
    public JsonObject write(Setup setup) {
        JsonObject json = new JsonObject();
        json.addProperty("setupId", setup.setupId().text());
        setup.generatedCode().ifPresent(code -> json.addProperty("generatedCode", code.text()));
        setup.verifier().ifPresent(verifier -> json.add("verifier", write(verifier)));
        json.addProperty("failedAttempts", setup.failedAttempts());
        return json;
    }

    @Override
    public Setup read(JsonObject json, int schema) {
        JsonFields fields = new JsonFields(json);
        return new Setup(
                new SetupId(fields.text("setupId")),
                fields.has("generatedCode")
                        ? Optional.of(SetupCode.of(fields.text("generatedCode")))
                        : Optional.empty(),
                fields.optional("verifier").map(it -> new Verifier(it.bytes("salt"), it.bytes("verifier"))),
                fields.integer("failedAttempts"));
    }

    private static JsonObject write(Verifier verifier) {
        JsonObject json = new JsonObject();
        json.addProperty("salt", JsonFields.encode(verifier.salt()));
        json.addProperty("verifier", JsonFields.encode(verifier.verifier()));
        return json;
    }
}
