// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads what bnd wrote into each bundle, which no look at classes shows, and holds it against the table of parts. */
class ManifestIT {
    private static final Pattern VERSION = Pattern.compile("version=\"([^\"]*)\"");
    private static final Set<String> RANGED = Set.of(
            "io.latchkey",
            "com.google",
            "javax.jmdns",
            "org.bouncycastle",
            "org.apache",
            "org.openhab",
            "io.micrometer");

    @ParameterizedTest
    @EnumSource(Part.class)
    void isNamedAfterItsFolderAndRunsOnce(Part part) throws IOException {
        assertEquals(part.bundle() + ";singleton:=true", manifest(part).getValue("Bundle-SymbolicName"));
        assertEquals("EPL-2.0", manifest(part).getValue("Bundle-License"));
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void importsOnlyWhatTheTableAllows(Part part) throws IOException {
        Set<String> offences = new TreeSet<>();
        for (String name : clauses(part, "Import-Package").keySet()) {
            if (!part.mayImport(name)) {
                offences.add(name);
            }
        }
        assertEquals(Set.of(), offences, part.bundle());
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void saysWhichVersionsItWorksWith(Part part) throws IOException {
        clauses(part, "Import-Package").forEach((name, range) -> {
            if (RANGED.stream().anyMatch(prefix -> Part.isWithin(name, prefix))) {
                assertTrue(range.matches("\\[[0-9.]+,[0-9.]+\\)"), part.bundle() + " imports " + name + " " + range);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void exportsOnlyWhatOthersMayUse(Part part) throws IOException {
        Map<String, String> exports = clauses(part, "Export-Package");
        switch (part) {
            case API -> assertTrue(exports.size() >= 10, "every package of the api: " + exports.keySet());
            case CRYPTO, PAIRING -> assertEquals(Set.of(part.bundle()), exports.keySet());
            default -> assertEquals(Set.of(), exports.keySet());
        }
        for (Map.Entry<String, String> export : exports.entrySet()) {
            assertTrue(Part.isWithin(export.getKey(), part.bundle()), export.getKey());
            assertTrue(export.getValue().startsWith("1."), export.getKey() + " " + export.getValue());
        }
    }

    /** The packages of a header with their versions, empty where a clause has none. */
    private static Map<String, String> clauses(Part part, String header) throws IOException {
        String value = manifest(part).getValue(header);
        Map<String, String> clauses = new TreeMap<>();
        for (String clause : value == null ? List.<String>of() : split(value)) {
            Matcher version = VERSION.matcher(clause);
            clauses.put(clause.split(";")[0].trim(), version.find() ? version.group(1) : "");
        }
        return clauses;
    }

    /** Commas inside quotes belong to a version range. */
    private static List<String> split(String header) {
        return Arrays.asList(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
    }

    private static Attributes manifest(Part part) throws IOException {
        try (JarFile jar = new JarFile(part.jar().toFile())) {
            return jar.getManifest().getMainAttributes();
        }
    }
}
