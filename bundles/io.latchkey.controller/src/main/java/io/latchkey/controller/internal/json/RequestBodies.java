// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.latchkey.api.controller.CharacteristicWrite;
import io.latchkey.api.controller.SnapshotRequest;
import io.latchkey.api.model.Value;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;

/** Writes the bodies of requests (HAP specification R2 sections 6.7.2 and 11.5). Pure functions. */
public final class RequestBodies {
    /** The content type of all JSON here. */
    public static final String CONTENT_TYPE = "application/hap+json";

    private RequestBodies() {}

    /** The body of a PUT to {@code /characteristics}. */
    public static byte[] write(List<CharacteristicWrite> writes, OptionalLong pid) {
        JsonArray entries = new JsonArray();
        writes.forEach(write -> entries.add(entry(write)));
        JsonObject body = new JsonObject();
        body.add("characteristics", entries);
        pid.ifPresent(number -> body.add("pid", unsigned(number)));
        return bytes(body);
    }

    /** The body of a PUT to {@code /prepare}. */
    public static byte[] prepare(long pid, Duration time) {
        JsonObject body = new JsonObject();
        body.addProperty("ttl", time.toMillis());
        body.add("pid", unsigned(pid));
        return bytes(body);
    }

    /** The body of a POST to {@code /resource}. */
    public static byte[] snapshot(SnapshotRequest request) {
        JsonObject body = new JsonObject();
        body.addProperty("resource-type", "image");
        body.addProperty("image-width", request.width());
        body.addProperty("image-height", request.height());
        request.camera().ifPresent(camera -> body.add("aid", unsigned(camera.value())));
        request.reason().ifPresent(reason -> body.addProperty("reason", reason));
        return bytes(body);
    }

    private static JsonObject entry(CharacteristicWrite write) {
        JsonObject entry = new JsonObject();
        entry.add("aid", unsigned(write.id().aid().value()));
        entry.addProperty("iid", write.id().iid().value());
        write.value().ifPresent(value -> entry.add("value", value(value)));
        write.events().ifPresent(wanted -> entry.addProperty("ev", wanted));
        write.authorization().ifPresent(data -> entry.add("authData", value(data)));
        if (write.remote()) {
            entry.addProperty("remote", true);
        }
        if (write.response()) {
            entry.addProperty("r", true);
        }
        return entry;
    }

    private static JsonElement value(Value value) {
        if (value instanceof Value.Bool bool) {
            return new JsonPrimitive(bool.on());
        }
        if (value instanceof Value.Whole whole) {
            return new JsonPrimitive(whole.number());
        }
        if (value instanceof Value.Decimal decimal) {
            return new JsonPrimitive(decimal.number());
        }
        if (value instanceof Value.Bytes bytes) {
            return new JsonPrimitive(Base64.getEncoder().encodeToString(bytes.content()));
        }
        if (value instanceof Value.Text text) {
            return new JsonPrimitive(text.text());
        }
        throw new IllegalArgumentException("null is written to nothing");
    }

    private static JsonPrimitive unsigned(long number) {
        return new JsonPrimitive(new BigInteger(Long.toUnsignedString(number)));
    }

    private static byte[] bytes(JsonObject body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
