// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto.internal;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id, version 1.3 (RFC 9106). Stateless, safe on any thread; takes as long as its cost says, a second or more. */
public final class Argon2id {
    private Argon2id() {}

    /** Makes a key of {@code length} bytes. */
    public static byte[] key(byte[] passphrase, byte[] salt, Argon2Cost cost, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] key = new byte[length];
        generator.generateBytes(passphrase, key);
        return key;
    }
}
