// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import org.bouncycastle.crypto.agreement.srp.SRP6StandardGroups;
import org.bouncycastle.util.BigIntegers;

/**
 * The formulas of SRP-6a as HAP uses them (RFC 5054 appendix A, 3072-bit group, g = 5, SHA-512; proofs as in HomeKitADK).
 * Pure functions, safe on any thread; a modular power takes a few milliseconds, so no I/O thread may call them.
 * Sources differ on leading zero bytes, therefore each function says whether it takes a number padded to
 * {@link #LENGTH} bytes or stripped of leading zeros; the two differ once in 256 exchanges.
 */
public final class SrpMath {
    /** Length of a padded group element in bytes. */
    public static final int LENGTH = 384;

    private static final BigInteger N = SRP6StandardGroups.rfc5054_3072.getN();
    private static final BigInteger G = SRP6StandardGroups.rfc5054_3072.getG();
    private static final BigInteger MULTIPLIER = number(Sha512.of(pad(N), pad(G)));
    private static final byte[] GROUP_HASH = xor(Sha512.of(strip(N)), Sha512.of(strip(G)));

    private SrpMath() {}

    /** Reads an unsigned big-endian number. */
    public static BigInteger number(byte[] bytes) {
        return new BigInteger(1, bytes);
    }

    /** Writes a number with exactly {@link #LENGTH} bytes. */
    public static byte[] pad(BigInteger number) {
        return BigIntegers.asUnsignedByteArray(LENGTH, number);
    }

    /** Writes a number without leading zero bytes. */
    public static byte[] strip(BigInteger number) {
        return BigIntegers.asUnsignedByteArray(number);
    }

    /** Whether the padded form begins with a zero byte, so that stripping changes it. */
    public static boolean hasLeadingZero(BigInteger number) {
        return number.bitLength() <= (LENGTH - 1) * Byte.SIZE;
    }

    /** Whether a public key is a multiple of N, which would force the shared secret to zero. */
    public static boolean isMultipleOfN(BigInteger publicKey) {
        return publicKey.mod(N).signum() == 0;
    }

    /** x = H(s | H(I ":" P)). */
    public static BigInteger x(String user, String password, byte[] salt) {
        return number(Sha512.of(salt, Sha512.of((user + ":" + password).getBytes(UTF_8))));
    }

    /** v = g^x, and A = g^a. */
    public static BigInteger power(BigInteger exponent) {
        return G.modPow(exponent, N);
    }

    /** B = k v + g^b. */
    public static BigInteger serverKey(BigInteger verifier, BigInteger b) {
        return MULTIPLIER.multiply(verifier).add(power(b)).mod(N);
    }

    /** S = (A v^u)^b, the server's way. */
    public static BigInteger serverSecret(
            BigInteger clientKey, BigInteger serverKey, BigInteger verifier, BigInteger b) {
        BigInteger u = scramble(clientKey, serverKey);
        return clientKey.multiply(verifier.modPow(u, N)).modPow(b, N);
    }

    /** S = (B - k g^x)^(a + u x), the client's way. */
    public static BigInteger clientSecret(BigInteger clientKey, BigInteger serverKey, BigInteger x, BigInteger a) {
        BigInteger u = scramble(clientKey, serverKey);
        BigInteger base = serverKey.subtract(MULTIPLIER.multiply(power(x))).mod(N);
        return base.modPow(a.add(u.multiply(x)), N);
    }

    /** M1 = H((H(N) xor H(g)) | H(I) | s | A | B | K), with A and B in the width that the caller chose. */
    public static byte[] clientProof(String user, byte[] salt, byte[] clientKey, byte[] serverKey, byte[] sessionKey) {
        byte[] userHash = Sha512.of(user.getBytes(UTF_8));
        return Sha512.of(GROUP_HASH, userHash, salt, clientKey, serverKey, sessionKey);
    }

    /** M2 = H(PAD(A) | M1 | K). */
    public static byte[] serverProof(BigInteger clientKey, byte[] clientProof, byte[] sessionKey) {
        return Sha512.of(pad(clientKey), clientProof, sessionKey);
    }

    private static BigInteger scramble(BigInteger clientKey, BigInteger serverKey) {
        return number(Sha512.of(pad(clientKey), pad(serverKey)));
    }

    private static byte[] xor(byte[] left, byte[] right) {
        byte[] result = new byte[left.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) (left[i] ^ right[i]);
        }
        return result;
    }
}
