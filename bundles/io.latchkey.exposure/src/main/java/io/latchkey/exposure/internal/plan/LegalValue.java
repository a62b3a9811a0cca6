// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A legal value and what it was made of. Immutable.
 *
 * @param meant the value before limits were applied
 * @param shown the value that controllers see
 * @param isBent whether people would notice: moved by more than rounding to a step does, or a text that was cut
 */
public record LegalValue(Value meant, Value shown, boolean isBent) {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal UNSEEN = new BigDecimal("0.001");

    /** Applies limits; empty when nothing legal can be made of the value. */
    public static Optional<LegalValue> of(Value meant, Format format, Constraints limits) {
        return limits.fit(format, meant)
                .map(shown -> new LegalValue(meant, shown, isBent(meant, shown, tolerance(format, limits))));
    }

    /** What is shown, as people write it. */
    public String text() {
        return text(shown);
    }

    /** A value as people write it. */
    public static String text(Value value) {
        if (value instanceof Value.Bool bool) {
            return bool.on() ? "true" : "false";
        }
        if (value instanceof Value.Text text) {
            return '"' + text.text() + '"';
        }
        return number(value).map(BigDecimal::toPlainString).orElse("nothing");
    }

    private static boolean isBent(Value meant, Value shown, BigDecimal tolerance) {
        if (shown instanceof Value.Text) {
            return !shown.equals(meant);
        }
        return number(meant)
                .flatMap(from -> number(shown).map(to -> from.subtract(to).abs()))
                .filter(distance -> distance.compareTo(tolerance) > 0)
                .isPresent();
    }

    /** What rounding to a step may change, or what nobody sees, such as darkness that isn't quite dark. */
    private static BigDecimal tolerance(Format format, Constraints limits) {
        return limits.step()
                .map(HALF::multiply)
                .orElse(format.isInteger() ? HALF : UNSEEN)
                .max(UNSEEN);
    }

    private static Optional<BigDecimal> number(Value value) {
        if (value instanceof Value.Whole whole) {
            return Optional.of(BigDecimal.valueOf(whole.number()));
        }
        return value instanceof Value.Decimal decimal
                ? Optional.of(BigDecimal.valueOf(decimal.number()))
                : Optional.empty();
    }
}
