// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.dependencies;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Under which licences a library says that it is: in its pom or the parents of that, in the manifest of its jar, or in a
 * lock file of npm. Reads only what the build has put into the local repository; what isn't there is unknown.
 */
final class PublishedLicences {
    /** The names of the SPDX list, and how authors write them. */
    private static final Map<String, Pattern> NAMES = Map.of(
            "Apache-2.0", written("apache|ALv2"),
            "EPL-2.0", written("epl-2|epl-v20|eclipse public license"),
            "MIT", written("\\bmit\\b|bouncy castle"),
            "GPL-2.0-only WITH Classpath-exception-2.0", written("classpath exception"),
            "MPL-2.0", written("mpl-2"));

    private final Path repository;
    private final List<Path> lockFiles;

    PublishedLicences(Path repository, List<Path> lockFiles) {
        this.repository = repository;
        this.lockFiles = lockFiles;
    }

    /** The names of the SPDX list; none when nothing of it is at hand. */
    Set<String> of(String name, String version) {
        String text = name.startsWith("npm:") ? locked(name.substring("npm:".length())) : published(name, version);
        return NAMES.entrySet().stream()
                .filter(each -> each.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Pattern written(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    private String published(String name, String version) {
        String inPom = inPom(name, version);
        return inPom.isEmpty() ? inManifest(file(name, version, ".jar")) : inPom;
    }

    private Path file(String name, String version, String ending) {
        String[] parts = name.split(":");
        return repository
                .resolve(parts[0].replace('.', '/'))
                .resolve(parts[1])
                .resolve(version)
                .resolve(parts[1] + "-" + version + ending);
    }

    private String inPom(String name, String version) {
        Path file = file(name, version, ".pom");
        if (!Files.exists(file)) {
            return "";
        }
        PomFile pom = PomFile.read(file);
        String licences = pom.all("license").map(Element::getTextContent).collect(Collectors.joining("\n"));
        return licences.isEmpty() ? pom.child("parent").map(this::inParent).orElse("") : licences;
    }

    private String inParent(Element parent) {
        String name = Stream.of("groupId", "artifactId")
                .map(part -> PomFile.text(parent, part).orElseThrow())
                .collect(Collectors.joining(":"));
        return inPom(name, PomFile.text(parent, "version").orElseThrow());
    }

    private static String inManifest(Path jar) {
        if (!Files.exists(jar)) {
            return "";
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            String licence = file.getManifest().getMainAttributes().getValue("Bundle-License");
            return licence == null ? "" : licence;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String locked(String name) {
        return lockFiles.stream()
                .map(PublishedLicences::packages)
                .filter(packages -> packages.has("node_modules/" + name))
                .map(packages -> packages.getAsJsonObject("node_modules/" + name)
                        .get("license")
                        .getAsString())
                .collect(Collectors.joining("\n"));
    }

    private static JsonObject packages(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file))
                    .getAsJsonObject()
                    .getAsJsonObject("packages");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
