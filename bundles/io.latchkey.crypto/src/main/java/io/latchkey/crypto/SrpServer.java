// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import io.latchkey.crypto.internal.Sha512;
import io.latchkey.crypto.internal.SrpMath;
import io.latchkey.crypto.internal.SrpSecrets;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;

/**
 * The accessory's side of one SRP-6a exchange. Immutable once begun, so it may move between threads; both steps compute
 * modular powers for some milliseconds and must not run on an I/O thread. It does not count wrong proofs: the caller does,
 * and must allow one {@link #check} for each exchange.
 *
 * <p>Proofs follow HomeKitADK (numbers stripped of leading zeros). A client that pads S or A instead proves knowledge of
 * the same secret, so its proof is accepted too.
 */
public final class SrpServer {
    private final String user;
    private final byte[] salt;
    private final BigInteger verifier;
    private final SrpSecrets.Pair ephemeral;

    private SrpServer(String user, byte[] salt, BigInteger verifier, SrpSecrets.Pair ephemeral) {
        this.user = user;
        this.salt = salt;
        this.verifier = verifier;
        this.ephemeral = ephemeral;
    }

    /**
     * Begins an exchange with a fresh secret b; 32 bytes are drawn from {@code random} until B has no leading zero byte.
     *
     * @param salt {@link Srp#SALT_LENGTH} bytes
     * @param verifier {@link Srp#KEY_LENGTH} bytes from {@link Srp#verifier}
     */
    public static SrpServer begin(String user, byte[] salt, byte[] verifier, SecureRandom random) {
        Lengths.require("salt", salt, Srp.SALT_LENGTH);
        Lengths.require("verifier", verifier, Srp.KEY_LENGTH);
        BigInteger v = SrpMath.number(verifier);
        if (SrpMath.isMultipleOfN(v)) {
            throw new IllegalArgumentException("verifier is zero");
        }
        return new SrpServer(user, salt.clone(), v, SrpSecrets.draw(random, b -> SrpMath.serverKey(v, b)));
    }

    /** The salt to send, {@link Srp#SALT_LENGTH} bytes. */
    public byte[] salt() {
        return salt.clone();
    }

    /** The public key B to send: {@link Srp#KEY_LENGTH} bytes, big-endian, the first never zero. */
    public byte[] publicKey() {
        return SrpMath.pad(ephemeral.publicKey());
    }

    /**
     * Judges the client's public key A and proof M1, comparing in constant time.
     *
     * @param clientKey 1 to {@link Srp#KEY_LENGTH} bytes, big-endian, padded or not
     * @param clientProof {@link Srp#PROOF_LENGTH} bytes
     */
    public SrpVerdict check(byte[] clientKey, byte[] clientProof) {
        Lengths.requireRange("public key", clientKey, 1, Srp.KEY_LENGTH);
        Lengths.require("proof", clientProof, Srp.PROOF_LENGTH);
        BigInteger a = SrpMath.number(clientKey);
        if (SrpMath.isMultipleOfN(a)) {
            return SrpVerdict.Refused.PUBLIC_KEY;
        }
        BigInteger secret = SrpMath.serverSecret(a, ephemeral.publicKey(), verifier, ephemeral.secret());
        for (byte[] secretBytes : List.of(SrpMath.strip(secret), SrpMath.pad(secret))) {
            byte[] sessionKey = Sha512.of(secretBytes);
            if (proves(a, clientProof, sessionKey)) {
                return new SrpVerdict.Accepted(sessionKey, SrpMath.serverProof(a, clientProof, sessionKey));
            }
        }
        return SrpVerdict.Refused.PROOF;
    }

    @Override
    public String toString() {
        return "SrpServer[hidden]";
    }

    private boolean proves(BigInteger clientKey, byte[] clientProof, byte[] sessionKey) {
        byte[] stripped = SrpMath.clientProof(user, salt, SrpMath.strip(clientKey), publicKey(), sessionKey);
        byte[] padded = SrpMath.clientProof(user, salt, SrpMath.pad(clientKey), publicKey(), sessionKey);
        return MessageDigest.isEqual(stripped, clientProof) | MessageDigest.isEqual(padded, clientProof);
    }
}
