// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Recorded computations, byte for byte, which HomeKitADK agrees with. */
final class RecordedVectors {
    private RecordedVectors() {}

    /** The entries of one array in a file. */
    static List<Vector> of(String file, String array) throws IOException {
        try (InputStream in = Objects.requireNonNull(RecordedVectors.class.getResourceAsStream("vectors/" + file))) {
            JsonObject content = JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            return StreamSupport.stream(content.getAsJsonArray(array).spliterator(), false)
                    .map(JsonElement::getAsJsonObject)
                    .map(Vector::new)
                    .toList();
        }
    }

    /** One recorded computation. */
    record Vector(JsonObject fields) {

        String text(String field) {
            return fields.get(field).getAsString();
        }

        int number(String field) {
            return fields.get(field).getAsInt();
        }

        byte[] bytes(String field) {
            return Bytes.hex(text(field));
        }
    }
}
