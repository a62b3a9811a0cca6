// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.identity;

import java.nio.charset.StandardCharsets;

/**
 * The pairing identifier of a controller: chosen by the controller, usually a UUID; case matters (HomeKitADK,
 * HAPPairingID).
 *
 * @param text 1 to 36 bytes of UTF-8
 */
public record ControllerId(String text) {
    /** The longest identifier, in bytes of UTF-8. */
    public static final int MAXIMUM_BYTES = 36;

    /**
     * Keeps the text as it is.
     *
     * @throws IllegalArgumentException when it is empty or longer than {@link #MAXIMUM_BYTES}
     */
    public ControllerId {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length < 1 || length > MAXIMUM_BYTES) {
            throw new IllegalArgumentException("a pairing identifier has 1 to 36 bytes, not " + length);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
