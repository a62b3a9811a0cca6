// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes maps, lists, texts, whole numbers and truth values as JSON (RFC 8259), each map or list that holds others on
 * lines of its own. The text is plain ASCII, so that no terminal, pipe or locale spoils it. Stateless.
 */
final class JsonWriter {
    private static final String INDENT = "  ";

    private JsonWriter() {}

    /**
     * The JSON text of a value.
     *
     * @throws IllegalArgumentException for anything else than said above
     */
    static String of(Object value) {
        return of(value, "");
    }

    private static String of(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            List<String> members = map.entrySet().stream()
                    .map(entry -> quoted(String.valueOf(entry.getKey())) + ": " + of(entry.getValue(), indent + INDENT))
                    .toList();
            return framed("{", members, "}", indent);
        }
        if (value instanceof List<?> list) {
            List<String> members =
                    list.stream().map(each -> of(each, indent + INDENT)).toList();
            return framed("[", members, "]", indent);
        }
        if (value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        throw new IllegalArgumentException("no JSON for " + value);
    }

    private static String framed(String open, List<String> members, String close, String indent) {
        if (members.isEmpty()) {
            return open + close;
        }
        return members.stream()
                .collect(Collectors.joining(
                        ",\n" + indent + INDENT, open + "\n" + indent + INDENT, "\n" + indent + close));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(unit -> quoted.append(escaped((char) unit)));
        return quoted.append('"').toString();
    }

    private static String escaped(char unit) {
        return switch (unit) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            default -> unit < ' ' || unit > '~' ? String.format("\\u%04x", (int) unit) : String.valueOf(unit);
        };
    }
}
