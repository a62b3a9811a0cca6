// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the test vectors and their hexadecimal fields. */
final class PairingVectors {
    private PairingVectors() {}

    /** A vector file of this package's folder. */
    static JsonObject load(String name) {
        try (InputStream in = Objects.requireNonNull(PairingVectors.class.getResourceAsStream("vectors/" + name))) {
            return JsonParser.parseReader(new InputStreamReader(in, UTF_8)).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of an array in a vector file. */
    static Stream<JsonObject> cases(String name, String array) {
        return StreamSupport.stream(load(name).getAsJsonArray(array).spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    /** A hexadecimal field. */
    static byte[] bytes(JsonObject object, String field) {
        return hex(text(object, field));
    }

    /** A text field. */
    static String text(JsonObject object, String field) {
        return object.get(field).getAsString();
    }

    /** Bytes from hexadecimal digits. */
    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
