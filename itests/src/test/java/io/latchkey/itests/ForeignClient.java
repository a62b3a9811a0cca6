// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * npm's hap-controller in a process of its own. Installed by the test, without running anybody's install scripts; a
 * machine without Node or npm fails the test and says so.
 */
final class ForeignClient {
    private static final Path SOURCE = Path.of("src", "test", "js");
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", ".npmrc", "foreign-client.js");
    private static final int INSTALL_SECONDS = 180;
    private static final int RUN_SECONDS = 90;

    private final Path folder;

    private ForeignClient(Path folder) {
        this.folder = folder;
    }

    /** Installs the client below the build directory. */
    static ForeignClient install() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Built.target().resolve("js"));
        for (String file : FILES) {
            Files.write(folder.resolve(file), Files.readAllBytes(SOURCE.resolve(file)));
        }
        Process npm = process(folder, "npm", "ci", "--ignore-scripts", "--omit=optional", "--prefer-offline")
                .redirectOutput(folder.resolve("npm.log").toFile())
                .start();
        finish(npm, INSTALL_SECONDS, "npm ci", folder.resolve("npm.log"));
        return new ForeignClient(folder);
    }

    /**
     * Runs through all steps against a bridge.
     *
     * @param environment HOST, PORT, DEVICE_ID, SETUP_CODE and ITEM
     * @param meanwhile what this side does when the client has told that step
     * @return what the client told of each step, in order
     */
    Map<String, JsonObject> run(Map<String, String> environment, Map<String, Runnable> meanwhile)
            throws IOException, InterruptedException {
        Path log = folder.resolve("client.log");
        ProcessBuilder builder = process(folder, "node", "foreign-client.js").redirectErrorStream(false);
        builder.redirectError(log.toFile()).environment().putAll(environment);
        Process node = builder.start();
        Await.endAfter(RUN_SECONDS, node);
        Map<String, JsonObject> steps = new LinkedHashMap<>();
        try (BufferedReader lines = node.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonObject told = JsonParser.parseString(line).getAsJsonObject();
                String step = told.get("step").getAsString();
                steps.put(step, told);
                meanwhile.getOrDefault(step, () -> {}).run();
            }
            finish(node, RUN_SECONDS, "hap-controller after " + steps.keySet(), log);
        } finally {
            node.destroyForcibly();
        }
        return steps;
    }

    private static ProcessBuilder process(Path folder, String... command) {
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    }

    private static void finish(Process process, int seconds, String what, Path log)
            throws IOException, InterruptedException {
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(what + (ended ? " failed" : " took too long") + ":\n" + Files.readString(log));
        }
    }
}
