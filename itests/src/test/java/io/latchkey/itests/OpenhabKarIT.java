// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The kar for openHAB comes into a plain Karaf that runs a small openHAB, by its folder, and goes: it brings itself only, and
 * nothing of openHAB starts anew because of it.
 */
class OpenhabKarIT {
    private static final String ADDON = "other";
    private static final Path FOLDER = Built.fresh("openhab-kar");

    private static OpenhabKaraf karaf;

    @BeforeAll
    static void start() throws Exception {
        karaf = OpenhabKaraf.start(
                FOLDER,
                Map.of(
                        "io.latchkey.bridge-home.cfg",
                        "id = home\nname = Home\nbindAddress = 127.0.0.1\nport = 0\nmdns = false\n"));
    }

    @AfterAll
    static void end() {
        if (karaf != null) {
            karaf.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Libraries.class)
    void nothingOfOpenhabStartsAnew(Libraries libraries) throws Exception {
        Set<String> plain = karaf.bundles();
        Path openhab = karaf.putOpenhab(libraries);
        Set<String> before = karaf.bundles();
        int mark = karaf.events().size();

        Path kar = karaf.put("latchkey-openhab.kar", Kar.built().bytes());
        karaf.awaitOurs();
        Set<String> with = karaf.bundles();
        List<String> installing = karaf.eventsSince(mark);
        Path addon = karaf.putAddon(ADDON);
        karaf.take(addon, with);
        karaf.take(kar, before);
        Path newer = karaf.put("latchkey-openhab-newer.kar", Kar.built().bytes());
        karaf.awaitOurs();
        karaf.take(newer, before);
        List<String> all = karaf.eventsSince(mark);

        karaf.take(openhab, plain);
        assertEquals(OpenhabKaraf.ours(), names(with, before));
        assertEquals(
                List.of(),
                installing.stream()
                        .filter(event -> event.startsWith("refreshed"))
                        .toList());
        assertEquals(
                List.of(),
                all.stream().filter(OpenhabKarIT::isOfTheHost).toList(),
                "what has happened to bundles that are neither ours nor the other add-on's");
    }

    @Test
    void bringsItselfOnly() throws IOException {
        Set<String> jars = Kar.built().files();
        String version = jars.stream()
                .filter(name -> name.endsWith("-features.xml"))
                .map(name -> name.substring("latchkey-openhab-".length(), name.length() - "-features.xml".length()))
                .findFirst()
                .orElseThrow();
        Set<String> expected = OpenhabKaraf.ours().stream()
                .map(bundle -> bundle + "-" + version + ".jar")
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add("latchkey-openhab-" + version + "-features.xml");
        assertEquals(expected, jars);
    }

    @Test
    void noSignatureOfOpenhabIsInAnyJar() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Part part : Part.values()) {
            search(part.jar(), found);
        }
        search(Kar.path(), found);
        try (Stream<Path> files = Files.walk(FOLDER.resolve("system"))) {
            for (Path jar : files.filter(Files::isRegularFile).toList()) {
                search(jar, found);
            }
        }
        assertEquals(Set.of(), found);
    }

    @Test
    void namesNoRepositoryAndStartsWithTheAddOns() throws IOException {
        String features = Kar.built().features();
        assertEquals(0, occurrences(features, "<repository"), features);
        assertEquals(
                OpenhabKaraf.ours().size(),
                occurrences(features, "<bundle start-level=\"80\">mvn:io.latchkey/"),
                features);
        assertEquals(OpenhabKaraf.ours().size(), occurrences(features, "<bundle "), features);
        assertEquals(1, occurrences(features, "<feature name=\"latchkey-openhab\""), features);
    }

    /** openHAB uninstalls whatever is so called and isn't in its own list, at each start and with each other add-on. */
    @ParameterizedTest
    @EnumSource(AddonKind.class)
    void isNotCalledLikeAnAddOnOfOpenhab(AddonKind kind) throws IOException {
        String features = Kar.built().features();
        assertEquals(0, occurrences(features, "<feature name=\"openhab-" + kind.prefix()), features);
    }

    /** The kinds of openHAB's features that are add-ons. */
    enum AddonKind {
        AUTOMATION,
        BINDING,
        MISC,
        PERSISTENCE,
        TRANSFORMATION,
        UI,
        VOICE,
        CORE_CONFIG_DISCOVERY_ADDON;

        String prefix() {
            return name().toLowerCase().replace('_', '-') + "-";
        }
    }

    private static boolean isOfTheHost(String event) {
        String name = event.substring(event.lastIndexOf(' ') + 1);
        return !event.startsWith("refreshed")
                && !name.startsWith(ADDON)
                && !OpenhabKaraf.ours().contains(name);
    }

    /** The symbolic names of those that are active with it and weren't there without. */
    private static Set<String> names(Set<String> with, Set<String> without) {
        return with.stream()
                .filter(bundle -> !without.contains(bundle))
                .filter(bundle -> bundle.endsWith(" Active"))
                .map(bundle -> bundle.split(" ")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** Adds the classes of openHAB in a jar, or in one inside it. */
    private static void search(Path jar, Set<String> found) throws IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            search(jar.getFileName().toString(), in, found);
        }
    }

    private static void search(String name, InputStream in, Set<String> found) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String inside = entry.getName();
            if (inside.contains("org/openhab/") && inside.endsWith(".class")) {
                found.add(name + "!" + inside);
            } else if (inside.endsWith(".jar")) {
                search(name + "!" + inside, zip, found);
            }
        }
    }
}
