// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import java.math.BigDecimal;

/** Writes numbers as HomeKitADK does: the shortest decimal of the nearest 32-bit float, in the manner of C's {@code %g}. */
public final class JsonNumbers {
    private static final int LEAST_PLAIN_EXPONENT = -4;
    private static final int MOST_PLAIN_EXPONENT = 5;

    private static final int MOST_PLAIN = 999_999;
    private static final int TENTHS = 10;

    private JsonNumbers() {}

    /** The JSON of a value of format float, finite; beyond the range of a 32-bit float it is the largest of these. */
    public static String decimal(double number) {
        float nearest = (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, number));
        int tenths = Math.round(nearest * TENTHS);
        boolean isTenths = Math.abs(tenths) <= MOST_PLAIN && (float) (tenths / (double) TENTHS) == nearest;
        return isTenths ? tenths(tenths) : text(new BigDecimal(Float.toString(nearest)));
    }

    /** What nearly all values are takes a shorter way than through {@link BigDecimal}. */
    private static String tenths(int number) {
        String whole = Integer.toString(number / TENTHS);
        int rest = Math.abs(number % TENTHS);
        return rest == 0 ? whole : (number < 0 && number > -TENTHS ? "-" : "") + whole + "." + rest;
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
