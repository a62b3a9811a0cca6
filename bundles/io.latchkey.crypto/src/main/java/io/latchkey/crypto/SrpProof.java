// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import java.security.MessageDigest;

/** A client's proof M1 together with the session key it stands for. Immutable, safe on any thread, never printed. */
public final class SrpProof {
    private final byte[] sessionKey;
    private final byte[] proof;
    private final byte[] expected;
    private final boolean leadingZero;

    SrpProof(byte[] sessionKey, byte[] proof, byte[] expected, boolean leadingZero) {
        this.sessionKey = sessionKey;
        this.proof = proof;
        this.expected = expected;
        this.leadingZero = leadingZero;
    }

    /** M1 to send, {@link Srp#PROOF_LENGTH} bytes. */
    public byte[] proof() {
        return proof.clone();
    }

    /** Whether the server's M2 shows that it knows the verifier; compared in constant time. */
    public boolean confirmedBy(byte[] serverProof) {
        return MessageDigest.isEqual(expected, serverProof);
    }

    /** K, {@link Srp#SESSION_KEY_LENGTH} bytes, secret; to be used only once {@link #confirmedBy} said yes. */
    public byte[] sessionKey() {
        return sessionKey.clone();
    }

    /**
     * Whether B or the shared secret begins with a zero byte. Some accessories then compute another proof from the right
     * code; a careful client starts over instead of spending an attempt.
     */
    public boolean leadingZero() {
        return leadingZero;
    }

    @Override
    public String toString() {
        return "SrpProof[hidden]";
    }
}
