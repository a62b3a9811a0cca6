// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Guesses the word that somebody meant: the one that differs by the fewest letters left out, added, changed or swapped
 * with their neighbour (Damerau's distance), or begins alike, whatever the case. Stateless.
 */
final class Spelling {
    private static final int MOST_LETTERS = 48;
    private static final int FEWEST_ALIKE = 4;

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

    /**
     * The word of which what was written is the beginning, or that begins as it does for half of its letters at least, such
     * as "Lighting" for "Light"; of several the one that is alike for longest, then the shortest. Empty when there is none.
     */
    static Optional<String> alike(String written, Collection<String> words) {
        if (written.length() > MOST_LETTERS) {
            return Optional.empty();
        }
        int fewest = Math.max(FEWEST_ALIKE, (written.length() + 1) / 2);
        return words.stream()
                .filter(word -> alike(written, word) >= fewest)
                .min(Comparator.comparingInt((String word) -> -alike(written, word))
                        .thenComparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** For how many letters two words begin alike. */
    private static int alike(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int letters = 0;
        while (letters < Math.min(a.length(), b.length()) && a.charAt(letters) == b.charAt(letters)) {
            letters++;
        }
        return letters;
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
