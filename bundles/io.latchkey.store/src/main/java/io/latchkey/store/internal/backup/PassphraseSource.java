// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.store.StoreException;
import io.latchkey.crypto.Passphrase;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where a passphrase comes from: a file that only its owner may read, or the environment of this process. Never the command
 * line, which shells keep in their history.
 */
final class PassphraseSource {
    /** The variable of the environment. */
    static final String VARIABLE = "LATCHKEY_PASSPHRASE";

    private static final long LARGEST = 4096;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final UnaryOperator<String> environment;

    /**
     * Reads nothing yet.
     *
     * @param environment gives a variable, or null
     */
    PassphraseSource(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /**
     * The passphrase.
     *
     * @param file the file that a person has named
     * @throws StoreException when there is none or it can't be used; the message does not contain it
     */
    Passphrase passphrase(Optional<Path> file) {
        String text = file.map(PassphraseSource::read)
                .or(() -> Optional.ofNullable(environment.apply(VARIABLE)))
                .orElseThrow(() -> new StoreException("a passphrase is needed: write it into a file that only you may"
                        + " read (umask 077; cat > FILE; then Enter and Ctrl-D), and name that with"
                        + " --passphrase-file FILE, or set " + VARIABLE
                        + " in the environment of this program"));
        try {
            return new Passphrase(text);
        } catch (IllegalArgumentException tooShort) {
            throw new StoreException(tooShort.getMessage(), tooShort);
        }
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new StoreException(file + " is too large for a passphrase");
            }
            if (isOpenToOthers(file)) {
                throw new StoreException(file + " may be read by others: chmod 600 it");
            }
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (CharacterCodingException notUtf8) {
            throw new StoreException(file + " is no text in UTF-8");
        } catch (IOException unreadable) {
            throw new StoreException(
                    file + " can't be read (" + unreadable.getClass().getSimpleName() + ")", unreadable);
        }
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    }
}
