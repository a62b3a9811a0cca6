// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the test vectors and their hexadecimal fields. */
public final class Vectors {
    private Vectors() {}

    /** A vector file. */
    public static JsonObject load(String name) {
        String path = "/io/latchkey/transport/" + name;
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream(path))) {
            return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of an array in a vector file. */
    public static Stream<JsonObject> cases(String name, String array) {
        return StreamSupport.stream(load(name).getAsJsonArray(array).spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    /** A hexadecimal field. */
    public static byte[] bytes(JsonObject object, String field) {
        return HexFormat.of().parseHex(object.get(field).getAsString());
    }

    /** The frames of a message, one behind the other. */
    public static byte[] frames(JsonObject message) {
        StringBuilder all = new StringBuilder();
        message.getAsJsonArray("frames")
                .forEach(
                        frame -> all.append(frame.getAsJsonObject().get("frame").getAsString()));
        return HexFormat.of().parseHex(all);
    }
}
