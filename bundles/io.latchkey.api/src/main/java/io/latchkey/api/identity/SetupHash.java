// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The mDNS value {@code sh}: ties the record of a bridge to its QR code without giving the setup ID away (HAP
 * specification R2 section 6.4, HomeKitADK HAPAccessorySetupGenerateSetupHash).
 *
 * @param text eight characters of Base64
 */
public record SetupHash(String text) {
    private static final int KEPT = 4;

    /**
     * Keeps a hash that has been made or received.
     *
     * @throws IllegalArgumentException when it is not Base64 of four bytes
     */
    public SetupHash {
        if (Base64.getDecoder().decode(text).length != KEPT) {
            throw new IllegalArgumentException("a setup hash has four bytes, unlike \"" + text + "\"");
        }
    }

    /** Base64 of the first four bytes of SHA-512 over both texts, each taken character for character. */
    public static SetupHash of(SetupId setupId, DeviceId deviceId) {
        byte[] hash = sha512().digest((setupId.text() + deviceId.text()).getBytes(StandardCharsets.UTF_8));
        return new SetupHash(Base64.getEncoder().encodeToString(Arrays.copyOf(hash, KEPT)));
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-512", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
