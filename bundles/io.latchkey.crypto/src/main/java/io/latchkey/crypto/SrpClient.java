// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import io.latchkey.crypto.internal.Sha512;
import io.latchkey.crypto.internal.SrpMath;
import io.latchkey.crypto.internal.SrpSecrets;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The controller's side of one SRP-6a exchange. Immutable once begun; both steps compute modular powers for some
 * milliseconds and must not run on an I/O thread. Its own public key never begins with a zero byte; whether the
 * accessory's key or the shared secret did is told by {@link SrpProof#leadingZero()}.
 */
public final class SrpClient {
    private final String user;
    private final String password;
    private final SrpSecrets.Pair ephemeral;

    private SrpClient(String user, String password, SrpSecrets.Pair ephemeral) {
        this.user = user;
        this.password = password;
        this.ephemeral = ephemeral;
    }

    /** Begins an exchange with a fresh secret a; 32 bytes are drawn until A has no leading zero byte. */
    public static SrpClient begin(String user, String password, SecureRandom random) {
        return new SrpClient(user, password, SrpSecrets.draw(random, SrpMath::power));
    }

    /** The public key A to send: {@link Srp#KEY_LENGTH} bytes, big-endian, the first never zero. */
    public byte[] publicKey() {
        return SrpMath.pad(ephemeral.publicKey());
    }

    /**
     * Answers the server's salt and public key B with a proof; empty if B is a multiple of N and the server thus not to
     * be trusted.
     *
     * @param salt {@link Srp#SALT_LENGTH} bytes
     * @param serverKey 1 to {@link Srp#KEY_LENGTH} bytes, big-endian, padded or not
     */
    public Optional<SrpProof> answer(byte[] salt, byte[] serverKey) {
        Lengths.require("salt", salt, Srp.SALT_LENGTH);
        Lengths.requireRange("public key", serverKey, 1, Srp.KEY_LENGTH);
        BigInteger b = SrpMath.number(serverKey);
        if (SrpMath.isMultipleOfN(b)) {
            return Optional.empty();
        }
        BigInteger a = ephemeral.publicKey();
        BigInteger x = SrpMath.x(user, password, salt);
        BigInteger secret = SrpMath.clientSecret(a, b, x, ephemeral.secret());
        byte[] key = Sha512.of(SrpMath.strip(secret));
        byte[] proof = SrpMath.clientProof(user, salt, SrpMath.strip(a), SrpMath.strip(b), key);
        boolean leadingZero = SrpMath.hasLeadingZero(b) || SrpMath.hasLeadingZero(secret);
        return Optional.of(new SrpProof(key, proof, SrpMath.serverProof(a, proof, key), leadingZero));
    }

    @Override
    public String toString() {
        return "SrpClient[hidden]";
    }
}
