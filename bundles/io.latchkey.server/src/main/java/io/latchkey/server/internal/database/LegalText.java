// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes legal what an accessory says about itself: iOS refuses an accessory, and at times the whole bridge, for an
 * empty model, a serial number of one character or a firmware revision of another form (HAP specification R2, section
 * 9).
 */
public final class LegalText {
    private static final int MOST_BYTES = 64;
    private static final int MOST_NAME_BYTES = 63;
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ']+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern EDGE = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern REVISION = Pattern.compile("\\d+(\\.\\d+){0,2}");
    private static final long LARGEST_REVISION = (1L << 32) - 1;

    private LegalText() {}

    /**
     * A name: letters, digits, blanks and apostrophes, beginning and ending with a letter or digit, at most 63 bytes of
     * UTF-8 so that it fits into a DNS label.
     *
     * @param otherwise legal already, when nothing is left
     */
    public static String name(String wished, String otherwise) {
        String letters = NOT_IN_NAMES.matcher(wished.replace('\u2019', '\'')).replaceAll(" ");
        String single = BLANKS.matcher(letters).replaceAll(" ");
        String cut = cut(EDGE.matcher(single).replaceAll(""), MOST_NAME_BYTES);
        String name = EDGE.matcher(cut).replaceAll("");
        return name.isEmpty() ? otherwise : name;
    }

    /** A legal name with a number behind it, which is there however long the name is. */
    public static String numbered(String name, String number) {
        String behind = " " + number;
        return EDGE.matcher(cut(name, MOST_NAME_BYTES - behind.length())).replaceAll("") + behind;
    }

    /** A text of 1 to 64 bytes without control characters; {@code otherwise} when nothing is left. */
    static String text(String wished, String otherwise) {
        String cut = cut(CONTROLS.matcher(wished).replaceAll(" ").strip(), MOST_BYTES)
                .strip();
        return cut.isEmpty() ? otherwise : cut;
    }

    /** A serial number of 2 to 64 bytes. */
    static String serialNumber(String wished, String otherwise) {
        String text = text(wished, otherwise);
        return text.length() < 2 ? "0" + text : text;
    }

    /** A revision of the form {@code x[.y[.z]]} without leading zeros; {@code 1.0.0} when there is no number in it. */
    public static String revision(String wished) {
        Matcher numbers = REVISION.matcher(wished);
        if (!numbers.find()) {
            return "1.0.0";
        }
        StringBuilder revision = new StringBuilder();
        for (String part : numbers.group().split("\\.")) {
            String digits = part.replaceFirst("^0+(?=.)", "");
            boolean fits = digits.length() <= 10 && Long.parseLong(digits) <= LARGEST_REVISION;
            revision.append(revision.isEmpty() ? "" : ".").append(fits ? digits : Long.toString(LARGEST_REVISION));
        }
        return revision.toString();
    }

    private static String cut(String text, int mostBytes) {
        int end = 0;
        int bytes = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > mostBytes) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }
}
