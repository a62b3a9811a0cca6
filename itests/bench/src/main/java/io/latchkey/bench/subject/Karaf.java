// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Karaf that Latchkey runs in, led over the console of its script.
 *
 * @param script of Latchkey
 * @param data where it keeps its own
 */
record Karaf(Path script, Path data) {
    private static final String MARK = "bundles-start-now";

    /** Stops our bundles and starts them again in the same Karaf; when the start began, by {@link System#nanoTime()}. */
    long restartBundles() throws IOException, InterruptedException {
        String bundles = String.join(" ", bundles());
        Process console = console("bundle:stop " + bundles + "; echo " + MARK + "; bundle:start " + bundles);
        try (BufferedReader output = console.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.trim().equals(MARK)) {
                    return System.nanoTime();
                }
            }
        }
        throw new IOException("the console has not restarted the bundles, it ended with " + console.waitFor());
    }

    /** Bytes of our bundles, with what is embedded in them. */
    long bytesOnDisk() {
        try (Stream<Path> files = Files.walk(repository())) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Their symbolic names, which are those of their folders. */
    private List<String> bundles() throws IOException {
        try (Stream<Path> folders = Files.list(repository())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith("io.latchkey."))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private Path repository() {
        return script.resolveSibling(Path.of("distribution", "target", "assembly", "system", "io", "latchkey"));
    }

    private Process console(String command) throws IOException {
        return new ProcessBuilder(script.toString(), "console", "--data", data.toString(), command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
