// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads values as configurations have them: typed from forms, as text from files. */
record SettingValues(Map<String, ?> properties) {
    String text(String key, String otherwise) {
        Object value = properties.get(key);
        return value == null ? otherwise : value.toString().trim();
    }

    <T> Optional<T> optional(String key, Function<String, T> reader) {
        String text = text(key, "");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            throw wrong(key, "can't be used: " + e.getMessage());
        }
    }

    /** Forms that know only one kind of number say 9123.0 for 9123. */
    int number(String key, int otherwise, int least, int most) {
        String text = text(key, "").replaceFirst("\\.0+$", "");
        try {
            int number = text.isEmpty() ? otherwise : Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, "takes a whole number from " + least + " to " + most);
        }
        throw wrong(key, "takes a whole number from " + least + " to " + most);
    }

    boolean flag(String key, boolean otherwise) {
        String text = text(key, Boolean.toString(otherwise));
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw wrong(key, "takes true or false");
        }
        return Boolean.parseBoolean(text);
    }

    /** What is wrong with a value. */
    RefusedSettingException wrong(String key, String right) {
        return new RefusedSettingException(key, right);
    }
}
