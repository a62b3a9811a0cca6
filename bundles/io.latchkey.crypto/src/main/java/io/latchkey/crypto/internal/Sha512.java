// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto.internal;

import org.bouncycastle.crypto.digests.SHA512Digest;

/** SHA-512 over parts joined without separators. Stateless, safe on any thread. */
public final class Sha512 {
    /** Length of a digest in bytes. */
    public static final int LENGTH = 64;

    private Sha512() {}

    /** The digest of all parts in their order. */
    public static byte[] of(byte[]... parts) {
        SHA512Digest digest = new SHA512Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] result = new byte[LENGTH];
        digest.doFinal(result, 0);
        return result;
    }
}
