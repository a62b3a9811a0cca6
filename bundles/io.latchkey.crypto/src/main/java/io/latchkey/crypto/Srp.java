// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import io.latchkey.crypto.internal.Sha512;
import io.latchkey.crypto.internal.SrpMath;

/**
 * What both sides of SRP-6a share: the sizes and the verifier (RFC 5054, 3072-bit group, SHA-512). Stateless, safe on any
 * thread; {@link #verifier} takes some milliseconds and must not run on an I/O thread.
 */
public final class Srp {
    /** Largest length of a public key, and the exact length of a verifier, in bytes. */
    public static final int KEY_LENGTH = SrpMath.LENGTH;
    /** Length of a salt in bytes. */
    public static final int SALT_LENGTH = 16;
    /** Length of the proofs M1 and M2 in bytes. */
    public static final int PROOF_LENGTH = Sha512.LENGTH;
    /** Length of the session key K in bytes. */
    public static final int SESSION_KEY_LENGTH = Sha512.LENGTH;

    private Srp() {}

    /**
     * The verifier v = g^x that a server stores instead of the password.
     *
     * @param salt {@link #SALT_LENGTH} bytes, leading zeros count
     * @return {@link #KEY_LENGTH} bytes, big-endian, padded on the left
     */
    public static byte[] verifier(String user, String password, byte[] salt) {
        Lengths.require("salt", salt, SALT_LENGTH);
        return SrpMath.pad(SrpMath.power(SrpMath.x(user, password, salt)));
    }
}
