// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.verb;

/**
 * Text that somebody else may have written (what a controller calls itself, what a record on the network says), made fit for
 * a person's terminal and for a report that goes to others. Characters that a terminal would obey instead of show, and those
 * that turn the direction of writing, become what JSON writes in their place, <code>&#92;u001b</code>, so that JSON stays
 * what it was. Pure.
 */
public final class ForeignText {
    /** What a name of anything is shorter than. */
    private static final int MOST_OF_A_NAME = 80;

    private ForeignText() {}

    /** A name as a stranger has sent it; a long one is cut. */
    public static String name(String text) {
        return line(text, MOST_OF_A_NAME);
    }

    /**
     * One line.
     *
     * @param most how many characters of it are shown
     */
    public static String line(String text, int most) {
        boolean isLong = text.codePointCount(0, text.length()) > most;
        return line(isLong ? text.substring(0, text.offsetByCodePoints(0, most)) + "…" : text);
    }

    static String line(String text) {
        return visible(text, false);
    }

    /** Lines, with line feeds between them. */
    static String lines(String text) {
        return visible(text, true);
    }

    private static String visible(String text, boolean withLines) {
        if (text.chars().noneMatch(each -> isObeyed((char) each, withLines))) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        for (char each : text.toCharArray()) {
            if (isObeyed(each, withLines)) {
                visible.append(String.format("\\u%04x", (int) each));
            } else {
                visible.append(each);
            }
        }
        return visible.toString();
    }

    private static boolean isObeyed(char character, boolean withLines) {
        return switch (character) {
            case '\n', '\t' -> !withLines;
            case '\u061c', '\u200b', '\u200e', '\u200f', '\u2028', '\u2029' -> true;
            default ->
                Character.isISOControl(character)
                        || character >= '\u202a' && character <= '\u202e'
                        || character >= '\u2066' && character <= '\u2069';
        };
    }
}
