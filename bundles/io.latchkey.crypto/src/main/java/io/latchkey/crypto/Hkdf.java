// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** HKDF with SHA-512 (RFC 5869). Stateless, microseconds, safe on any thread. */
public final class Hkdf {
    /** Length of the keys that HAP derives, in bytes. */
    public static final int KEY_LENGTH = 32;

    private Hkdf() {}

    /** Derives {@code length} bytes, 1 to 16320. */
    public static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA512Digest());
        generator.init(new HKDFParameters(secret, salt, info));
        byte[] key = new byte[length];
        generator.generateBytes(key, 0, length);
        return key;
    }

    /** Derives a key of {@link #KEY_LENGTH} bytes from salt and info in ASCII, as nearly all of HAP's are. */
    public static byte[] key(byte[] secret, String salt, String info) {
        return derive(secret, salt.getBytes(US_ASCII), info.getBytes(US_ASCII), KEY_LENGTH);
    }
}
