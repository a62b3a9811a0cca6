// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/evented-http.md true: each row of its tables names tests, and each of those is in the source tree. */
class EventedHttpDocumentIT {
    private static final Path DOCUMENT = Path.of("..", "docs", "evented-http.md");
    private static final List<Path> SOURCES = List.of(Path.of("..", "bundles"), Path.of("..", "itests"));
    private static final Pattern REFERENCE = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final int COLUMNS = 3;

    @Test
    void everyRowNamesTestsThatExist() throws IOException {
        Map<String, String> sources = testSources();
        List<String> rows = rows();
        assertTrue(rows.size() > 50, "only " + rows.size() + " rows");
        for (String row : rows) {
            String[] cells = row.substring(2).split(" \\| ");
            assertEquals(COLUMNS, cells.length, row);
            List<MatchResult> references =
                    REFERENCE.matcher(cells[COLUMNS - 1]).results().toList();
            assertTrue(!references.isEmpty(), () -> "no test is named: " + row);
            references.forEach(test -> assertTrue(
                    sources.getOrDefault(test.group(1), "").contains("void " + test.group(2) + "("),
                    () -> "no test " + test.group() + " for: " + row));
        }
    }

    /** The rows of all tables, without their heads. */
    private static List<String> rows() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| ") && !line.endsWith(" proved by |"))
                .toList();
    }

    /** The text of each test class, by its simple name; those of one name are joined. */
    private static Map<String, String> testSources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(EventedHttpDocumentIT::isTest).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }

    private static boolean isTest(Path file) {
        return file.toString().contains("src/test/java") && file.toString().endsWith(".java");
    }
}
