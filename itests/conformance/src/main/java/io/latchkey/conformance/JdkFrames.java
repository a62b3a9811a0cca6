// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Frames made with the JDK's ChaCha20-Poly1305: of any length and any counter, also such as no controller may send. */
final class JdkFrames {
    private static final int NONCE_LENGTH = 12;

    private JdkFrames() {}

    /** One frame with up to 65535 bytes in it (HAP specification R2 section 6.5.2). */
    static byte[] seal(byte[] key, long counter, byte[] plaintext) {
        byte[] length = ByteBuffer.allocate(2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) plaintext.length)
                .array();
        byte[] nonce = ByteBuffer.allocate(NONCE_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(NONCE_LENGTH - Long.BYTES, counter)
                .array();
        try {
            Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
            cipher.updateAAD(length);
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.writeBytes(length);
            frame.writeBytes(cipher.doFinal(plaintext));
            return frame.toByteArray();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
