// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Guesses the word that somebody meant: the one that differs by the fewest letters left out, added, changed or swapped
 * with their neighbour (Damerau's distance), whatever the case. Stateless.
 */
final class Spelling {
    private static final int MOST_LETTERS = 48;

    private Spelling() {}

    /** The nearest of some words; empty when none is near enough to be meant. */
    static Optional<String> nearest(String written, Collection<String> words) {
        if (written.length() > MOST_LETTERS) {
            return Optional.empty();
        }
        int most = Math.min(2, written.length() / 3);
        return words.stream()
                .sorted()
                .filter(word -> Math.abs(word.length() - written.length()) <= most)
                .min(Comparator.comparingInt(word -> distance(written, word)))
                .filter(word -> distance(written, word) <= most);
    }

    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, a, i, b, j);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int step(int[][] steps, String a, int i, String b, int j) {
        int changed = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean isSwapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
