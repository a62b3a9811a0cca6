// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Constraints;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Limits as expectations write them: {@code [0..100/1]} or {@code {0,1,2}}. */
final class ShownLimits {
    private ShownLimits() {}

    /** How the limits of a characteristic deviate; empty when they are as expected. */
    static Optional<String> deviation(String expected, Characteristic shown) {
        String found = expected.startsWith("{") ? codes(shown) : range(shown.constraints(), expected.contains("/"));
        return found.equals(expected) ? Optional.empty() : Optional.of("limits are " + found + ", not " + expected);
    }

    private static String codes(Characteristic shown) {
        TreeSet<Integer> all = new TreeSet<>(
                shown.constraints().validValues().isEmpty()
                        ? shown.type().validValues().values()
                        : shown.constraints().validValues());
        return all.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static String range(Constraints limits, boolean hasStep) {
        String step = limits.step()
                .filter(any -> hasStep)
                .map(width -> "/" + ValueTexts.plain(width))
                .orElse("");
        return "[" + end(limits.minimum()) + ".." + end(limits.maximum()) + step + "]";
    }

    private static String end(Optional<BigDecimal> limit) {
        return limit.map(ValueTexts::plain).orElse("");
    }
}
