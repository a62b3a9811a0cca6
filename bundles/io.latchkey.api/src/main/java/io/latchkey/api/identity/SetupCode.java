// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The eight digits a person types to pair, {@code XXX-XX-XXX}; the dashes belong to the SRP password (HAP specification
 * R2, Pair Setup).
 *
 * <p>Only {@link #text()} gives it away: no exception and no {@code toString} contains it. The twelve codes that the
 * specification forbids cannot be made.
 */
public final class SetupCode {
    private static final Pattern FORM = Pattern.compile("[0-9]{3}-[0-9]{2}-[0-9]{3}");
    private static final int COUNT = 100_000_000;
    private static final int ALL_ONES = 11_111_111;
    private static final int ASCENDING = 12_345_678;
    private static final int DESCENDING = 87_654_321;

    private final int number;

    private SetupCode(int number) {
        this.number = number;
    }

    /**
     * Takes the code that a person wrote.
     *
     * @param text {@code XXX-XX-XXX}, digits and dashes only
     * @throws IllegalArgumentException when the form is another one or the code is forbidden; the message does not
     *     contain the text
     */
    public static SetupCode of(String text) {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("a setup code has the form XXX-XX-XXX, digits and dashes only");
        }
        int number = Integer.parseInt(text.replace("-", ""));
        if (isForbidden(number)) {
            throw new IllegalArgumentException("this setup code is too simple: HomeKit forbids it");
        }
        return new SetupCode(number);
    }

    /** Whether the text has the form {@code XXX-XX-XXX}; it may still be a forbidden code. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Draws a code that is not forbidden, each with the same chance.
     *
     * @param random a cryptographic source; a test gives one of its own
     */
    public static SetupCode random(RandomGenerator random) {
        int number = random.nextInt(COUNT);
        while (isForbidden(number)) {
            number = random.nextInt(COUNT);
        }
        return new SetupCode(number);
    }

    /** The code as a person types it and as SRP takes it, {@code XXX-XX-XXX}. Never for a log. */
    public String text() {
        String digits = String.format("%08d", number);
        return digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5);
    }

    /** The eight digits as one number, 1 to 99999998, as the setup payload takes it. Never for a log. */
    public int number() {
        return number;
    }

    private static boolean isForbidden(int number) {
        return number % ALL_ONES == 0 || number == ASCENDING || number == DESCENDING;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SetupCode that && MessageDigest.isEqual(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return "SetupCode[hidden]";
    }

    private byte[] bytes() {
        return text().getBytes(StandardCharsets.US_ASCII);
    }
}
