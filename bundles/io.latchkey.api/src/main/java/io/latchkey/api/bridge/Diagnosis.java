// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import io.latchkey.api.verb.ForeignText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that an {@link Examination} has seen. Texts are whole sentences for people without knowledge of HomeKit; they
 * hold no setup code and no key, because people send them to others. What strangers have written into them is made visible
 * ({@link ForeignText}) and their length is bounded, whoever made them.
 *
 * @param code names it for ever, in lower-case letters, digits and hyphens, such as {@code port-taken}: programs and the
 *     document on troubles go by it
 * @param severity how much it matters
 * @param bridge the id of the bridge that it is about; empty when it is about all of them
 * @param seen what is seen
 * @param why why that matters; empty when it is {@link Severity#RIGHT}
 * @param cure what to do; empty when it is {@link Severity#RIGHT}
 */
public record Diagnosis(String code, Severity severity, Optional<String> bridge, String seen, String why, String cure) {
    private static final int MOST_TEXT = 4000;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /**
     * Joins the parts.
     *
     * @throws IllegalArgumentException when the code isn't one, or a text is missing
     */
    public Diagnosis {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("no code of a diagnosis: " + code);
        }
        boolean isRight = severity == Severity.RIGHT;
        if (seen.isBlank() || why.isBlank() != isRight || cure.isBlank() != isRight) {
            throw new IllegalArgumentException(
                    code + " has to say what is seen and, if it isn't right, why it matters and what to do");
        }
        seen = ForeignText.line(seen, MOST_TEXT);
        why = ForeignText.line(why, MOST_TEXT);
        cure = ForeignText.line(cure, MOST_TEXT);
    }

    /** Something that is right with a bridge. */
    public static Diagnosis right(String code, String bridge, String seen) {
        return new Diagnosis(code, Severity.RIGHT, Optional.of(bridge), seen, "", "");
    }

    /** Something to mend at a bridge. */
    public static Diagnosis mend(String code, String bridge, String seen, String why, String cure) {
        return new Diagnosis(code, Severity.MEND, Optional.of(bridge), seen, why, cure);
    }

    /** Why nobody can pair with a bridge or connect to it. */
    public static Diagnosis unreachable(String code, String bridge, String seen, String why, String cure) {
        return new Diagnosis(code, Severity.UNREACHABLE, Optional.of(bridge), seen, why, cure);
    }

    /** The same about all bridges. */
    public Diagnosis ofAllBridges() {
        return new Diagnosis(code, severity, Optional.empty(), seen, why, cure);
    }
}
