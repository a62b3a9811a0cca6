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
import java.util.regex.Pattern;

/**
 * Reads one JSON object from a body, member by member, as strictly as HomeKitADK: UTF-8 without faults, nothing behind
 * the object, numbers kept as they are written. Whoever reads bounds the body; nesting costs memory only, never stack.
 */
final class JsonInput {
    private static final Pattern UNSIGNED = Pattern.compile("0|[1-9][0-9]{0,19}");

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

    boolean flag() throws IOException, MalformedRequestException {
        if (reader.peek() == JsonToken.BOOLEAN) {
            return reader.nextBoolean();
        }
        long number = unsigned();
        if (number != 0 && number != 1) {
            throw new MalformedRequestException("true, false, 0 or 1 is expected");
        }
        return number == 1;
    }

    JsonScalar scalar() throws IOException, MalformedRequestException {
        return switch (reader.peek()) {
            case BOOLEAN -> new JsonScalar.Bool(reader.nextBoolean());
            case NUMBER -> new JsonScalar.Number(reader.nextString());
            case STRING -> new JsonScalar.Text(text(reader.nextString()));
            default -> throw new MalformedRequestException("a value is a truth value, a number or a text");
        };
    }

    String string() throws IOException, MalformedRequestException {
        if (reader.peek() != JsonToken.STRING) {
            throw new MalformedRequestException("a text is expected");
        }
        return text(reader.nextString());
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
