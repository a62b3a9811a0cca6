// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Scripts that use packages from npm, each run in a process of its own. The packages are installed by the tests, without
 * running anybody's install scripts; a machine without Node or npm fails the test and says so.
 */
final class Npm {
    private static final Path SOURCE = Path.of("src", "test", "js");
    private static final List<String> FILES = List.of(
            "package.json",
            "package-lock.json",
            ".npmrc",
            "foreign-client.js",
            "hot-deploy.js",
            "catalogue.js",
            "adaptive-lighting.js");
    private static final int INSTALL_SECONDS = 180;

    private final Path folder;

    private Npm(Path folder) {
        this.folder = folder;
    }

    /** Installs packages and scripts below the build directory. */
    static Npm install() throws IOException, InterruptedException {
        Npm npm = new Npm(Files.createDirectories(Built.target().resolve("js")));
        for (String file : FILES) {
            Files.write(npm.folder.resolve(file), Files.readAllBytes(SOURCE.resolve(file)));
        }
        Process install = npm.process("npm", "ci", "--ignore-scripts", "--omit=optional", "--prefer-offline")
                .redirectErrorStream(true)
                .redirectOutput(npm.log("npm").toFile())
                .start();
        finish(install, INSTALL_SECONDS, "npm ci", npm.log("npm"));
        return npm;
    }

    /** Adds a script that lies elsewhere. */
    void add(Path script) throws IOException {
        Files.write(folder.resolve(script.getFileName()), Files.readAllBytes(script));
    }

    /** Starts a script; its errors go to its log. */
    Process start(String script, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", script + ".js"));
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
