// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import com.google.gson.stream.JsonWriter;
import io.latchkey.api.model.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Writes the JSON of answers and events into bytes: UTF-8, no blanks, only JSON's own escapes. Not for use by several
 * threads.
 */
public final class JsonOutput {
    /** The content type of all JSON here. */
    public static final String CONTENT_TYPE = "application/hap+json";

    private final JsonWriter writer;

    private JsonOutput(JsonWriter writer) {
        this.writer = writer;
    }

    /** Writes something; what it writes is one JSON value. */
    @FunctionalInterface
    public interface Content {
        /** Writes. */
        void to(JsonOutput output) throws IOException;
    }

    /** The bytes of an object with those members. */
    public static byte[] object(Content members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter writer = new JsonWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            writer.setHtmlSafe(false);
            new JsonOutput(writer).objectOf(members);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    /** An object with those members. */
    public void objectOf(Content members) throws IOException {
        writer.beginObject();
        members.to(this);
        writer.endObject();
    }

    /** A member that is an array: one value for each thing. */
    public <T> void array(String name, Iterable<T> things, Each<T> each) throws IOException {
        writer.name(name).beginArray();
        for (T thing : things) {
            each.write(thing);
        }
        writer.endArray();
    }

    /** Writes one thing of many. */
    @FunctionalInterface
    public interface Each<T> {
        /** Writes. */
        void write(T thing) throws IOException;
    }

    /** The members {@code aid} and {@code iid}, repeated as they came. */
    public void address(Address address) throws IOException {
        writer.name("aid").jsonValue(Long.toUnsignedString(address.aid()));
        writer.name("iid").jsonValue(Long.toUnsignedString(address.iid()));
    }

    /** A member that is a whole number. */
    public void member(String name, long number) throws IOException {
        writer.name(name).value(number);
    }

    /** A member that is a text. */
    public void member(String name, String text) throws IOException {
        writer.name(name).value(text);
    }

    /** A member that is a truth value. */
    public void member(String name, boolean on) throws IOException {
        writer.name(name).value(on);
    }

    /** A member that is a number, already written by {@link Numbers}. */
    public void number(String name, String literal) throws IOException {
        writer.name(name).jsonValue(literal);
    }

    /** An element that is a text. */
    public void element(String text) throws IOException {
        writer.value(text);
    }

    /** An element that is a whole number. */
    public void element(long number) throws IOException {
        writer.value(number);
    }

    /** A member that is a value of a characteristic; whole numbers of 64 bits count as unsigned when {@code unsigned}. */
    public void member(String name, Value value, boolean unsigned) throws IOException {
        writer.name(name);
        if (value instanceof Value.Bool bool) {
            writer.value(bool.on());
        } else if (value instanceof Value.Whole whole) {
            writer.jsonValue(unsigned ? Long.toUnsignedString(whole.number()) : Long.toString(whole.number()));
        } else if (value instanceof Value.Decimal decimal) {
            writer.jsonValue(Numbers.decimal(decimal.number()));
        } else if (value instanceof Value.Text text) {
            writer.value(text.text());
        } else if (value instanceof Value.Bytes bytes) {
            writer.value(Base64.getEncoder().encodeToString(bytes.content()));
        } else {
            writer.nullValue();
        }
    }
}
