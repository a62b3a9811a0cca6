// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto.internal;

import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * The engines that can run ChaCha20-Poly1305, and the choice between them: the JDK's where it exists and gives the same
 * bytes as BouncyCastle when both work in place (a JVM may lack it, and a registered provider may bring its own), else
 * BouncyCastle. The choice is made once, on first use, and costs one sealed and one opened frame.
 */
public enum AeadEngine {
    /** The JDK's {@code ChaCha20-Poly1305}. */
    JCE {
        @Override
        public Aead open(byte[] key) {
            try {
                return new JceAead(key);
            } catch (GeneralSecurityException absent) {
                throw new IllegalStateException("This JVM has no ChaCha20-Poly1305", absent);
            }
        }
    },
    /** BouncyCastle's lightweight classes. */
    BOUNCY_CASTLE {
        @Override
        public Aead open(byte[] key) {
            return new BouncyCastleAead(key);
        }
    };

    private static final int TRIAL_AAD = 2;
    private static final int TRIAL_LENGTH = 100;

    /** A cipher of this engine under a key of {@link Aead#KEY_LENGTH} bytes. */
    public abstract Aead open(byte[] key);

    /** The engine for session frames on this JVM. */
    public static AeadEngine preferred() {
        return Choice.PREFERRED;
    }

    private static AeadEngine choose() {
        try {
            return agrees() ? JCE : BOUNCY_CASTLE;
        } catch (IllegalStateException unusable) {
            return BOUNCY_CASTLE;
        }
    }

    private static boolean agrees() {
        byte[] key = new byte[Aead.KEY_LENGTH];
        byte[] nonce = new byte[Aead.NONCE_LENGTH];
        byte[] ours = new byte[TRIAL_AAD + TRIAL_LENGTH + Aead.TAG_LENGTH];
        byte[] theirs = ours.clone();
        BOUNCY_CASTLE.open(key).seal(nonce, ours, TRIAL_AAD, TRIAL_AAD, TRIAL_LENGTH);
        JCE.open(key).seal(nonce, theirs, TRIAL_AAD, TRIAL_AAD, TRIAL_LENGTH);
        boolean same = Arrays.equals(ours, theirs);
        return JCE.open(key).open(nonce, theirs, TRIAL_AAD, TRIAL_AAD, TRIAL_LENGTH) && same;
    }

    /** Holds the choice, so that it is made lazily and once. */
    private static final class Choice {
        private static final AeadEngine PREFERRED = choose();
    }
}
