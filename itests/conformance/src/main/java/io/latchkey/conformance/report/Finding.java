// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one test has found.
 *
 * @param behaviour the number of the behaviour, from 1
 * @param sentence what the test demands
 * @param verdict how it ended
 * @param explanation why, unless it has passed
 */
public record Finding(int behaviour, String sentence, Verdict verdict, Explanation explanation) {
    private static final Pattern NAME = Pattern.compile("B([0-9]{1,4}) (.+)", Pattern.DOTALL);

    /** Reads a test's display name, which begins with the number of its behaviour; empty where it doesn't. */
    public static Optional<Finding> named(String displayName, Verdict verdict, Explanation explanation) {
        Matcher name = NAME.matcher(displayName);
        return name.matches()
                ? Optional.of(new Finding(Integer.parseInt(name.group(1)), name.group(2), verdict, explanation))
                : Optional.empty();
    }

    /** One line about it. */
    public String line() {
        String why = explanation.line();
        return String.format("%-5s%-21s%s", "B" + behaviour, verdict.words(), sentence)
                + (why.isEmpty() ? "" : System.lineSeparator() + " ".repeat(26) + why);
    }
}
