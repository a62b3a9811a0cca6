// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the build has put what is tested: bundles, the framework's bundles and two generations of libraries. */
public final class Built {
    private Built() {}

    /** The build directory of this module. */
    public static Path target() {
        return Path.of(System.getProperty("latchkey.target", "target")).toAbsolutePath();
    }

    /** Where this process of tests writes; processes that run at the same time have different ones. */
    public static Path work() {
        return Path.of(System.getProperty("latchkey.work", "target/work")).toAbsolutePath();
    }

    /** Empties a folder of this process of tests, made if it isn't there. */
    public static Path fresh(String name) {
        Path folder = work().resolve(name);
        try {
            delete(folder);
            return Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The jars of a folder, by name. */
    static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Copies a folder and what it holds to a place where nothing is yet. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** Removes a folder and what it holds, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
