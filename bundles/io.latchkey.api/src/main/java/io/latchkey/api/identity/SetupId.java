// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.identity;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The setup ID: lets a phone find on the network the bridge whose QR code it has scanned. Kept until a factory reset
 * (HAP specification R2, setup ID).
 *
 * @param text four characters of 0-9 and A-Z
 */
public record SetupId(String text) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{4}");
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LENGTH = 4;

    /**
     * Keeps the text as it is: case matters.
     *
     * @throws IllegalArgumentException when the form is another one
     */
    public SetupId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a setup ID has four characters of 0-9 and A-Z, unlike \"" + text + "\"");
        }
    }

    /**
     * Draws an id.
     *
     * @param random a cryptographic source; a test gives one of its own
     */
    public static SetupId random(RandomGenerator random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new SetupId(text.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
