// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person has typed behind {@code backup} or {@code restore}.
 *
 * @param words what is no option: a file and bridges, or bridges alone
 * @param options those that were given, such as {@code --apply}
 * @param passphraseFile where the passphrase is
 */
record BackupOrder(List<String> words, Set<String> options, Optional<Path> passphraseFile) {
    /** Names the file with the passphrase. */
    static final String PASSPHRASE_FILE = "--passphrase-file";

    /** Empty when there is an option that isn't known, or one without its value. */
    static Optional<BackupOrder> of(List<String> arguments, Set<String> known) {
        List<String> words = new ArrayList<>(arguments);
        Optional<Path> file = Optional.empty();
        int at = words.indexOf(PASSPHRASE_FILE);
        try {
            if (at >= 0 && at + 1 < words.size()) {
                words.remove(at);
                file = Optional.of(absolute(words.remove(at)));
            }
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
        Set<String> options = new HashSet<>(words);
        options.removeIf(word -> !word.startsWith("-"));
        words.removeIf(word -> word.startsWith("-"));
        return known.containsAll(options)
                ? Optional.of(new BackupOrder(List.copyOf(words), Set.copyOf(options), file))
                : Optional.empty();
    }

    /** Whether an option was given. */
    boolean has(String option) {
        return options.contains(option);
    }

    /** The file that is meant, wherever this program was started. */
    static Path absolute(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }
}
