// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/trouble.md true: a heading for each code that the doctor may say of what isn't right, and no other. */
class TroubleDocumentIT {
    private static final Path DOCUMENT = Path.of("..", "docs", "trouble.md");
    private static final Pattern HEADING = Pattern.compile("^### (\\S+)$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\(#([a-z0-9-]+)\\)");
    private static final Pattern CODE = Pattern.compile(
            "(?:Diagnosis\\.mend|unreachable|new Diagnosis|told)\\(\\s*\"([a-z0-9-]+)\"(?!,\\s*Severity\\.RIGHT)");

    @Test
    void eachCodeHasItsHeading() throws IOException {
        assertEquals(codes(), found(HEADING, Files.readString(DOCUMENT)));
    }

    @Test
    void eachLinkLeadsToAHeading() throws IOException {
        String document = Files.readString(DOCUMENT);
        Set<String> links = found(LINK, document);
        links.remove("the-doctor-has-nothing-to-mend");
        assertTrue(found(HEADING, document).containsAll(links), links::toString);
    }

    private static Set<String> codes() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("..", "bundles"))) {
            return sources.filter(each -> each.toString().contains("src/main/java")
                            && each.toString().endsWith(".java"))
                    .map(TroubleDocumentIT::text)
                    .filter(source -> source.contains("Diagnosis"))
                    .flatMap(source -> found(CODE, source).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new AssertionError(source.toString(), e);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult each) -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
