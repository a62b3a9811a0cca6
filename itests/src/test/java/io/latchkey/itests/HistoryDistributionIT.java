// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The unpacked distribution with a phone that nobody here wrote: what its history says before and after a restart, and that
 * the file for a bug report helps and gives no secret of its store away.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HistoryDistributionIT {
    private static final Path CLIENT = Path.of("src", "test", "js", "switching-client.js");
    private static final String CONFIGURED_CODE = "731-55-208";
    private static final String PUBLIC_ADDRESS = "93.184.216.34";
    /** As Latchkey logs it where a bridge can be reached from outside, which none can be in a test. */
    private static final String FROM_OUTSIDE =
            "2026-11-30T12:00:00,000 | WARN  | latchkey-io-1    | i.l.s.i.p.Trust                          | "
                    + "Bridge home: a wrong setup code came from " + PUBLIC_ADDRESS + "\n";

    private static final int SECONDS = 60;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern READY =
            Pattern.compile("Bridge \"Home\" is ready on 127\\.0\\.0\\.1:(\\d+) \\((?:setup code )?([0-9-]*)");
    private static final Pattern DEVICE_ID = Pattern.compile("(?:[0-9A-F]{2}:){5}[0-9A-F]{2}");

    private static final Map<String, String> phone = new HashMap<>();
    private static Path folder;
    private static KarafProcess karaf;
    private static Npm npm;
    private static String code;
    private static JsonObject before;
    private static JsonObject after;

    @BeforeAll
    static void letAPhoneSwitchALampBeforeAndAfterARestart() throws Exception {
        npm = Npm.install();
        folder = Built.fresh("history-distribution");
        Path items = Files.writeString(folder.resolve("items.json"), HomeFile.SMALL);
        karaf = KarafProcess.unpack(
                folder,
                Map.of(
                        "io.latchkey.bridge-home.cfg",
                        "id = home\nname = Home\nbindAddress = 127.0.0.1\nport = 0\nmdns = false\n",
                        "io.latchkey.bridge-attic.cfg",
                        "id = attic\nname = Attic\nbindAddress = 127.0.0.1\nport = 0\nmdns = false\nselection = item:None\n"
                                + "setupCode = " + CONFIGURED_CODE + "\n",
                        "io.latchkey.host.local.cfg",
                        "file = " + items + "\n"));
        Matcher ready = started(1);
        code = ready.group(2);
        Matcher id = DEVICE_ID.matcher(karaf.console("latchkey:bridges")
                .lines()
                .filter(line -> line.contains("Home"))
                .findFirst()
                .orElseThrow());
        assertTrue(id.find(), "the device ID");
        phone.putAll(Map.of("HOST", "127.0.0.1", "PORT", ready.group(1), "DEVICE_ID", id.group(), "ITEM", "Desk Lamp"));
        phone.put("PAIRING", switched("true", Map.of("SETUP_CODE", code)));
        before = history("");
        assertEquals(0, karaf.stop());
        Files.writeString(karaf.home().resolve("data/log/karaf.log"), FROM_OUTSIDE, StandardOpenOption.APPEND);
        Instant restart = Instant.now();
        started(2);
        switched("false", Map.of());
        after = history(" --since " + restart);
    }

    @AfterAll
    static void end() {
        if (karaf != null) {
            karaf.close();
        }
    }

    /** Starts Karaf and waits for this bridge, the other one may be ready first. */
    private static Matcher started(int time) throws Exception {
        karaf.start();
        Path out = karaf.home().resolve("start-" + time + ".log");
        return Eventually.present(
                SOON,
                "the bridge",
                () -> Optional.of(READY.matcher(Files.readString(out))).filter(Matcher::find));
    }

    /** Lets the phone switch the lamp; gives what it has to remember. */
    private static String switched(String value, Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(phone);
        environment.putAll(more);
        environment.put("VALUE", value);
        Process client = npm.start("switching-client", environment);
        Eventually.endAfter(SECONDS, client);
        try (BufferedReader lines = client.inputReader()) {
            String pairing = lines.readLine();
            Npm.finish(client, SECONDS, "hap-controller", npm.log("switching-client"));
            return pairing;
        }
    }

    private static JsonObject history(String options) throws Exception {
        String printed = karaf.console("latchkey:history home --json" + options);
        int begin = printed.indexOf('{');
        assertTrue(begin >= 0, printed);
        return JsonParser.parseString(printed.substring(begin, printed.lastIndexOf('}') + 1))
                .getAsJsonObject()
                .getAsJsonArray("bridges")
                .get(0)
                .getAsJsonObject();
    }

    private static Stream<JsonObject> of(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }

    private static JsonObject first(JsonObject history, String kind) {
        return of(history.getAsJsonArray("happenings"))
                .filter(each -> text(each, "kind").equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was " + kind + " in " + history));
    }

    private static String text(JsonObject json, String member) {
        return Optional.ofNullable(json.get(member))
                .map(JsonElement::getAsString)
                .orElse("");
    }

    private static String controller() {
        String hex = text(JsonParser.parseString(phone.get("PAIRING")).getAsJsonObject(), "iOSDevicePairingID");
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
    }

    private static void assertSwitched(String value, String command, JsonObject write) {
        assertEquals(controller(), text(write, "controller"));
        assertEquals("Desk Lamp", text(write, "accessory"));
        assertEquals("On " + value, text(write, "characteristic") + " " + text(write, "value"));
        assertEquals(
                "[{\"item\":\"DeskLamp\",\"command\":\"" + command + "\"}]",
                write.getAsJsonArray("commands").toString());
        assertEquals(0, write.get("result").getAsInt());
    }

    @Test
    @Order(1)
    void itTellsWhoWasRefusedPairedVerifiedAndLeft() {
        assertEquals("port " + phone.get("PORT"), text(first(before, "opened"), "text"));
        assertEquals("pair-setup: a wrong setup code", text(first(before, "refused"), "text"));
        assertEquals("127.0.0.1", text(first(before, "refused"), "remote"));
        assertEquals(controller(), text(first(before, "paired"), "controller"));
        assertEquals("as admin", text(first(before, "paired"), "text"));
        assertEquals(controller(), text(first(before, "verified"), "controller"));
        JsonObject left = of(before.getAsJsonArray("happenings"))
                .filter(each -> text(each, "kind").equals("closed")
                        && text(each, "controller").equals(controller()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(before.toString()));
        assertFalse(text(left, "text").isEmpty() || text(left, "text").contains("nobody knows"), left.toString());
    }

    @Test
    @Order(1)
    void itTellsWhoSwitchedWhat() {
        JsonArray writes = before.getAsJsonArray("writes");
        assertEquals(1, writes.size(), writes.toString());
        assertSwitched("true", "ON", writes.get(0).getAsJsonObject());
    }

    @Test
    @Order(1)
    void aRestartLosesNothingAndSinceLeavesOutWhatWasBefore() throws Exception {
        JsonObject all = history("");
        assertEquals(controller(), text(first(all, "paired"), "controller"));
        assertEquals("stopped", text(first(all, "stopped"), "kind"));
        assertEquals(2, all.getAsJsonArray("writes").size(), all.toString());
        assertEquals(controller(), text(first(after, "verified"), "controller"));
        assertTrue(of(after.getAsJsonArray("happenings"))
                .noneMatch(each -> text(each, "kind").equals("stopped")));
        assertEquals(1, after.getAsJsonArray("writes").size());
        assertSwitched("false", "OFF", after.getAsJsonArray("writes").get(0).getAsJsonObject());
        assertTrue(of(after.getAsJsonArray("happenings"))
                .noneMatch(each -> Set.of("absent", "back", "added", "left").contains(text(each, "kind"))));
    }

    @Test
    @Order(2)
    void theFileForABugReportHelpsAndGivesNoSecretAway() throws Exception {
        Path file = folder.resolve("report.zip");
        String printed = karaf.console("latchkey:diagnostics " + file);
        assertTrue(Files.exists(file), printed);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Map<String, String> texts = texts(file);
        assertTold(texts);
        StoreSecrets secrets = StoreSecrets.of(folder.resolve("latchkey"), folder.resolve("latchkey-copy"));
        secrets.add("the setup code", code);
        secrets.add("the configured setup code", CONFIGURED_CODE);
        secrets.add("a public address", PUBLIC_ADDRESS);
        assertTrue(secrets.forms().size() > 12, () -> secrets.forms().keySet().toString());
        secrets.forms().forEach((what, forms) -> {
            assertTrue(forms.stream().noneMatch(printed::contains), what + " is on the console");
            texts.forEach((name, text) ->
                    assertTrue(forms.stream().noneMatch(text::contains), () -> what + " is in " + name));
        });
        assertTrue(karaf.console("latchkey:diagnostics " + file).contains("is there already"));
    }

    private static void assertTold(Map<String, String> texts) {
        Map<String, List<String>> told = Map.of(
                "doctor.txt", List.of("Bridge home (\"Home\")"),
                "doctor.json", List.of("\"home\""),
                "history.json", List.of("\"verified\"", "\"DeskLamp\"", "[controller 1]", "\"result\": 0"),
                "check.json", List.of("DeskLamp"),
                "configuration.txt", List.of("io.latchkey.bridge", "setupCode = [code]", "id = home"),
                "versions.txt", List.of("java.version = " + Runtime.version().feature(), "io.latchkey.server"),
                "threads.txt", List.of("latchkey-", "    at "),
                "log.txt", List.of(" i.l.s.i.b.Bridge ", "came from [public address 1]"),
                "README.txt", List.of("bug report"));
        told.forEach((name, words) -> words.forEach(word -> assertTrue(
                texts.getOrDefault(name, "").contains(word),
                () -> word + " isn't in " + name + ": " + texts.get(name))));
    }

    private static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry each : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(each).readAllBytes();
                texts.put(Path.of(each.getName()).getFileName().toString(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
