// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonObject;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Configuration.Enabling;
import java.util.Optional;
import java.util.OptionalInt;

/** Configuration number, shape, port, firmware and what an item said last; what there isn't is a field left out. */
final class ConfigurationCodec implements Codec<Configuration> {

    @Override
    public JsonObject write(Configuration configuration) {
        JsonObject json = new JsonObject();
        json.addProperty("number", configuration.number().value());
        json.addProperty("shapeHash", configuration.shapeHash());
        configuration.port().ifPresent(port -> json.addProperty("port", port));
        json.addProperty("firmware", configuration.firmware());
        configuration.furtherOf().ifPresent(first -> json.addProperty("furtherOf", first));
        configuration.enabling().ifPresent(said -> {
            json.addProperty("enabledBy", said.item());
            if (said.enabled()) {
                json.addProperty("enabled", true);
            }
        });
        configuration.standalone().ifPresent(accessory -> json.addProperty("standalone", accessory));
        return json;
    }

    @Override
    public Configuration read(JsonObject json, int schema) {
        JsonFields fields = new JsonFields(json);
        return new Configuration(
                new ConfigurationNumber(fields.integer("number")),
                fields.text("shapeHash"),
                fields.has("port") ? OptionalInt.of(fields.integer("port")) : OptionalInt.empty(),
                fields.text("firmware"),
                fields.has("furtherOf") ? Optional.of(fields.text("furtherOf")) : Optional.empty(),
                fields.has("enabledBy")
                        ? Optional.of(new Enabling(fields.text("enabledBy"), fields.has("enabled")))
                        : Optional.empty(),
                fields.has("standalone") ? Optional.of(fields.text("standalone")) : Optional.empty());
    }
}
