// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.dependencies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/dependencies.md true: its rows name all that the poms, features and package.json files name, once, with the
 * same versions, and with the licences that the libraries say themselves. With the system property
 * {@code latchkey.documents=write} versions and licences are written anew instead of compared.
 */
class DependenciesDocumentIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DOCUMENT = ROOT.resolve("docs/dependencies.md");
    private static final Path REPOSITORY = Path.of(System.getProperty(
            "latchkey.repository",
            Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));
    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]+`) \\| ([^|]*) \\| ([^|]*) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private static DeclaredDependencies declared;
    private static PublishedLicences licences;

    @BeforeAll
    static void readTree() throws IOException {
        declared = DeclaredDependencies.of(ROOT);
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> locks = files.filter(file -> file.endsWith("package-lock.json"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
            licences = new PublishedLicences(REPOSITORY, locks);
        }
    }

    @Test
    void everythingThatIsDeclaredHasOneRow() throws IOException {
        List<String> named = ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .flatMap(row -> names(row).stream())
                .sorted()
                .toList();
        assertEquals(List.copyOf(new TreeSet<>(declared.versions().keySet())), named);
    }

    @Test
    void versionsAndLicencesAreThoseOfTheBuild() throws IOException {
        String page = Files.readString(DOCUMENT);
        String made = ROW.matcher(page).replaceAll(row -> Matcher.quoteReplacement(row(row)));
        if (System.getProperty("latchkey.documents", "").equals("write")) {
            Files.writeString(DOCUMENT, made);
        }
        assertEquals(
                Files.readString(DOCUMENT),
                made,
                "docs/dependencies.md isn't what the build uses; write it anew with -Dlatchkey.documents=write");
    }

    @Test
    void theLicenceOfEveryLibraryIsKnown() throws IOException {
        Set<String> unknown = new TreeSet<>();
        ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .filter(row -> names(row).stream().anyMatch(declared.libraries()::contains))
                .filter(row -> licences(row).isEmpty())
                .forEach(row -> unknown.add(row.group(1)));
        assertEquals(Set.of(), unknown);
    }

    private static String row(MatchResult row) {
        String versions = names(row).stream()
                .flatMap(name -> declared.versions().getOrDefault(name, new TreeSet<>()).stream())
                .distinct()
                .sorted(DeclaredDependencies.BY_VERSION)
                .collect(Collectors.joining(", "));
        Set<String> found = licences(row);
        String licence = found.isEmpty() ? row.group(3) : String.join(" or ", found);
        return "| %s | %s | %s |".formatted(row.group(1), versions, licence);
    }

    /** What all artifacts and versions of a row say together. */
    private static Set<String> licences(MatchResult row) {
        Set<String> found = new TreeSet<>();
        names(row)
                .forEach(name -> declared.versions()
                        .getOrDefault(name, new TreeSet<>())
                        .forEach(version -> found.addAll(licences.of(name, version))));
        return found;
    }

    /** {@code `group:one, two`} names two artifacts. */
    private static Set<String> names(MatchResult row) {
        Set<String> names = new LinkedHashSet<>();
        NAME.matcher(row.group(1)).results().forEach(name -> {
            String group = name.group(1).substring(0, name.group(1).indexOf(':') + 1);
            String artifacts = name.group(1).substring(group.length());
            Arrays.stream(artifacts.split(", ")).forEach(artifact -> names.add(group + artifact));
        });
        return names;
    }
}
