// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON (RFC 8259) that a program has written: objects as maps, arrays as lists, texts as texts, and numbers, truth
 * values and null as the text that stands there. Lenient where it costs nothing; what is no JSON at all is absent. Pure.
 */
final class JsonReader {
    private static final int DEEPEST = 32;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /** The value that the text holds; empty when it is no JSON. */
    static Optional<Object> read(String text) {
        try {
            return Optional.of(new JsonReader(text).value());
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException notJson) {
            return Optional.empty();
        }
    }

    /** The objects in an array; empty when it is none. */
    static List<Map<?, ?>> objects(Object value) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(each -> {
                if (each instanceof Map<?, ?> object) {
                    objects.add(object);
                }
            });
        }
        return objects;
    }

    private Object value() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        Object value = switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> word();
        };
        depth--;
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        while (next() != '}') {
            String name = string();
            expect(':');
            object.put(name, value());
            skipComma();
        }
        at++;
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        at++;
        while (next() != ']') {
            array.add(value());
            skipComma();
        }
        at++;
        return array;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char letter = text.charAt(at++); letter != '"'; letter = text.charAt(at++)) {
            string.append(letter == '\\' ? escaped() : letter);
        }
        return string.toString();
    }

    private char escaped() {
        char letter = text.charAt(at++);
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
            default -> letter;
        };
    }

    private String word() {
        int from = at;
        while (at < text.length() && ",]}: \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (from == at) {
            throw new IllegalArgumentException("no value");
        }
        return text.substring(from, at);
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw new IllegalArgumentException("something else is expected");
        }
        at++;
    }

    private void skipComma() {
        if (next() == ',') {
            at++;
        }
    }
}
