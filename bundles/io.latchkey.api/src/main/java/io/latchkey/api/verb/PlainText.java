// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.verb;

/**
 * Makes visible what a terminal would obey instead of show: control characters, and those that turn the direction of
 * writing. They become what JSON writes in their place, so that JSON stays what it was. Pure.
 */
final class PlainText {
    private PlainText() {}

    /** The text of a cell: one line. */
    static String cell(String text) {
        return escaped(text, false);
    }

    /** Lines, with line feeds between them. */
    static String lines(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean withLines) {
        if (text.chars().noneMatch(each -> isObeyed((char) each, withLines))) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (char each : text.toCharArray()) {
            if (isObeyed(each, withLines)) {
                plain.append(String.format("\\u%04x", (int) each));
            } else {
                plain.append(each);
            }
        }
        return plain.toString();
    }

    private static boolean isObeyed(char character, boolean withLines) {
        return switch (character) {
            case '\n', '\t' -> !withLines;
            case '\u061c', '\u200e', '\u200f', '\u2028', '\u2029' -> true;
            default ->
                Character.isISOControl(character)
                        || character >= '\u202a' && character <= '\u202e'
                        || character >= '\u2066' && character <= '\u2069';
        };
    }
}
