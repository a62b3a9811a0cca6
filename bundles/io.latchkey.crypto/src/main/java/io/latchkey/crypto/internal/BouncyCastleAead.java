// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto.internal;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** The engine that is always there: BouncyCastle's lightweight classes, without a security provider. */
final class BouncyCastleAead implements Aead {
    private final ChaCha20Poly1305 cipher = new ChaCha20Poly1305();
    private final KeyParameter key;

    BouncyCastleAead(byte[] key) {
        this.key = new KeyParameter(key);
    }

    @Override
    public void seal(byte[] nonce, byte[] buffer, int aadLength, int offset, int length) {
        try {
            run(true, nonce, buffer, aadLength, offset, length);
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("Sealing checks no tag", impossible);
        }
    }

    @Override
    public boolean open(byte[] nonce, byte[] buffer, int aadLength, int offset, int length) {
        try {
            run(false, nonce, buffer, aadLength, offset, length + TAG_LENGTH);
            return true;
        } catch (InvalidCipherTextException wrongTag) {
            return false;
        }
    }

    private void run(boolean seal, byte[] nonce, byte[] buffer, int aadLength, int offset, int length)
            throws InvalidCipherTextException {
        cipher.init(seal, new ParametersWithIV(key, nonce));
        cipher.processAADBytes(buffer, offset - aadLength, aadLength);
        int written = cipher.processBytes(buffer, offset, length, buffer, offset);
        cipher.doFinal(buffer, offset + written);
    }
}
