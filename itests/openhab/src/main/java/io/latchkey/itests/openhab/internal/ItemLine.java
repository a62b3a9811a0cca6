// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhab.core.items.Item;
import org.openhab.core.items.Metadata;
import org.openhab.core.items.MetadataKey;

/**
 * One line of an items file: {@code Type Name "Label [pattern]" <icon> (Groups) ["tags"] {namespace="value" [key=option]}}.
 *
 * @param label without the pattern; empty when there is none
 * @param pattern null when there is none
 */
record ItemLine(
        String type,
        String name,
        String label,
        String pattern,
        String icon,
        List<String> groups,
        List<String> tags,
        List<Metadata> notes) {

    /** Reads a line from left to right. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        /** Passes that character if it comes next, and blanks around it. */
        boolean passes(char wanted) {
            skip();
            if (at < text.length() && text.charAt(at) == wanted) {
                at++;
                skip();
                return true;
            }
            return false;
        }

        /** The characters up to the next of these or to the end. */
        String until(String ends) {
            skip();
            int from = at;
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(from, at).trim();
        }

        /** What stands between the quote that was passed and the next that has no backslash before it. */
        String quoted() {
            StringBuilder quoted = new StringBuilder();
            while (text.charAt(at) != '"') {
                at += text.charAt(at) == '\\' ? 1 : 0;
                quoted.append(text.charAt(at++));
            }
            at++;
            skip();
            return quoted.toString();
        }

        /** A text in quotes, a number, or true or false. */
        Object option() {
            if (passes('"')) {
                return quoted();
            }
            String bare = until(",]");
            boolean flag = bare.equals("true") || bare.equals("false");
            return flag ? Boolean.valueOf(bare) : new BigDecimal(bare);
        }

        List<String> list(char end) {
            List<String> all = new ArrayList<>();
            while (!passes(end)) {
                if (at == text.length()) {
                    throw new StringIndexOutOfBoundsException("no " + end);
                }
                all.add(passes('"') ? quoted() : until("," + end));
                passes(',');
            }
            return all;
        }

        private void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }

    /**
     * @throws IllegalArgumentException when the line isn't of that form
     */
    static ItemLine read(String line) {
        try {
            Reader reader = new Reader(line);
            String type = type(reader);
            String name = reader.until(" \t\"<([{");
            String label = reader.passes('"') ? reader.quoted() : "";
            String icon = reader.passes('<') ? reader.list('>').get(0) : "";
            List<String> groups = reader.passes('(') ? reader.list(')') : List.of();
            List<String> tags = reader.passes('[') ? reader.list(']') : List.of();
            List<Metadata> notes = reader.passes('{') ? notes(reader, name) : List.of();
            int bracket = label.indexOf('[');
            String pattern = bracket < 0 ? null : label.substring(bracket + 1, label.lastIndexOf(']'));
            String spoken = bracket < 0 ? label : label.substring(0, bracket).trim();
            return new ItemLine(type, name, spoken, pattern, icon, groups, tags, notes);
        } catch (StringIndexOutOfBoundsException | NumberFormatException broken) {
            throw new IllegalArgumentException("no item: " + line, broken);
        }
    }

    /** A new item, without a state. */
    Item item() {
        return ItemFactory.create(this);
    }

    /** Whether the items of both are equal: notes and pattern don't belong to an item. */
    boolean makesTheItemOf(ItemLine other) {
        return new ItemLine(type, name, label, other.pattern, icon, groups, tags, other.notes).equals(other);
    }

    /** The same item outside of that group. */
    ItemLine without(String group) {
        List<String> others =
                groups.stream().filter(each -> !each.equals(group)).toList();
        return new ItemLine(type, name, label, pattern, icon, others, tags, notes);
    }

    /** A type may have a function with arguments behind it. */
    private static String type(Reader reader) {
        String type = reader.until(" \t(");
        return reader.passes('(') ? type + "(" + String.join(",", reader.list(')')) + ")" : type;
    }

    private static List<Metadata> notes(Reader reader, String item) {
        List<Metadata> notes = new ArrayList<>();
        while (!reader.passes('}')) {
            String namespace = reader.until("=");
            reader.passes('=');
            reader.passes('"');
            String value = reader.quoted();
            Map<String, Object> options = reader.passes('[') ? options(reader) : Map.of();
            notes.add(new Metadata(new MetadataKey(namespace, item), value, options));
            reader.passes(',');
        }
        return notes;
    }

    /** Several values behind a key are a list; a key ends them. */
    private static Map<String, Object> options(Reader reader) {
        Map<String, Object> options = new LinkedHashMap<>();
        while (!reader.passes(']')) {
            String key = reader.until("=");
            reader.passes('=');
            List<Object> values = new ArrayList<>(List.of(reader.option()));
            while (reader.passes(',') && reader.text.charAt(reader.at) == '"') {
                values.add(reader.option());
            }
            options.put(key, values.size() == 1 ? values.get(0) : values);
        }
        return options;
    }
}
