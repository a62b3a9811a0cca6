// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What somebody noted at an item in one namespace: a text and options. The options come from files, from forms and from
 * databases, so each reading method takes every shape that these give: text, truth value, number, or a list of them.
 * A whole number has no fraction, whoever wrote it: databases give back the 2 of a form as 2.0.
 *
 * @param value the text, possibly empty
 * @param options by name; each is a {@code String}, {@code Boolean}, {@code BigDecimal} or a {@code List} of these
 */
public record Metadata(String value, Map<String, Object> options) {
    /** A note that says nothing. */
    public static final Metadata NONE = new Metadata("", Map.of());

    /**
     * @throws IllegalArgumentException when an option has another shape
     */
    public Metadata {
        Map<String, Object> copy = new LinkedHashMap<>();
        options.forEach((name, option) -> copy.put(name, checked(name, option)));
        options = Collections.unmodifiableMap(copy);
    }

    /** The option as text, the first when it is a list. */
    public Optional<String> text(String name) {
        return texts(name).stream().findFirst();
    }

    /** The option as texts: one, or all of a list; empty when it isn't there. */
    public List<String> texts(String name) {
        Object option = options.get(name);
        if (option == null) {
            return List.of();
        }
        List<?> all = option instanceof List<?> list ? list : List.of(option);
        return all.stream().map(Metadata::asText).toList();
    }

    /**
     * The option as a truth value: {@code true}, {@code yes} and {@code on} are true in any case, everything else is
     * false.
     *
     * @return empty when it isn't there
     */
    public Optional<Boolean> flag(String name) {
        return text(name)
                .map(String::trim)
                .map(text ->
                        text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("on"));
    }

    /** The option with that name in any case, as people write names of characteristics and services. */
    public Optional<String> textIgnoringCase(String name) {
        TreeMap<String, Object> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(options);
        return sorted.containsKey(name)
                ? new Metadata(value, Map.of(name, sorted.get(name))).text(name)
                : Optional.empty();
    }

    private static Object checked(String name, Object option) {
        if (option instanceof String || option instanceof Boolean) {
            return option;
        }
        if (option instanceof BigDecimal number) {
            return withoutEmptyFraction(number);
        }
        if (option instanceof List<?> list) {
            return list.stream().map(each -> checked(name, each)).toList();
        }
        throw new IllegalArgumentException("option " + name + " is no text, truth value, number or list");
    }

    /** A number that has no fraction is left as it is: one with a large exponent would become a very long one. */
    private static BigDecimal withoutEmptyFraction(BigDecimal number) {
        boolean isWhole = number.scale() > 0 && number.stripTrailingZeros().scale() <= 0;
        return isWhole ? number.setScale(0) : number;
    }

    private static String asText(Object option) {
        return option instanceof BigDecimal number ? number.toPlainString() : String.valueOf(option);
    }
}
