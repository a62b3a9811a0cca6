// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * What a person remembers or has written down, to seal a file with. Whoever has the file can try as many as he likes, so a
 * short one is refused. The same letters are the same passphrase however a keyboard composes them (RFC 8265, section 4.2).
 * It shows in no text.
 */
public final class Passphrase {
    /** How many characters it has at least. */
    public static final int SHORTEST = 12;

    private final String text;

    /**
     * Takes a passphrase.
     *
     * @throws IllegalArgumentException when it is too short; the message does not contain it
     */
    public Passphrase(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (composed.codePointCount(0, composed.length()) < SHORTEST) {
            throw new IllegalArgumentException(
                    "a passphrase has at least " + SHORTEST + " characters; several words are easy to remember");
        }
        this.text = composed;
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Passphrase[hidden]";
    }
}
