// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** What npm's fakegato-history makes of entries. */
final class FakegatoEntries {
    private static final int NODE_SECONDS = 60;
    private static final String SCRIPT = "fakegato-entries";

    private FakegatoEntries() {}

    /**
     * Has a history encoded.
     *
     * @param type its name for what the accessory is
     * @param services those of the accessory, separated by commas, where it has no name for it
     * @param entries with their time in seconds since 1970
     * @return the status and what a controller reads that asks for all, as hex
     */
    static JsonObject encode(String type, String services, List<JsonObject> entries) throws Exception {
        Npm npm = Npm.install();
        Process node = npm.start(SCRIPT, Map.of("TYPE", type, "SERVICES", services, "FROM", "0"));
        Eventually.endAfter(NODE_SECONDS, node);
        try (Writer lines = node.outputWriter()) {
            for (JsonObject entry : entries) {
                lines.append(entry.toString()).append('\n');
            }
        }
        try {
            JsonObject told = JsonParser.parseReader(node.inputReader()).getAsJsonObject();
            Npm.finish(node, NODE_SECONDS, "fakegato-history", npm.log(SCRIPT));
            return told;
        } finally {
            node.destroyForcibly();
        }
    }
}
