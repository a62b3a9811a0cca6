// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.language;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Makes a name that iOS takes of any text: letters, digits, single spaces and apostrophes, a letter or digit at both
 * ends, no emoji and nothing unseen (Apple's Human Interface Guidelines for HomeKit), at most 63 bytes of UTF-8. Letters are composed, since
 * a decomposed umlaut counts as a letter and a stranger. Stateless.
 */
public final class Names {
    private static final int MOST_BYTES = 63;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Me}\uFE00-\uFE0F]+");
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02BC\u00B4`]");
    private static final Pattern STRANGERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}']+");
    private static final Pattern LOST_MARKS = Pattern.compile("(?<=[ '])\\p{M}+");
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");

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
        String seen = UNSEEN.matcher(text).replaceAll("");
        String composed = Normalizer.normalize(seen, Normalizer.Form.NFC);
        String plain = APOSTROPHES.matcher(composed).replaceAll("'");
        String apart = STRANGERS.matcher(plain).replaceAll(" ");
        String single = SPACES.matcher(LOST_MARKS.matcher(apart).replaceAll("")).replaceAll(" ");
        return trimmed(cut(trimmed(single)));
    }

    private static String trimmed(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    private static String cut(String text) {
        int end = 0;
        int bytes = 0;
        while (end < text.length()) {
            String letter = Character.toString(text.codePointAt(end));
            bytes += letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            end += letter.length();
        }
        return text.substring(0, end);
    }
}
