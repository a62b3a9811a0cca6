// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import io.latchkey.api.model.Value;

/**
 * Writes the JSON of answers and events into bytes: UTF-8, no blanks, only JSON's own escapes. Not for use by several
 * threads.
 */
public final class JsonOutput {
    /** The content type of all JSON here. */
    public static final String CONTENT_TYPE = "application/hap+json";

    private static final int USUAL_SIZE = 256;

    private final JsonBytes bytes;
    private boolean comma;

    /** Writes into those bytes. */
    public JsonOutput(JsonBytes bytes) {
        this.bytes = bytes;
    }

    /** Writes something; what it writes is one JSON value. */
    @FunctionalInterface
    public interface Content {
        /** Writes. */
        void to(JsonOutput output);
    }

    /** The bytes of an object with those members. */
    public static byte[] object(Content members) {
        JsonBytes bytes = new JsonBytes(USUAL_SIZE);
        new JsonOutput(bytes).objectOf(members);
        return bytes.toArray();
    }

    /** An object with those members. */
    public void objectOf(Content members) {
        begin('{');
        members.to(this);
        end('}');
    }

    /** A member that is an array: one value for each thing. */
    public <T> void array(String name, Iterable<T> things, Each<T> each) {
        name(name);
        begin('[');
        for (T thing : things) {
            each.write(thing);
        }
        end(']');
    }

    /** Writes one thing of many. */
    @FunctionalInterface
    public interface Each<T> {
        /** Writes. */
        void write(T thing);
    }

    /** The members {@code aid} and {@code iid}, repeated as they came. */
    public void address(RequestedAddress address) {
        number("aid", address.aidLiteral());
        number("iid", address.iidLiteral());
    }

    /** A member that is a whole number. */
    public void member(String name, long number) {
        number(name, Long.toString(number));
    }

    /** A member that is a text. */
    public void member(String name, String text) {
        name(name);
        element(text);
    }

    /** A member that is a truth value. */
    public void member(String name, boolean on) {
        name(name);
        bytes.truth(on);
        comma = true;
    }

    /** A member that is a number, already written by {@link JsonNumbers}. */
    public void number(String name, String literal) {
        name(name);
        bytes.ascii(literal);
        comma = true;
    }

    /** An element that is a text. */
    public void element(String text) {
        separate();
        bytes.text(text);
        comma = true;
    }

    /** An element that is a whole number. */
    public void element(long number) {
        separate();
        bytes.ascii(Long.toString(number));
        comma = true;
    }

    /** A member that is a value of a characteristic; whole numbers of 64 bits count as unsigned when {@code unsigned}. */
    public void member(String name, Value value, boolean unsigned) {
        name(name);
        bytes.value(value, unsigned);
        comma = true;
    }

    /** A member that somebody else writes later, at the place where the bytes end now. */
    public void gap(String name) {
        name(name);
        comma = true;
    }

    private void begin(char bracket) {
        separate();
        bytes.put(bracket);
        comma = false;
    }

    private void end(char bracket) {
        bytes.put(bracket);
        comma = true;
    }

    private void name(String name) {
        separate();
        bytes.text(name);
        bytes.put(':');
        comma = false;
    }

    private void separate() {
        if (comma) {
            bytes.put(',');
        }
    }
}
