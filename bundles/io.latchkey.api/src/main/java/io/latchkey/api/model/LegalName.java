// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes a name that iOS takes of any text: letters, digits, single spaces and apostrophes, a letter or digit at both
 * ends, no emoji and nothing unseen (Apple's Human Interface Guidelines for HomeKit), at most 63 bytes of UTF-8, so that it
 * fits into a DNS label (RFC 1035). Letters are composed, since a decomposed umlaut counts as a letter and a stranger.
 * Stateless.
 */
public final class LegalName {
    private static final int MOST_BYTES = 63;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Me}\uFE00-\uFE0F]+");
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02BC\u00B4`]");
    private static final Pattern STRANGERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}']+");
    private static final Pattern LOST_MARKS = Pattern.compile("(?<=[ '])\\p{M}+");
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");

    private LegalName() {}

    /** The legal name that is nearest to what people call it; empty when nothing of the text remains. */
    public static Optional<String> of(String text) {
        if (isPlain(text)) {
            return Optional.of(text);
        }
        String seen = UNSEEN.matcher(text).replaceAll("");
        String composed = Normalizer.normalize(seen, Normalizer.Form.NFC);
        String plain = APOSTROPHES.matcher(composed).replaceAll("'");
        String apart = STRANGERS.matcher(plain).replaceAll(" ");
        String single = SPACES.matcher(LOST_MARKS.matcher(apart).replaceAll("")).replaceAll(" ");
        return Optional.of(trimmed(beginning(trimmed(single), MOST_BYTES))).filter(name -> !name.isEmpty());
    }

    /** Whether it is made of words of plain letters and digits, as most names are: a start looks at all of them. */
    private static boolean isPlain(String text) {
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean isLetter = each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z' || each >= '0' && each <= '9';
            if (!isLetter && (each != ' ' || !inWord)) {
                return false;
            }
            inWord = isLetter;
        }
        return inWord && text.length() <= MOST_BYTES;
    }

    /**
     * A legal name with a number behind it, which is there however long the name is.
     *
     * @param name legal already
     * @param number digits
     */
    public static String numbered(String name, String number) {
        String behind = " " + number;
        return trimmed(beginning(name, MOST_BYTES - behind.length())) + behind;
    }

    /** As much of a text as fits into so many bytes of UTF-8, in whole letters. */
    public static String beginning(String text, int mostBytes) {
        int end = 0;
        int bytes = 0;
        while (end < text.length()) {
            String letter = Character.toString(text.codePointAt(end));
            bytes += letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > mostBytes) {
                break;
            }
            end += letter.length();
        }
        return text.substring(0, end);
    }

    private static String trimmed(String text) {
        return EDGES.matcher(text).replaceAll("");
    }
}
