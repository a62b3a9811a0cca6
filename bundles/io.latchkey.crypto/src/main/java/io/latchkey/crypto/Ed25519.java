// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

/**
 * Ed25519 signatures (RFC 8032) on raw keys: a seed of 32 bytes is the whole private key. Stateless, well under a
 * millisecond. What comes from the network goes to {@link #verify} only, which never throws.
 */
public final class Ed25519 {
    /** Length of a seed and of a public key in bytes. */
    public static final int KEY_LENGTH = 32;
    /** Length of a signature in bytes. */
    public static final int SIGNATURE_LENGTH = 64;

    private Ed25519() {}

    /** The public key of a seed, {@link #KEY_LENGTH} bytes both. */
    public static byte[] publicKey(byte[] seed) {
        Lengths.require("seed", seed, KEY_LENGTH);
        byte[] key = new byte[KEY_LENGTH];
        org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(seed, 0, key, 0);
        return key;
    }

    /** Signs a message; the result is deterministic. */
    public static byte[] sign(byte[] seed, byte[] message) {
        Lengths.require("seed", seed, KEY_LENGTH);
        byte[] signature = new byte[SIGNATURE_LENGTH];
        org.bouncycastle.math.ec.rfc8032.Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /**
     * Whether the signature is right. False as well for keys and signatures of a wrong length, for bytes that are no point
     * of the curve, and for keys of low order, under which anybody could "sign": BouncyCastle refuses these itself.
     */
    public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        return publicKey.length == KEY_LENGTH
                && signature.length == SIGNATURE_LENGTH
                && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                        signature, 0, publicKey, 0, message, 0, message.length);
    }
}
