// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.tag;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a table that lies beside a class: a row per line, columns apart by a tab or two spaces, {@code #} before
 * remarks. Such a table is part of the bundle, so what is wrong with it is a fault of the build. Stateless.
 */
public final class TextTable {
    private static final Pattern GAP = Pattern.compile("\t+| {2,}");

    private TextTable() {}

    /**
     * The rows of a table, each with its columns.
     *
     * @param owner the class that it lies beside
     * @param name its file name
     * @throws IllegalStateException when it isn't there
     */
    public static List<List<String>> rows(Class<?> owner, String name) {
        try (InputStream found = owner.getResourceAsStream(name)) {
            if (found == null) {
                throw new IllegalStateException("the table " + name + " is missing");
            }
            return new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(GAP.split(line.trim())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
