// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.LegalName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes legal what an accessory says about itself: iOS refuses an accessory, and at times the whole bridge, for a
 * model or a serial number of less than two characters or a firmware revision of another form (HAP specification R2,
 * section 9).
 */
public final class LegalText {
    private static final int MOST_BYTES = 64;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern REVISION = Pattern.compile("\\d+(\\.\\d+){0,2}");
    private static final long LARGEST_REVISION = (1L << 32) - 1;

    private LegalText() {}

    /** A name that iOS takes. */
    static String name(String wished) {
        return LegalName.of(wished).orElse("Accessory");
    }

    /** A text of 1 to 64 bytes without control characters; {@code otherwise} when nothing is left. */
    static String text(String wished, String otherwise) {
        if (isLegal(wished)) {
            return wished;
        }
        String cut = LegalName.beginning(
                        CONTROLS.matcher(wished).replaceAll(" ").strip(), MOST_BYTES)
                .strip();
        return cut.isEmpty() ? otherwise : cut;
    }

    /** Whether a text is up to three small numbers without leading zeros, as almost all revisions are. */
    private static boolean isRevision(String text) {
        int parts = 1;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean isLeadingZero = digits == 1 && text.charAt(i - 1) == '0';
            if (each >= '0' && each <= '9' && !isLeadingZero && digits < 9) {
                digits++;
            } else if (each == '.' && digits > 0 && parts < 3) {
                parts++;
                digits = 0;
            } else {
                return false;
            }
        }
        return digits > 0;
    }

    /** Whether a text needs no change, as almost all do: a start looks at thousands of them. */
    private static boolean isLegal(String text) {
        int length = text.length();
        if (length == 0 || length > MOST_BYTES || text.charAt(0) == ' ' || text.charAt(length - 1) == ' ') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char each = text.charAt(i);
            if (each < ' ' || each > '~') {
                return false;
            }
        }
        return true;
    }

    /** A model of 2 to 64 bytes. */
    static String model(String wished, String otherwise) {
        String text = text(wished, otherwise);
        return text.length() < 2 ? "Model " + text : text;
    }

    /** A serial number of 2 to 64 bytes. */
    static String serialNumber(String wished, String otherwise) {
        String text = text(wished, otherwise);
        return text.length() < 2 ? "0" + text : text;
    }

    /** A revision of the form {@code x[.y[.z]]} without leading zeros; {@code 1.0.0} when there is no number in it. */
    public static String revision(String wished) {
        if (isRevision(wished)) {
            return wished;
        }
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
}
