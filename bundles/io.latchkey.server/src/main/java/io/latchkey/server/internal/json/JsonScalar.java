// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import io.latchkey.api.model.Format;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Optional;

/**
 * A value as JSON has it, before the format of a characteristic says what it means. Numbers keep their text, so that
 * {@code 1}, {@code 1.0} and 64-bit integers stay apart.
 */
public sealed interface JsonScalar {

    /**
     * A truth value.
     *
     * @param on the value
     */
    record Bool(boolean on) implements JsonScalar {}

    /**
     * A number.
     *
     * @param literal as written, a number of the JSON grammar (RFC 8259 section 6)
     */
    record Number(String literal) implements JsonScalar {}

    /**
     * A text.
     *
     * @param text without escapes
     */
    record Text(String text) implements JsonScalar {}

    /**
     * What it means in a format; limits are not checked. Whole numbers may be written with a fraction of zero or an
     * exponent, which some controllers do.
     *
     * @return empty when it is of another kind
     */
    default Optional<Value> as(Format format) {
        return switch (format) {
            case STRING -> this instanceof Text text ? Optional.of(Value.of(text.text())) : Optional.empty();
            case TLV8, DATA -> this instanceof Text text ? decode(text.text()) : Optional.empty();
            default -> asNumber(format);
        };
    }

    private Optional<Value> asNumber(Format format) {
        if (this instanceof Bool bool) {
            return Optional.of(Value.of(bool.on()));
        }
        if (!(this instanceof Number number) || !Double.isFinite(Double.parseDouble(number.literal()))) {
            return Optional.empty();
        }
        return format == Format.FLOAT
                ? Optional.of(Value.of(Double.parseDouble(number.literal())))
                : whole(number.literal(), format == Format.UINT64);
    }

    private static Optional<Value> whole(String literal, boolean unsigned) {
        try {
            BigDecimal number = new BigDecimal(literal);
            boolean beyondSigned = unsigned && number.signum() > 0 && number.precision() - number.scale() >= 19;
            long bits = beyondSigned
                    ? Long.parseUnsignedLong(number.toBigIntegerExact().toString())
                    : number.longValueExact();
            return unsigned && number.signum() < 0 ? Optional.empty() : Optional.of(Value.of(bits));
        } catch (ArithmeticException | NumberFormatException fractionOrTooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<Value> decode(String base64) {
        try {
            return Optional.of(Value.of(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
