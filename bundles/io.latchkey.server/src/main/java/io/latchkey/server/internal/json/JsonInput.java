// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.CharArrayReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one JSON object from a body, member by member, as strictly as HomeKitADK: UTF-8 without faults, nothing behind
 * the object, numbers kept as they are written. Whoever reads bounds the body; nesting costs memory only, never stack.
 */
final class JsonInput {
    private static final Pattern UNSIGNED = Pattern.compile("0|[1-9][0-9]{0,19}");
    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);

    private final JsonReader reader;

    private JsonInput(JsonReader reader) {
        this.reader = reader;
    }

    /** Takes one member of an object: must consume exactly its value. */
    @FunctionalInterface
    interface Members {
        void member(String name, JsonInput value) throws IOException, MalformedRequestException;
    }

    /** Takes one element of an array: must consume exactly it. */
    @FunctionalInterface
    interface Elements {
        void element(JsonInput value) throws IOException, MalformedRequestException;
    }

    static void readObject(byte[] body, Members members) throws MalformedRequestException {
        try (JsonReader reader = new JsonReader(new CharArrayReader(strictly(body)))) {
            JsonInput input = new JsonInput(reader);
            input.object(members);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedRequestException("something stands behind the object");
            }
        } catch (IOException | IllegalStateException | NumberFormatException notJson) {
            throw new MalformedRequestException("no JSON object");
        }
    }

    void object(Members members) throws IOException, MalformedRequestException {
        reader.beginObject();
        while (reader.hasNext()) {
            members.member(text(reader.nextName()), this);
        }
        reader.endObject();
    }

    void array(Elements elements) throws IOException, MalformedRequestException {
        reader.beginArray();
        while (reader.hasNext()) {
            elements.element(this);
        }
        reader.endArray();
    }

    long unsigned() throws IOException, MalformedRequestException {
        String literal = reader.peek() == JsonToken.NUMBER ? reader.nextString() : "";
        if (!UNSIGNED.matcher(literal).matches()) {
            throw new MalformedRequestException("a number without sign and fraction is expected");
        }
        return Address.unsigned(literal)
                .orElseThrow(() -> new MalformedRequestException("a number does not fit into 64 bits"));
    }

    /** A number as it is written; a value of any other kind is passed over and nothing stands for it. */
    String number() throws IOException {
        if (reader.peek() == JsonToken.NUMBER) {
            return reader.nextString();
        }
        reader.skipValue();
        return "";
    }

    /** True, false, 1 or 0; anything else is passed over. */
    Optional<Boolean> flag() throws IOException {
        if (reader.peek() == JsonToken.BOOLEAN) {
            return reader.nextBoolean() ? YES : NO;
        }
        return switch (number()) {
            case "1" -> YES;
            case "0" -> NO;
            default -> Optional.empty();
        };
    }

    /** A truth value, a number or a text; anything else is passed over. */
    Optional<JsonScalar> scalar() throws IOException, MalformedRequestException {
        switch (reader.peek()) {
            case BOOLEAN -> {
                return Optional.of(new JsonScalar.Bool(reader.nextBoolean()));
            }
            case NUMBER -> {
                return Optional.of(new JsonScalar.Number(reader.nextString()));
            }
            case STRING -> {
                return Optional.of(new JsonScalar.Text(text(reader.nextString())));
            }
            default -> {
                reader.skipValue();
                return Optional.empty();
            }
        }
    }

    /** A text; anything else is passed over. */
    Optional<String> string() throws IOException, MalformedRequestException {
        if (reader.peek() == JsonToken.STRING) {
            return Optional.of(text(reader.nextString()));
        }
        reader.skipValue();
        return Optional.empty();
    }

    void skip() throws IOException {
        reader.skipValue();
    }

    private static char[] strictly(byte[] utf8) throws CharacterCodingException {
        CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
        char[] text = new char[decoded.remaining()];
        decoded.get(text);
        return text;
    }

    private static String text(String decoded) throws MalformedRequestException {
        boolean isPlain = decoded.chars().noneMatch(each -> Character.isSurrogate((char) each));
        if (!isPlain && !StandardCharsets.UTF_8.newEncoder().canEncode(decoded)) {
            throw new MalformedRequestException("half a character was escaped");
        }
        return decoded;
    }
}
