// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import java.security.SecureRandom;
import java.util.Optional;

/** X25519 key agreement (RFC 7748) on raw keys. Stateless, well under a millisecond, safe on any thread. */
public final class X25519 {
    /** Length of secrets, public keys and shared secrets in bytes. */
    public static final int KEY_LENGTH = 32;

    private X25519() {}

    /** Draws a secret: {@link #KEY_LENGTH} bytes, taken as they come (clamping happens when it is used). */
    public static byte[] newSecret(SecureRandom random) {
        byte[] secret = new byte[KEY_LENGTH];
        random.nextBytes(secret);
        return secret;
    }

    /** The public key that belongs to a secret. */
    public static byte[] publicKey(byte[] secret) {
        Lengths.require("secret", secret, KEY_LENGTH);
        byte[] key = new byte[KEY_LENGTH];
        org.bouncycastle.math.ec.rfc7748.X25519.scalarMultBase(secret, 0, key, 0);
        return key;
    }

    /**
     * The shared secret; empty if it is all zero, which only low-order points of the peer bring about (RFC 7748 section 6.1).
     *
     * @param peerKey {@link #KEY_LENGTH} bytes, the length checked by the caller
     */
    public static Optional<byte[]> agree(byte[] secret, byte[] peerKey) {
        Lengths.require("secret", secret, KEY_LENGTH);
        Lengths.require("public key", peerKey, KEY_LENGTH);
        byte[] shared = new byte[KEY_LENGTH];
        boolean usable = org.bouncycastle.math.ec.rfc7748.X25519.calculateAgreement(secret, 0, peerKey, 0, shared, 0);
        return usable ? Optional.of(shared) : Optional.empty();
    }
}
