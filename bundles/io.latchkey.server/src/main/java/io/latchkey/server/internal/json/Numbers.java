// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import java.math.BigDecimal;

/** Writes numbers as HomeKitADK does: the shortest decimal of the nearest 32-bit float, in the manner of C's {@code %g}. */
public final class Numbers {
    private static final int LEAST_PLAIN_EXPONENT = -4;
    private static final int MOST_PLAIN_EXPONENT = 5;

    private Numbers() {}

    /** The JSON of a value of format float, finite; beyond the range of a 32-bit float it is the largest of these. */
    public static String decimal(double number) {
        double bounded = Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, number));
        return text(new BigDecimal(Float.toString((float) bounded)));
    }

    /** The JSON of a limit, every digit kept. */
    public static String exact(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String text(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = number.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= LEAST_PLAIN_EXPONENT && exponent <= MOST_PLAIN_EXPONENT) {
            return shortest.toPlainString();
        }
        String mantissa = shortest.movePointLeft(exponent).toPlainString();
        String digits = Integer.toString(Math.abs(exponent));
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (digits.length() < 2 ? "0" : "") + digits;
    }
}
