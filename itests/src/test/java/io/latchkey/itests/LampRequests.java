// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.util.Base64;

/** What a controller writes to the lamp of these tests for Adaptive Lighting, and what comes back. */
final class LampRequests {
    static final String CONTROL = "143";
    static final String LAMP = "Mood";

    private LampRequests() {}

    static byte[] write(WireClient hub, JsonArray accessories, byte[] request) throws IOException {
        String[] id = Accessories.find(accessories, LAMP, CONTROL).split("\\.");
        WireMessage answer = hub.put(
                "/characteristics",
                "{\"characteristics\":[{\"aid\":" + id[0] + ",\"iid\":" + id[1] + ",\"r\":true,\"value\":\""
                        + Base64.getEncoder().encodeToString(request) + "\"}]}");
        assertEquals(207, answer.status(), answer.toString());
        return value(answer.json().getAsJsonArray("characteristics").get(0).getAsJsonObject());
    }

    static byte[] value(JsonObject entry) {
        return Base64.getDecoder().decode(entry.get("value").getAsString());
    }
}
