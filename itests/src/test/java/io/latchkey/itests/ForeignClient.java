// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** npm's hap-controller in a process of its own. */
final class ForeignClient {
    private static final int RUN_SECONDS = 90;

    private final Npm npm;

    private ForeignClient(Npm npm) {
        this.npm = npm;
    }

    /** Installs the client below the build directory. */
    static ForeignClient install() throws IOException, InterruptedException {
        return new ForeignClient(Npm.install());
    }

    /**
     * Runs through all steps against a bridge.
     *
     * @param environment HOST, PORT, DEVICE_ID, SETUP_CODE, ITEM and, where a service is to be renamed, SOCKET
     * @param meanwhile what this side does when the client has told that step
     * @return what the client told of each step, in order
     */
    Map<String, JsonObject> run(Map<String, String> environment, Map<String, Runnable> meanwhile)
            throws IOException, InterruptedException {
        Path log = npm.log("foreign-client");
        Process node = npm.start("foreign-client", environment);
        Eventually.endAfter(RUN_SECONDS, node);
        Map<String, JsonObject> steps = new LinkedHashMap<>();
        try (BufferedReader lines = node.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonObject told = JsonParser.parseString(line).getAsJsonObject();
                String step = told.get("step").getAsString();
                steps.put(step, told);
                meanwhile.getOrDefault(step, () -> {}).run();
            }
            Npm.finish(node, RUN_SECONDS, "hap-controller after " + steps.keySet(), log);
        } finally {
            node.destroyForcibly();
        }
        return steps;
    }
}
