// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.verb.VerbResult;
import java.io.BufferedReader;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A bridge of HAP-NodeJS moves here; hap-controller, which is paired with it, doesn't notice. */
class ImportHomebridgeIT {
    private static final Path FOREIGN = Path.of("conformance", "src", "main", "js", "foreign-bridge.js");
    private static final Path CLIENT = Path.of("src", "test", "js", "moving-client.js");
    private static final String ID = "CC:22:3D:E3:CE:F6";
    private static final String CODE = "031-45-154";
    private static final int SECONDS = 60;

    @Test
    void itsControllerGoesOn() throws Exception {
        Npm npm = Npm.install();
        npm.add(FOREIGN);
        npm.add(CLIENT);
        Path persist = Built.fresh("homebridge").resolve("persist");
        String pairing = pairedWithForeign(npm, persist);
        Path file = persist.resolve("AccessoryInfo." + ID.replace(":", "") + ".json");
        JsonObject stored = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertEquals(128, stored.get("signSk").getAsString().length());

        try (FelixRuntime runtime = FelixRuntime.start(Built.fresh("import-homebridge"), Libraries.LOWEST)) {
            runtime.showItems(HomeFile.SMALL);
            FrameworkBridge bridge = FrameworkBridge.start(runtime, "home");
            String before = bridge.status().deviceId().orElseThrow().text();

            VerbResult shown =
                    Verbs.run(runtime, "import-homebridge", persist.getParent().toString());
            assertEquals(0, shown.status(), Verbs.text(shown));
            assertTrue(Verbs.text(shown).contains(ID), Verbs.text(shown));
            hidesSecrets(Verbs.text(shown), stored);
            assertEquals(before, bridge.status().deviceId().orElseThrow().text());

            VerbResult done = Verbs.run(runtime, "import-homebridge", persist.toString(), "--apply");
            assertEquals(0, done.status(), Verbs.text(done));
            hidesSecrets(Verbs.text(done), stored);
            assertEquals(ID, bridge.status().deviceId().orElseThrow().text());
            assertEquals(
                    stored.get("configVersion").getAsInt() + 1,
                    bridge.status().configuration().value());
            assertEquals(1, bridge.status().controllers());
            JsonArray aids = JsonParser.parseString(client(npm, bridge.address(), Map.of("PAIRING", pairing)))
                    .getAsJsonArray();
            assertEquals(4, aids.size());

            VerbResult again = Verbs.run(runtime, "import-homebridge", persist.toString(), "--apply");
            assertEquals(1, again.status(), "its pairings would be lost");
        }
    }

    private static String pairedWithForeign(Npm npm, Path persist) throws Exception {
        Process foreign = npm.start("foreign-bridge", Map.of(), "0", CODE, persist.toString());
        try (BufferedReader lines = foreign.inputReader()) {
            Eventually.endAfter(SECONDS, foreign);
            String line = lines.readLine();
            while (line != null && !line.startsWith("ready ")) {
                line = lines.readLine();
            }
            assertTrue(line != null, "the foreign bridge has not started");
            int port = Integer.parseInt(line.substring("ready ".length()).trim());
            return client(npm, new InetSocketAddress("127.0.0.1", port), Map.of("SETUP_CODE", CODE));
        } finally {
            foreign.destroy();
            assertTrue(foreign.waitFor(SECONDS, TimeUnit.SECONDS));
        }
    }

    private static String client(Npm npm, InetSocketAddress address, Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("HOST", address.getAddress().getHostAddress());
        environment.put("PORT", Integer.toString(address.getPort()));
        environment.put("DEVICE_ID", ID);
        Process client = npm.start("moving-client", environment);
        try (BufferedReader lines = client.inputReader()) {
            String told = lines.readLine();
            Npm.finish(client, SECONDS, "hap-controller", npm.log("moving-client"));
            return told;
        }
    }

    private static void hidesSecrets(String text, JsonObject stored) {
        assertFalse(text.contains(CODE));
        assertFalse(text.contains(stored.get("signSk").getAsString().substring(0, 16)));
        assertFalse(text.contains(stored.get("signPk").getAsString()));
    }
}
