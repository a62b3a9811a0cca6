// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** The tables of a document whose last column names the tests that prove a row, as {@code `Class#method`}. */
final class DocumentedTests {
    private static final Path DOCUMENTS = Path.of("..", "docs");
    private static final List<Path> SOURCES = List.of(Path.of("..", "bundles"), Path.of("..", "itests"));
    private static final String SUITE = "itests/conformance/src/main/java";
    private static final Pattern REFERENCE = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final int COLUMNS = 3;

    private final List<String> rows;

    private DocumentedTests(List<String> rows) {
        this.rows = rows;
    }

    /** The rows of all tables of a document, without their heads. */
    static DocumentedTests of(String document) throws IOException {
        return new DocumentedTests(Files.readAllLines(DOCUMENTS.resolve(document)).stream()
                .filter(line -> line.startsWith("| ") && !line.endsWith(" proved by |"))
                .toList());
    }

    /** Fails unless there are that many rows, and each names tests of which all are in the source tree. */
    void assertProved(int least) throws IOException {
        assertTrue(rows.size() >= least, "only " + rows.size() + " rows");
        Map<String, String> sources = testSources();
        for (String row : rows) {
            String[] cells = row.substring(2).split(" \\| ");
            assertEquals(COLUMNS, cells.length, row);
            List<MatchResult> references =
                    REFERENCE.matcher(cells[COLUMNS - 1]).results().toList();
            assertFalse(references.isEmpty(), () -> "no test is named: " + row);
            references.forEach(test -> assertTrue(
                    isTest(sources.getOrDefault(test.group(1), ""), test.group(2)),
                    () -> "no test " + test.group() + " for: " + row));
        }
    }

    private static boolean isTest(String source, String method) {
        return source.contains("void " + method + "(") || source.contains("Stream<DynamicTest> " + method + "(");
    }

    /** The text of each test class, by its simple name; those of one name are joined. */
    private static Map<String, String> testSources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(DocumentedTests::isTestClass).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }

    /** The suite that tests any server is made of tests, though it lies where programs lie. */
    private static boolean isTestClass(Path file) {
        String path = file.toString();
        return path.endsWith(".java") && path.contains("src/test/java")
                || path.endsWith("Conformance.java") && path.contains(SUITE);
    }
}
