// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Scripts that use packages from npm, each run in a process of its own. The build installs the packages before the tests,
 * without running anybody's install scripts; where it hasn't, the test fails and says so.
 */
final class Npm {
    private static final Path SOURCE = Path.of("src", "test", "js");

    private final Path folder;

    private Npm(Path folder) {
        this.folder = folder;
    }

    /** The scripts in a folder of this process of tests, beside the packages. */
    static Npm install() throws IOException {
        Path packages = Built.target().resolve("js").resolve("node_modules");
        if (!Files.isDirectory(packages)) {
            throw new AssertionError("no packages from npm in " + packages + ": mvn -pl itests antrun:run@npm");
        }
        Npm npm = new Npm(Built.fresh("js"));
        Files.createSymbolicLink(npm.folder.resolve("node_modules"), packages);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(SOURCE, "*.{js,json}")) {
            for (Path file : files) {
                npm.add(file);
            }
        }
        return npm;
    }

    /** Adds a script that lies elsewhere. */
    void add(Path script) throws IOException {
        Files.write(folder.resolve(script.getFileName()), Files.readAllBytes(script));
    }

    /** Starts a script; its errors go to its log. */
    Process start(String script, Map<String, String> environment, String... arguments) throws IOException {
        return startBehind(List.of(), script, environment, arguments);
    }

    /** Starts a script behind these words, as in a namespace; its errors go to its log. */
    Process startBehind(List<String> words, String script, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(words);
        command.addAll(List.of("node", folder.resolve(script + ".js").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = process(command.toArray(String[]::new));
        builder.redirectError(log(script).toFile()).environment().putAll(environment);
        return builder.start();
    }

    /** Where errors go. */
    Path log(String script) {
        return folder.resolve(script + ".log");
    }

    /** Waits for a process to end well. */
    static void finish(Process process, int seconds, String what, Path log) throws IOException, InterruptedException {
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(what + (ended ? " failed" : " took too long") + ":\n" + Files.readString(log));
        }
    }

    private ProcessBuilder process(String... command) {
        return new ProcessBuilder(command).directory(folder.toFile());
    }
}
