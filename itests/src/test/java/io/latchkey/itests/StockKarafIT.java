// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Karaf as it comes, without a network, through what README and docs/karaf.md tell its owner: the kar comes, a bridge is
 * configured and paired, the kar is replaced by newer ones in both ways, and all goes. All the time only Karaf itself and
 * the bridge listen.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StockKarafIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Path KAR = Built.target().resolve("distribution/latchkey-features.kar");
    private static final String NEWER = "99.0.0";
    private static final String NEWEST = "99.1.0";
    private static final List<String> BRIDGE = List.of("id = home", "name = My Home");
    private static final Pattern CODE = Pattern.compile("setup code (\\d{3}-\\d{2}-\\d{3})");
    private static final Pattern DEVICE_ID = Pattern.compile("(?:[0-9A-F]{2}:){5}[0-9A-F]{2}");
    private static final Pattern NUMBER = Pattern.compile("home .* (\\d+)\\s*$", Pattern.MULTILINE);
    private static final Pattern INSTALLED = Pattern.compile("^(\\S+)\\s.*\\sStarted\\s", Pattern.MULTILINE);
    private static final String LOOK = String.join(
            "\n",
            "bundle:list -t 0 -s --no-format",
            "feature:list -i --no-format",
            "feature:repo-list",
            "latchkey:bridges",
            "latchkey:qr");
    private static final Pattern BUNDLE = Pattern.compile("\\s*\\d+\\s+(\\w+)\\s+\\d+\\s+(\\S+)\\s+(\\S+)\\s*");

    private static final ControllerKeys KEYS = WireClient.newKeys("owner");
    private static Path folder;
    private static KarafProcess karaf;
    private static Set<InetSocketAddress> before;
    private static Set<String> bundlesBefore;
    private static ListeningWatch watch;
    private static InetSocketAddress bridge;
    private static ControllerKeys.Peer peer;
    private static Set<String> home;
    private static int number;

    @BeforeAll
    static void start() throws Exception {
        folder = Built.fresh("stock-karaf");
        karaf = KarafProcess.unpackStock(folder);
        before = karaf.startStock();
        bundlesBefore = bundles(look());
        watch = karaf.watch();
    }

    @AfterAll
    static void end() {
        if (watch != null) {
            watch.close();
        }
        if (karaf != null) {
            karaf.close();
        }
    }

    @Test
    @Order(1)
    void theKarStartsLatchkeyAndNothingThatListens() throws Exception {
        put("latchkey.kar", Files.readAllBytes(KAR));
        awaitLog("Installing KAR file .*Done\\.");
        String look = look();
        assertEquals(Part.of(Part.HOST_LOCAL).size(), ours(look, "Active").count(), look);
        assertEquals(before, karaf.listening());
        assertTrue(
                INSTALLED.matcher(look).results().anyMatch(each -> each.group(1).equals("latchkey")), look);
        assertTrue(
                INSTALLED
                        .matcher(look)
                        .results()
                        .noneMatch(each -> each.group(1).matches(".*(web|http).*")),
                look);
    }

    @Test
    @Order(2)
    void aFileInEtcMakesABridge() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        BRIDGE.forEach(line -> assertTrue(readme.contains("`" + line + "`"), line + " in README.md"));
        Path items = Files.writeString(folder.resolve("items.json"), HomeFile.SMALL);
        Files.writeString(karaf.etc("io.latchkey.host.local.cfg"), "file = " + items + "\n");
        Files.write(karaf.etc("io.latchkey.bridge-home.cfg"), with(BRIDGE, "bindAddress = 127.0.0.1", "mdns = false"));
        bridge = Eventually.present(
                SOON,
                "the bridge to listen",
                () -> karaf.listening().stream()
                        .filter(socket -> !before.contains(socket))
                        .findFirst());
        assertEquals(InetAddress.getByName("127.0.0.1"), bridge.getAddress());
    }

    @Test
    @Order(3)
    void aForeignControllerUsesIt() throws Exception {
        String look = look();
        Map<String, String> environment = Map.of(
                "HOST", bridge.getAddress().getHostAddress(),
                "PORT", String.valueOf(bridge.getPort()),
                "DEVICE_ID", found(DEVICE_ID, look),
                "SETUP_CODE", found(CODE, look),
                "ITEM", "Desk Lamp");
        Map<String, JsonObject> steps = ForeignClient.install()
                .run(environment, Map.of("waiting for the host", () -> console("latchkey:send DeskLamp ON")));
        assertTrue(
                steps.containsKey("host event") && steps.containsKey("unpair"),
                steps.keySet().toString());
    }

    @Test
    @Order(4)
    void itsOwnerPairs() throws Exception {
        peer = WireClient.pair(bridge, KEYS, SetupCode.of(found(CODE, look())));
        home = home();
        assertTrue(home.size() > 20, "a bridge and three accessories: " + home);
    }

    @Test
    @Order(5)
    void aNewerKarBesideTheOldOneWaitsUntilThatHasGone() throws Exception {
        number = number(look());
        put("latchkey-newer.kar", NewerVersion.ofKar(KAR, NEWER));
        awaitLog("Unable to install Kar feature latchkey/" + NEWER + ".*Singleton conflict");
        awaitHome();
        String look = look();
        int all = Part.of(Part.HOST_LOCAL).size();
        assertEquals(
                all,
                versions(ours(look, "Active"))
                        .filter(each -> !each.equals(NEWER))
                        .count(),
                look);
        assertEquals(
                all, versions(ours(look, "Installed")).filter(NEWER::equals).count(), look);
        Files.delete(karaf.deploy().resolve("latchkey.kar"));
        awaitLog("Uninstalling KAR latchkey\\R.*Done\\.");
        assertUpdated(NEWER);
    }

    @Test
    @Order(6)
    void aFeatureRepositoryUpdatesIt() throws Exception {
        unpackRepository(NewerVersion.ofKar(KAR, NEWEST), karaf.home().resolve("system"));
        console("feature:repo-add mvn:io.latchkey/latchkey-features/" + NEWEST + "/xml/features\n"
                + "feature:install --upgrade latchkey/" + NEWEST);
        assertUpdated(NEWEST);
        Files.delete(karaf.deploy().resolve("latchkey-newer.kar"));
        awaitLog("Uninstalling KAR latchkey-newer");
        Eventually.until(SOON, "the kar to leave", () -> !look().contains("latchkey-" + NEWER));
        awaitHome();
    }

    @Test
    @Order(7)
    void whatIsRemovedLeavesOnlyThePairings() throws Exception {
        console("feature:uninstall latchkey\nfeature:repo-remove latchkey-" + NEWEST);
        String look = look();
        assertEquals(bundlesBefore, bundles(look));
        assertFalse(look.contains("mvn:io.latchkey/"), look);
        assertEquals(before, karaf.listening());
        assertTrue(Files.isDirectory(karaf.home().resolve("latchkey").resolve("home")));
    }

    @Test
    @Order(8)
    void nothingElseEverListened() throws Exception {
        Set<InetSocketAddress> expected = new HashSet<>(before);
        expected.add(bridge);
        assertEquals(expected, watch.seen());
        assertEquals(0, karaf.stop());
    }

    /** Only that version is there, and the owner's controller is shown what it was shown before. */
    private static void assertUpdated(String version) throws Exception {
        awaitHome();
        String look = look();
        assertEquals(
                Set.of(version),
                versions(bundles(look).stream().filter(each -> each.startsWith("io.latchkey.")))
                        .collect(Collectors.toSet()));
        assertEquals(Part.of(Part.HOST_LOCAL).size(), ours(look, "Active").count(), look);
        assertEquals(++number, number(look), "one rise of the configuration number, for the version of the firmware");
    }

    /** The numbers and types of all that the owner's controller is shown. */
    private static Set<String> home() throws IOException {
        Set<String> ids = new TreeSet<>();
        try (WireClient session = WireClient.verified(bridge, KEYS, peer)) {
            Accessories.objects(session.accessories())
                    .forEach(accessory -> Accessories.objects(accessory.getAsJsonArray("services"))
                            .flatMap(service -> Accessories.objects(service.getAsJsonArray("characteristics")))
                            .map(each -> accessory.get("aid") + "." + each.get("iid") + " " + each.get("type"))
                            .forEach(ids::add));
        }
        return ids;
    }

    /** Waits until the owner's controller is shown the same as before. */
    private static void awaitHome() {
        Eventually.until(SOON, "the bridge to show " + home, () -> {
            try {
                return home().equals(home);
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    /** Waits for what Karaf's log says, in this order, over any number of lines. */
    private static void awaitLog(String pattern) {
        Pattern said = Pattern.compile(pattern, Pattern.DOTALL);
        Path log = karaf.home().resolve("data/log/karaf.log");
        Eventually.until(
                SOON,
                pattern + " in " + log,
                () -> said.matcher(Files.readString(log)).find());
    }

    /** All that Karaf's shell tells of itself, its bundles and the bridge. */
    private static String look() throws IOException, InterruptedException {
        return karaf.console(LOOK);
    }

    /** The configuration number; each list that differs from the one before raises it. */
    private static int number(String look) {
        return Integer.parseInt(found(NUMBER, look));
    }

    /** Our bundles in that state. */
    private static Stream<String> ours(String look, String state) {
        return bundles(look).stream().filter(each -> each.startsWith("io.latchkey.") && each.endsWith(" " + state));
    }

    private static Stream<String> versions(Stream<String> bundles) {
        return bundles.map(each -> each.split(" ")[1]);
    }

    /** All bundles, each as symbolic name, version and state. */
    private static Set<String> bundles(String look) {
        return look.lines()
                .map(BUNDLE::matcher)
                .filter(Matcher::matches)
                .map(bundle -> bundle.group(3) + " " + bundle.group(2) + " " + bundle.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String console(String commands) {
        try {
            return karaf.console(commands);
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), pattern + " in " + text);
        return matcher.group(matcher.groupCount());
    }

    private static List<String> with(List<String> lines, String... more) {
        return Stream.concat(lines.stream(), Stream.of(more)).toList();
    }

    /** Puts a file into the folder {@code deploy} in one moment. */
    private static void put(String name, byte[] content) throws IOException {
        Path whole = Files.write(folder.resolve("incoming"), content);
        Files.move(whole, karaf.deploy().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Copies the Maven repository inside a kar, as docs/karaf.md says. */
    private static void unpackRepository(byte[] kar, Path system) throws IOException {
        try (InputStream bytes = new ByteArrayInputStream(kar);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("repository/") && !entry.isDirectory()) {
                    Path file = system.resolve(entry.getName().substring("repository/".length()));
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
