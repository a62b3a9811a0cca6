// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two bridges of the distribution are saved and put back into another distribution in another folder; hap-controller, which
 * is paired with both, doesn't notice. What stands against it changes no byte of the store.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreElsewhereIT {
    private static final Path CLIENT = Path.of("src", "test", "js", "moving-client.js");
    private static final Pattern DEVICE_ID = Pattern.compile("([0-9A-F]{2}:){5}[0-9A-F]{2}");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int SECONDS = 60;
    /** The first is announced, the second isn't. */
    private static final List<String> BRIDGES = List.of("home", "attic");

    private static final Map<String, Integer> PORTS = new HashMap<>();
    private static final Map<String, String> DEVICE_IDS = new HashMap<>();
    private static final Map<String, String> PAIRINGS = new HashMap<>();
    private static final Map<String, String> IDS = new HashMap<>();
    private static Npm npm;
    private static Path folder;
    private static Path file;
    private static KarafProcess old;
    private static KarafProcess fresh;

    @BeforeAll
    static void pairAndSave() throws Exception {
        npm = Npm.install();
        npm.add(CLIENT);
        folder = Built.fresh("restore-elsewhere");
        file = folder.resolve("saved.latchkey");
        passphrase("passphrase", "correct horse battery");
        passphrase("other", "battery horse correct");
        Map<String, String> etc = new HashMap<>();
        for (String bridge : BRIDGES) {
            PORTS.put(bridge, KarafFolder.freePort());
            etc.put(
                    "io.latchkey.bridge-" + bridge + ".cfg",
                    "id = " + bridge + "\nname = Old " + bridge + "\nbindAddress = 127.0.0.1\nport = "
                            + PORTS.get(bridge) + "\nsetupCode = " + FrameworkBridge.CODE.text() + "\nmdns = "
                            + bridge.equals("home") + "\n");
        }
        old = unpack("old", etc);
        fresh = unpack(
                "fresh", Map.of("io.latchkey.bridge-home.cfg", "id = home\nname = New\nbindAddress = 127.0.0.1\n"));
        old.start();
        for (String bridge : BRIDGES) {
            awaitListening(bridge);
            DEVICE_IDS.put(bridge, deviceId(old, bridge));
            PAIRINGS.put(bridge, client(bridge, Map.of("SETUP_CODE", FrameworkBridge.CODE.text())));
            IDS.put(bridge, seen(bridge));
        }
        String saved = old.console("latchkey:backup " + file + secret("passphrase"));
        assertTrue(saved.contains("attic, home is saved in"), saved);
        fresh.start();
        Path last = fresh.home().resolve("latchkey/home/second/generation-3.json");
        Path hostName = fresh.home().resolve("latchkey/host-name");
        Eventually.until(
                SOON,
                "the port, which a new bridge stores last, and the host name of its announcement",
                () -> Files.exists(last) && Files.exists(hostName));
    }

    @AfterAll
    static void end() {
        Stream.of(old, fresh).filter(each -> each != null).forEach(KarafProcess::close);
    }

    @Test
    @Order(1)
    void nothingIsRestoredBesideTheLivingOldOnes() throws Exception {
        SortedMap<String, String> before = store();
        for (String bridge : BRIDGES) {
            String refused =
                    fresh.console("latchkey:restore " + file + " " + bridge + " --apply" + secret("passphrase"));
            assertTrue(refused.contains("still answers at 127.0.0.1, port " + PORTS.get(bridge)), refused);
            assertTrue(refused.contains("Nothing has been changed."), refused);
        }
        assertEquals(before, store());
        assertEquals(0, old.stop());
    }

    @Test
    @Order(2)
    void troubleWithTheFileOrTheDiskChangesNothing() throws Exception {
        SortedMap<String, String> before = store();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.latchkey"), bytes);
        Path strange = Files.writeString(folder.resolve("strange.latchkey"), "{\"homes\": []}\n");
        refused("latchkey:restore " + damaged + " --apply" + secret("passphrase"), "has been changed");
        refused("latchkey:restore " + strange + " --apply" + secret("passphrase"), "is no backup");
        refused("latchkey:restore " + file + " --apply" + secret("other"), "the passphrase isn't the one");
        limitFiles("0");
        refused("latchkey:restore " + file + " --apply" + secret("passphrase"), "See that the disk has room");
        refused("latchkey:backup " + folder.resolve("late") + secret("passphrase"), "can't be written");
        limitFiles("unlimited");
        assertEquals(before, store());
        assertFalse(Files.exists(folder.resolve("late")));
        assertFalse(Files.exists(folder.resolve("late.new")));
        assertTrue(fresh.console("latchkey:bridges").contains("New"), "the bridge is what it was");
    }

    @Test
    @Order(3)
    void theControllerGoesOnWithoutPairingAnew() throws Exception {
        String done = fresh.console("latchkey:restore " + file + " --apply" + secret("passphrase"));
        assertTrue(done.contains("Done."), done);
        for (String bridge : BRIDGES) {
            awaitListening(bridge);
            assertEquals(DEVICE_IDS.get(bridge), deviceId(fresh, bridge));
            assertEquals(IDS.get(bridge), seen(bridge));
        }
        Path configuration = fresh.etc("io.latchkey.bridge-home.cfg");
        Eventually.until(SOON, "the settings in " + configuration, () -> isWritten(Files.readString(configuration)));
        assertFalse(done.contains(FrameworkBridge.CODE.text()), "a code is for no screen");
    }

    @Test
    @Order(4)
    void whatWasThereBeforeIsPutBack() throws Exception {
        String back = fresh.console("latchkey:restore --rollback home attic");
        assertTrue(back.contains("Done: attic, home"), back);
        Eventually.until(SOON, "the bridge of before", () -> {
            String bridges = fresh.console("latchkey:bridges");
            return bridges.contains("New") && !bridges.contains("attic") && bridges.contains("ready");
        });
        assertFalse(deviceId(fresh, "home").equals(DEVICE_IDS.get("home")));
    }

    private static boolean isWritten(String text) {
        return text.contains("Old home")
                && text.contains(PORTS.get("home").toString())
                && text.contains(FrameworkBridge.CODE.text());
    }

    private static void refused(String command, String why) throws Exception {
        String said = fresh.console(command);
        assertTrue(said.contains("Not done: ") && said.contains(why), said);
    }

    /** How large the files may get that the new one writes, as the operating system has it. */
    private static void limitFiles(String bytes) throws Exception {
        Process limit = new ProcessBuilder("prlimit", "--pid", Long.toString(fresh.pid()), "--fsize=" + bytes + ":")
                .inheritIO()
                .start();
        assertTrue(limit.waitFor(SECONDS, TimeUnit.SECONDS));
        assertEquals(0, limit.exitValue());
    }

    private static KarafProcess unpack(String name, Map<String, String> etc) throws Exception {
        Path items = Files.writeString(folder.resolve(name + ".json"), HomeFile.SMALL);
        Map<String, String> all = new HashMap<>(etc);
        all.put("io.latchkey.host.local.cfg", "file = " + items + "\n");
        return KarafProcess.unpack(Files.createDirectory(folder.resolve(name)), all);
    }

    private static void passphrase(String name, String text) throws IOException {
        Path secret = Files.createFile(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, text + "\n");
    }

    private static String secret(String name) {
        return " --passphrase-file " + folder.resolve(name);
    }

    /** Each file of the new one's store, with a hash of what it holds. */
    private static SortedMap<String, String> store() throws IOException {
        Path store = fresh.home().resolve("latchkey");
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(store)) {
            for (Path each : all.toList()) {
                String name = store.relativize(each).toString();
                files.put(name, Files.isDirectory(each) ? "" : hash(Files.readAllBytes(each)));
            }
        }
        return files;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String deviceId(KarafProcess karaf, String bridge) throws Exception {
        String line = karaf.console("latchkey:bridges")
                .lines()
                .filter(each -> each.contains(bridge))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + bridge));
        Matcher id = DEVICE_ID.matcher(line);
        assertTrue(id.find(), line);
        return id.group();
    }

    private static String seen(String bridge) throws Exception {
        return client(bridge, Map.of("PAIRING", PAIRINGS.get(bridge)));
    }

    private static String client(String bridge, Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("HOST", "127.0.0.1");
        environment.put("PORT", PORTS.get(bridge).toString());
        environment.put("DEVICE_ID", DEVICE_IDS.get(bridge));
        Process client = npm.start("moving-client", environment);
        Eventually.endAfter(SECONDS, client);
        try (BufferedReader lines = client.inputReader(StandardCharsets.UTF_8)) {
            String told = lines.readLine();
            Npm.finish(client, SECONDS, "hap-controller", npm.log("moving-client"));
            return told;
        }
    }

    private static void awaitListening(String bridge) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), PORTS.get(bridge));
        Eventually.until(SOON, bridge + " at " + address, () -> {
            try (Socket socket = new Socket()) {
                socket.connect(address, 1000);
                return true;
            } catch (IOException refused) {
                return false;
            }
        });
    }
}
