// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import io.latchkey.server.internal.fake.InlineWorkers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file for a bug report tells what helps and nothing of what is secret, in no form. */
class DiagnosticsVerbTest {
    @TempDir
    Path folder;

    private final SecretHome home = new SecretHome();
    private final InlineWorkers workers = new InlineWorkers();
    private DiagnosticsVerb verb;
    private Path file;

    @BeforeEach
    void prepare() throws IOException {
        file = folder.resolve("report.zip");
        Files.writeString(folder.resolve("karaf.log"), home.log());
        verb = verb(home.store());
    }

    private DiagnosticsVerb verb(BridgeStore store) {
        var context = home.framework(Map.of("karaf.log", folder.toString(), "java.version", "17.0.19.1"));
        var installed = new InstalledVerbs(context, new InlineContributors());
        return new DiagnosticsVerb(
                home.runtime(), store, workers, new DiagnosticsContent(home.runtime(), installed, context));
    }

    private Map<String, String> written() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName().substring(21), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private VerbResult run() {
        return verb.run(List.of(file.toString()));
    }

    private static String text(VerbResult result) {
        return ((Output.Text) result.outputs().get(0)).text();
    }

    @Test
    void noSecretOfTheStoreIsInItInAnyForm() throws IOException {
        assertEquals(0, run().status(), () -> text(run()));
        Map<String, String> texts = written();
        home.secrets()
                .forEach(secret -> texts.forEach((name, text) -> assertFalse(
                        text.contains(secret), () -> name + " tells " + secret + ": " + around(text, secret))));
        assertTrue(home.secrets().size() > 150, home.secrets().size() + " forms");
    }

    private static String around(String text, String secret) {
        int at = text.indexOf(secret);
        return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + secret.length() + 40));
    }

    @Test
    void theSameSearchFindsThemWhereNothingIsBlanked() {
        var context = home.framework(Map.of());
        var installed = new InstalledVerbs(context, new InlineContributors());
        String all = String.join(
                "\n",
                new DiagnosticsContent(home.runtime(), installed, context)
                        .texts(new Redaction())
                        .values());
        assertTrue(home.secrets().stream().filter(all::contains).count() > 150, "without being told of them");
    }

    @Test
    void itTellsWhatHelps() throws IOException {
        run();
        Map<String, String> texts = written();
        assertEquals(
                List.of(
                        "README.txt",
                        "versions.txt",
                        "configuration.txt",
                        "doctor.txt",
                        "doctor.json",
                        "bridges.txt",
                        "accessories.txt",
                        "absent.txt",
                        "pairings.txt",
                        "sessions.txt",
                        "check.json",
                        "history.json",
                        "threads.txt",
                        "log.txt"),
                List.copyOf(texts.keySet()));
        assertTrue(texts.get("versions.txt").contains("java.version = 17.0.19.1"));
        assertTrue(texts.get("doctor.txt").contains("pulse"), texts.get("doctor.txt"));
        assertTrue(texts.get("bridges.txt").contains("no verb bridges"), texts.get("bridges.txt"));
        assertTrue(texts.get("configuration.txt").contains("setupCode = [code]"), texts.get("configuration.txt"));
        assertTrue(texts.get("history.json").contains(SecretHome.ITEM), texts.get("history.json"));
        assertTrue(texts.get("history.json").contains("[controller 1]"), texts.get("history.json"));
        assertTrue(texts.get("threads.txt").contains("    at "), texts.get("threads.txt"));
        String log = texts.get("log.txt");
        assertTrue(log.contains("Item Desk_Lamp says [value], which"), log);
        assertTrue(log.contains("didn't take the command [value]: "), log);
        assertTrue(log.contains("    at io.example.Stack"), log);
        assertTrue(log.contains("whose name Karaf abbreviates") && log.contains("whose name openHAB cuts"), log);
        assertFalse(log.contains("somebody else"), log);
        assertTrue(log.contains("192.168.1.7") && log.contains("[public address 1]"), log);
    }

    @Test
    void itIsForItsOwnerOnlyAndNeverReplacesAnother() throws IOException {
        assertEquals(0, run().status());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        byte[] first = Files.readAllBytes(file);
        assertEquals(1, run().status());
        assertEquals(first.length, Files.size(file));
        assertEquals(1, verb.run(List.of("a", "b")).status());
        assertEquals(
                1, verb.run(List.of(folder.resolve("none/x.zip").toString())).status());
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "nothing is left half written");
        }
    }

    @Test
    void withoutTheStoreThereIsNone() {
        verb = verb(home.unreadable(new StoreException("the disk is gone")));
        VerbResult result = run();
        assertEquals(1, result.status());
        assertTrue(text(result).contains("the disk is gone"), text(result));
        assertFalse(Files.exists(file));
    }
}
