// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

/**
 * Text that somebody else has written, made fit for a person's terminal and for a report that goes to others: what a
 * controller calls itself, what a record on the network says, what a system's error tells. A character that isn't seen, or
 * that moves others on a line, is shown by its number, so that no text draws upon a terminal or passes for another.
 */
public final class ForeignText {
    /** What a name of anything is shorter than. */
    private static final int MOST_OF_A_NAME = 80;

    private ForeignText() {}

    /** A name as a stranger has sent it; a long one is cut. */
    public static String name(String text) {
        return visible(text, MOST_OF_A_NAME);
    }

    /**
     * Any text.
     *
     * @param most how many characters of it are shown
     */
    public static String visible(String text, int most) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(most).forEach(each -> append(shown, each));
        return text.codePoints().skip(most).findAny().isPresent() ? shown + "…" : shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        if (isSeen(character)) {
            shown.appendCodePoint(character);
        } else {
            shown.append("\\u{").append(Integer.toHexString(character)).append('}');
        }
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
