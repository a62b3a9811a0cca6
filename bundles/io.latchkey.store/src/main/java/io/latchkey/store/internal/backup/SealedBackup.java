// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.store.StoreException;
import io.latchkey.crypto.Passphrase;
import io.latchkey.crypto.PassphraseSeal;
import io.latchkey.crypto.SealException;
import io.latchkey.store.internal.BackupContents;
import io.latchkey.store.internal.DamageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * The form of a backup file: a line of text that says what it is, the sealed contents, and the SHA-256 of all that, by which
 * a damaged file is told from a wrong passphrase. A nightly copy, which isn't sealed, is read as well. Pure, but slow: each
 * call computes for a second or more.
 */
final class SealedBackup {
    private static final byte[] HEAD = "Latchkey backup 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_LENGTH = 32;

    private SealedBackup() {}

    /** The bytes of the file. */
    static byte[] seal(BackupContents contents, Passphrase passphrase, SecureRandom random) {
        byte[] sealed = PassphraseSeal.seal(passphrase, HEAD, contents.bytes(), random);
        byte[] file = Arrays.copyOf(HEAD, HEAD.length + sealed.length + HASH_LENGTH);
        System.arraycopy(sealed, 0, file, HEAD.length, sealed.length);
        byte[] hash = hash(file);
        System.arraycopy(hash, 0, file, file.length - HASH_LENGTH, HASH_LENGTH);
        return file;
    }

    /** Whether a passphrase is needed to read it. */
    static boolean isSealed(byte[] file) {
        return file.length > HEAD.length + HASH_LENGTH && Arrays.equals(file, 0, HEAD.length, HEAD, 0, HEAD.length);
    }

    /**
     * What a file holds.
     *
     * @param passphrase needed for one that is sealed
     * @throws StoreException when it can't be read; the message says why, names the file and quotes nothing of it
     */
    static BackupContents open(Path name, byte[] file, Optional<Passphrase> passphrase) {
        try {
            if (!isSealed(file)) {
                return BackupContents.of(name, file);
            }
            if (!MessageDigest.isEqual(hash(file), Arrays.copyOfRange(file, file.length - HASH_LENGTH, file.length))) {
                throw new DamageException("has been changed or was not written to its end");
            }
            byte[] sealed = Arrays.copyOfRange(file, HEAD.length, file.length - HASH_LENGTH);
            byte[] text = PassphraseSeal.open(passphrase.orElseThrow(), HEAD, sealed)
                    .orElseThrow(() -> new StoreException("the passphrase isn't the one that " + name
                            + " was sealed with; without that one nobody can open it"));
            return BackupContents.of(name, text);
        } catch (SealException strange) {
            throw new StoreException(name + " can't be opened: " + strange.getMessage(), strange);
        } catch (DamageException damage) {
            throw new StoreException(
                    name + " is no backup that can be used: it " + damage.getMessage() + ". Take another one.", damage);
        }
    }

    private static byte[] hash(byte[] file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file, 0, file.length - HASH_LENGTH);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java lacks SHA-256", impossible);
        }
    }
}
