// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
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

/** The kar for openHAB comes into a plain Karaf that runs a small openHAB, by its folder, and goes: it brings itself only. */
class OpenhabKarIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path KAR = Built.target().resolve("distribution").resolve("latchkey-openhab.kar");
    private static final String OPENHAB = "io.latchkey.itests.openhab";
    private static final Path FOLDER = Built.fresh("openhab-kar");

    private static KarafProcess karaf;

    @BeforeAll
    static void start() throws Exception {
        karaf = KarafProcess.unpackPlain(
                FOLDER,
                Map.of(
                        "io.latchkey.bridge-home.cfg",
                        "id = home\nname = Home\nbindAddress = 127.0.0.1\nport = 0\nmdns = false\n"));
        karaf.startPlain();
    }

    @AfterAll
    static void end() throws Exception {
        if (karaf != null) {
            karaf.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Libraries.class)
    void bringsNoSecondCopyOfWhatTheHostHas(Libraries libraries) throws Exception {
        String openhab = libraries == Libraries.LOWEST ? OPENHAB : OPENHAB + "-newest";
        assertEquals(ours(), brought(openhab, libraries.jars()));
    }

    @Test
    void bringsWhatTheHostHasNot() throws Exception {
        List<Path> mdnsOnly = Libraries.LOWEST.jars().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("jmdns"))
                .toList();
        Set<String> expected = ours();
        expected.add("bcprov");
        expected.add("com.google.gson");
        assertEquals(expected, brought(OPENHAB, mdnsOnly));
    }

    @Test
    void noSignatureOfOpenhabIsInAnyJar() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Part part : Part.values()) {
            search(part.jar(), found);
        }
        search(KAR, found);
        try (Stream<Path> files = Files.walk(FOLDER.resolve("system"))) {
            for (Path jar : files.filter(Files::isRegularFile).toList()) {
                search(jar, found);
            }
        }
        assertEquals(Set.of(), found);
    }

    @Test
    void namesNoRepositoryAndStartsWithTheAddOns() throws IOException {
        String features = features();
        assertEquals(0, occurrences(features, "<repository"), features);
        assertEquals(ours().size(), occurrences(features, "<bundle start-level=\"80\">mvn:io.latchkey/"), features);
        assertEquals(3, occurrences(features, "<bundle dependency=\"true\">"), features);
        assertEquals(1, occurrences(features, "<feature name=\"openhab-misc-latchkey\""), features);
    }

    /** What is there with the kar and wasn't without; all is as before once both have gone. */
    private static Set<String> brought(String openhab, List<Path> libraries) throws Exception {
        Set<String> plain = bundles();
        Path host = put("host.xml", host(openhab, libraries).getBytes());
        awaitActive(OPENHAB);
        Set<String> before = bundles();
        Path kar = put("latchkey-openhab.kar", Files.readAllBytes(KAR));
        ours().forEach(OpenhabKarIT::awaitActive);
        Set<String> now = bundles();
        Files.delete(kar);
        Await.until(SOON, "the kar to leave", () -> bundles().equals(before));
        Files.delete(host);
        Await.until(SOON, "openHAB to leave", () -> bundles().equals(plain));
        return now.stream()
                .filter(bundle -> !before.contains(bundle))
                .filter(bundle -> bundle.endsWith(" Active"))
                .map(bundle -> bundle.split(" ")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The features that openHAB has, with these libraries. */
    private static String host(String openhab, List<Path> libraries) {
        String bundles = Stream.concat(
                        libraries.stream(), Stream.of(Built.target().resolve("bundles/" + openhab + ".jar")))
                .map(jar -> "<bundle>" + jar.toUri() + "</bundle>")
                .collect(Collectors.joining());
        return "<features xmlns='http://karaf.apache.org/xmlns/features/v1.6.0' name='host'>"
                + "<feature name='openhab-runtime-base' version='1' install='auto'><feature>scr</feature>" + bundles
                + "</feature><feature name='openhab-transport-mdns' version='1' install='auto'>"
                + "<feature>openhab-runtime-base</feature></feature></features>";
    }

    private static Path put(String name, byte[] content) throws IOException {
        Path whole = Files.write(FOLDER.resolve("incoming"), content);
        return Files.move(whole, karaf.deploy().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void awaitActive(String bundle) {
        Await.until(
                SOON,
                bundle + " to be active",
                () -> bundles().stream().anyMatch(each -> each.startsWith(bundle + " ") && each.endsWith(" Active")));
    }

    private static Set<String> bundles() throws IOException, InterruptedException {
        return karaf.webConsole().bundles();
    }

    private static TreeSet<String> ours() {
        return Part.of(Part.HOST_OPENHAB).stream().map(Part::bundle).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String features() throws IOException {
        try (ZipInputStream kar = new ZipInputStream(Files.newInputStream(KAR))) {
            for (ZipEntry entry = kar.getNextEntry(); entry != null; entry = kar.getNextEntry()) {
                if (entry.getName().endsWith("-features.xml")) {
                    return new String(kar.readAllBytes());
                }
            }
        }
        throw new AssertionError("no features in " + KAR);
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
