// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Salt and SRP verifier of a setup code (RFC 5054, 3072-bit group). Whoever holds them can try all codes in a short time,
 * so they show in no text and are compared in constant time.
 */
public final class Verifier {
    /** Bytes of the salt. */
    public static final int SALT_LENGTH = 16;
    /** Bytes of the verifier. */
    public static final int VERIFIER_LENGTH = 384;

    private final byte[] salt;
    private final byte[] verifier;

    /**
     * Joins the two.
     *
     * @param salt 16 bytes
     * @param verifier 384 bytes, big-endian, padded on the left
     * @throws IllegalArgumentException when one of them has another length
     */
    public Verifier(byte[] salt, byte[] verifier) {
        if (salt.length != SALT_LENGTH || verifier.length != VERIFIER_LENGTH) {
            throw new IllegalArgumentException(
                    "a salt has 16 bytes and a verifier 384, not " + salt.length + " and " + verifier.length);
        }
        this.salt = salt.clone();
        this.verifier = verifier.clone();
    }

    /** The salt, 16 bytes; a copy. */
    public byte[] salt() {
        return salt.clone();
    }

    /** The verifier, 384 bytes; a copy. */
    public byte[] verifier() {
        return verifier.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Verifier that
                && MessageDigest.isEqual(salt, that.salt)
                && MessageDigest.isEqual(verifier, that.verifier);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }

    @Override
    public String toString() {
        return "Verifier[hidden]";
    }
}
