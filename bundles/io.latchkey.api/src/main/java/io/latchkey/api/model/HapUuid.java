// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The type of a service or characteristic: a UUID, short where it is one of Apple's.
 *
 * @param text the form on the wire: up to eight hex digits without leading zeros for Apple's types, else 36 characters;
 *     upper case
 */
public record HapUuid(String text) {
    private static final String BASE = "-0000-1000-8000-0026BB765291";
    private static final Pattern SHORT = Pattern.compile("[0-9A-F]{1,8}");
    private static final Pattern LONG = Pattern.compile("[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}");

    /**
     * Takes the short or the long form, in any case, and keeps the one that goes onto the wire.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public HapUuid {
        text = text.toUpperCase(Locale.ROOT);
        if (LONG.matcher(text).matches()) {
            text = text.endsWith(BASE) ? text.substring(0, 8) : text;
        } else if (!SHORT.matcher(text).matches()) {
            throw new IllegalArgumentException("not a type: " + text);
        }
        if (text.length() <= 8) {
            text = text.replaceFirst("^0+(?=.)", "");
        }
    }

    /** All 36 characters. */
    public String full() {
        return text.length() > 8 ? text : "0".repeat(8 - text.length()) + text + BASE;
    }

    /** Whether the type is one of Apple's. */
    public boolean isApple() {
        return text.length() <= 8;
    }

    @Override
    public String toString() {
        return text;
    }
}
