// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.dependencies;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What the poms, features and package.json files of this project name of others, with all versions of each. */
final class DeclaredDependencies {
    /** The older first. */
    static final Comparator<String> BY_VERSION = Comparator.comparing(ModuleDescriptor.Version::parse);

    private static final Pattern OURS = Pattern.compile("(io\\.latchkey|org\\.example)(:.*)?");
    private static final Pattern FEATURE_BUNDLE = Pattern.compile("mvn:([^/<]+)/([^/<]+)/([^/<]+)</bundle>");
    private static final String FORMATTER = "com.palantir.javaformat:palantir-java-format";

    private final Map<String, SortedSet<String>> versions = new TreeMap<>();
    private final SortedSet<String> libraries = new TreeSet<>();
    private final PomFile parent;
    private final Map<String, String> managed = new TreeMap<>();

    private DeclaredDependencies(Path root) {
        parent = PomFile.read(root.resolve("pom.xml"));
        parent.all("dependency")
                .forEach(each -> managed.put(
                        coordinates(each), PomFile.text(each, "version").orElseThrow()));
    }

    static DeclaredDependencies of(Path root) throws IOException {
        DeclaredDependencies declared = new DeclaredDependencies(root);
        for (Path file : sources(root)) {
            switch (file.getFileName().toString()) {
                case "pom.xml" -> declared.addPom(PomFile.read(file));
                case "feature.xml" -> declared.addFeature(Files.readString(file));
                default -> declared.addPackages(file);
            }
        }
        return declared;
    }

    /** By {@code group:artifact}, or by {@code npm:package}. */
    Map<String, SortedSet<String>> versions() {
        return versions;
    }

    /** Those whose poms every full build reads; those of plugins and of what is only copied it need not. */
    SortedSet<String> libraries() {
        return libraries;
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> List.of("pom.xml", "feature.xml", "package.json")
                            .contains(file.getFileName().toString()))
                    .filter(file -> Stream.of("target", "node_modules", ".latchkey")
                            .noneMatch(made -> root.relativize(file).toString().contains(made + "/")))
                    .sorted()
                    .toList();
        }
    }

    private void addPom(PomFile pom) {
        boolean isAlwaysBuilt = !isOfAProfile(pom);
        Stream.of("dependency", "artifactItem")
                .flatMap(pom::all)
                .filter(each -> PomFile.text(each, "groupId").isPresent())
                .forEach(each -> addLibrary(pom, each, isAlwaysBuilt && isDependency(each)));
        managed.forEach((name, version) -> addOverridden(pom, name, version));
        pom.all("plugin")
                .forEach(each -> PomFile.text(each, "version")
                        .ifPresent(version -> add(coordinates(each), pom.filled(version, parent))));
        pom.all("palantirJavaFormat")
                .flatMap(each -> PomFile.text(each, "version").stream())
                .forEach(version -> add(FORMATTER, pom.filled(version, parent)));
    }

    private void addLibrary(PomFile pom, Element element, boolean isRead) {
        String name = coordinates(element);
        Optional<String> version = PomFile.text(element, "version").or(() -> Optional.ofNullable(managed.get(name)));
        if (version.isEmpty() && !OURS.matcher(name).matches() && !name.startsWith("org.junit.")) {
            throw new AssertionError(pom.path() + " names " + name + " without a version that this test finds");
        }
        version.ifPresent(each -> add(name, pom.filled(each, parent)));
        if (isRead && versions.containsKey(name)) {
            libraries.add(name);
        }
    }

    /** What is only managed or copied isn't resolved as a dependency. */
    private static boolean isDependency(Element element) {
        String holder = element.getParentNode().getParentNode().getNodeName();
        return element.getTagName().equals("dependency") && !holder.equals("dependencyManagement");
    }

    /** A module may give a property of its parent another value, as {@code transport} does for what Jetty logs with. */
    private void addOverridden(PomFile pom, String name, String version) {
        String here = pom.filled(version, parent);
        if (!here.equals(parent.filled(version, parent))) {
            add(name, here);
        }
    }

    /** Whether the module is built only when somebody asks for it. */
    private boolean isOfAProfile(PomFile pom) {
        return parent.all("module")
                .filter(module ->
                        module.getParentNode().getParentNode().getNodeName().equals("profile"))
                .anyMatch(module ->
                        pom.path().getParent().endsWith(module.getTextContent().trim()));
    }

    private void addFeature(String text) {
        FEATURE_BUNDLE
                .matcher(text)
                .results()
                .forEach(
                        bundle -> add(bundle.group(1) + ":" + bundle.group(2), parent.filled(bundle.group(3), parent)));
    }

    private void addPackages(Path file) {
        try {
            JsonObject wanted = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            wanted.getAsJsonObject("dependencies")
                    .entrySet()
                    .forEach(each -> add("npm:" + each.getKey(), each.getValue().getAsString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void add(String name, String version) {
        if (!OURS.matcher(name).matches()) {
            versions.computeIfAbsent(name, any -> new TreeSet<>(BY_VERSION)).add(version);
        }
    }

    private static String coordinates(Element element) {
        return PomFile.text(element, "groupId").orElse("org.apache.maven.plugins") + ":"
                + PomFile.text(element, "artifactId").orElseThrow();
    }
}
