// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal.reading;

import java.util.Locale;

/** What the kinds and outcomes of requests are called where people see them. */
public final class MeasureNames {
    private MeasureNames() {}

    /** A constant as a word of a name, such as {@code pair-setup}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
