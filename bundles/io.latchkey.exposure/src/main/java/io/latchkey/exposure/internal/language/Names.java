// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.language;

import java.nio.charset.StandardCharsets;

/**
 * Makes a name that iOS takes of any text: letters, digits, spaces and apostrophes, a letter or digit at both ends, at
 * most 64 bytes of UTF-8 (Apple's Human Interface Guidelines for HomeKit). Stateless.
 */
public final class Names {
    private static final int LONGEST = 64;

    private Names() {}

    /**
     * A legal name.
     *
     * @param text what people call it
     * @param otherwise used when nothing of the text remains; itself made legal
     */
    public static String legal(String text, String otherwise) {
        String cleaned = clean(text);
        if (!cleaned.isEmpty()) {
            return cleaned;
        }
        String second = clean(otherwise);
        return second.isEmpty() ? "Accessory" : second;
    }

    private static String clean(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().forEach(point -> kept.appendCodePoint(isKept(point) ? point : ' '));
        String single = kept.toString().replaceAll(" +", " ");
        return trimmed(cut(trimmed(single)));
    }

    private static boolean isKept(int point) {
        return Character.isLetterOrDigit(point) || isMark(point) || point == '\'' || point == '’';
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && !Character.isLetterOrDigit(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && !isEnd(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isEnd(int point) {
        return Character.isLetterOrDigit(point) || isMark(point);
    }

    private static String cut(String text) {
        int end = text.length();
        while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(0, end);
    }
}
