// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/write-an-accessory.md true: each block of Java or XML follows the link to a file and is that file. With the
 * system property {@code latchkey.documents=write} the blocks are written anew instead of compared.
 */
class WriteAnAccessoryDocumentIT {
    private static final Path FOLDER = Path.of("..", "docs");
    private static final Path DOCUMENT = FOLDER.resolve("write-an-accessory.md");
    private static final Path EXAMPLES = Path.of("examples");
    private static final int MOST_LINES = 60;
    private static final Pattern FENCE = Pattern.compile("^```(java|xml)$", Pattern.MULTILINE);
    private static final Pattern BLOCK = Pattern.compile(
            "(\\[`[\\w.-]+`]\\(([^)]+)\\):\n\n```(?:java|xml)\n)(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void everyBlockIsTheFileThatItNames() throws IOException {
        String page = Files.readString(DOCUMENT);
        String made = BLOCK.matcher(page)
                .replaceAll(block -> Matcher.quoteReplacement(block.group(1) + text(file(block)) + "```"));
        if (System.getProperty("latchkey.documents", "").equals("write")) {
            Files.writeString(DOCUMENT, made);
        }
        assertEquals(
                Files.readString(DOCUMENT),
                made,
                "docs/write-an-accessory.md doesn't show the examples; write it anew with -Dlatchkey.documents=write");
    }

    @Test
    void everyBlockNamesAFileAndEveryClassIsShown() throws IOException {
        String page = Files.readString(DOCUMENT);
        Set<Path> shown = BLOCK.matcher(page)
                .results()
                .map(WriteAnAccessoryDocumentIT::file)
                .collect(Collectors.toSet());
        assertEquals(FENCE.matcher(page).results().count(), shown.size(), "one file for each block");
        assertEquals(
                Set.of(),
                classes().stream().filter(each -> !shown.contains(each)).collect(Collectors.toSet()));
    }

    @Test
    void examplesAreAsShortAsPromised() throws IOException {
        for (Path each : classes()) {
            assertTrue(Files.readAllLines(each).size() <= MOST_LINES, () -> each + " is longer than a page can show");
        }
    }

    private static Path file(MatchResult block) {
        return FOLDER.resolve(block.group(2)).toAbsolutePath().normalize();
    }

    private static Set<Path> classes() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> file.toAbsolutePath().normalize())
                    .collect(Collectors.toSet());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
