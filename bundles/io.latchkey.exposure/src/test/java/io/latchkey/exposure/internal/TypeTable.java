// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The lines of a table of types, one row for each type, role and kind of item. */
final class TypeTable {
    private TypeTable() {}

    /**
     * What an item of one kind says and is told in a role.
     *
     * @param cases written {@code state=value}, {@code state:value} or {@code command<value}
     */
    record Row(String type, String role, String kind, List<String> cases) {
        @Override
        public String toString() {
            return type + "." + role + " " + kind;
        }
    }

    /** What Latchkey does with each. */
    static List<Row> rows() {
        return rows("type-table.txt");
    }

    /** The rows of a file that lies beside. */
    static List<Row> rows(String file) {
        List<Row> rows = new ArrayList<>();
        text(file).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] cells = line.split("\\s*\\|\\s*");
            String[] head = cells[0].split(" ");
            for (String type : head[0].split(",")) {
                for (int index = 1; index < cells.length; index++) {
                    List<String> words = Stream.of(cells[index].split(" "))
                            .map(word -> word.replace('~', ' '))
                            .toList();
                    rows.add(new Row(type, head[1], words.get(0), words.subList(1, words.size())));
                }
            }
        });
        return rows;
    }

    private static String text(String file) {
        try (InputStream in = TypeTable.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
