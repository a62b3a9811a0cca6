// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Requests and numbers as JSON, each with the verdict of HomeKitADK. */
final class HttpJsonVectors {
    private HttpJsonVectors() {}

    static String body(JsonObject vector) {
        return vector.get("body").getAsString();
    }

    static Stream<JsonObject> cases(String name) throws IOException {
        try (InputStream file = HttpJsonVectors.class.getResourceAsStream("http-json.json")) {
            JsonObject all = JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            return StreamSupport.stream(all.getAsJsonArray(name).spliterator(), false)
                    .map(JsonElement::getAsJsonObject);
        }
    }
}
