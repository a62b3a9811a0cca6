// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import static io.latchkey.store.internal.backup.BackupSamples.allocation;
import static io.latchkey.store.internal.backup.BackupSamples.bridge;
import static io.latchkey.store.internal.backup.BackupSamples.identity;
import static io.latchkey.store.internal.backup.BackupSamples.pairings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.discovery.BrowseListener;
import io.latchkey.api.discovery.Browser;
import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.testing.QuickWorkers;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.store.internal.FileBridgeStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.cm.ConfigurationAdmin;

/** Bridges are saved, looked at, restored elsewhere or at home, and put back; trouble changes nothing. */
class BackupRestoreTest {
    private static final String PASSPHRASE = "correct horse battery";

    @TempDir
    Path folder;

    private final QuickWorkers workers = new QuickWorkers();
    private final List<BridgeStatus> running = new ArrayList<>();
    private final List<DiscoveredBridge> announced = new ArrayList<>();
    private String passphrase = PASSPHRASE;
    private Path file;
    private int port;
    private FileBridgeStore old;
    private FileBridgeStore fresh;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("home.latchkey");
        old = new FileBridgeStore(folder.resolve("old"));
        fresh = new FileBridgeStore(folder.resolve("fresh"));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        old.change("home", now -> bridge(1, 3, port, "PHONE", "GUEST"));
    }

    @AfterEach
    void close() {
        old.close();
        fresh.close();
        workers.close();
    }

    private VerbResult backup(FileBridgeStore store, String... arguments) {
        return checked(
                new BackupVerb(runtime(), store, workers, admin(), passphrases(), "1.2.3").run(List.of(arguments)));
    }

    private VerbResult restore(FileBridgeStore store, String... arguments) {
        RestoreVerb verb =
                new RestoreVerb(runtime(), control(), store, workers, admin(), passphrases(), Duration.ofMillis(50));
        verb.setBrowser(this::browse);
        return checked(verb.run(List.of(arguments)));
    }

    private Browser.Browsing browse(InetAddress on, BrowseListener listener) {
        announced.forEach(listener::found);
        return () -> {};
    }

    private PassphraseSource passphrases() {
        return new PassphraseSource(name -> name.equals(PassphraseSource.VARIABLE) ? passphrase : null);
    }

    private BridgeRuntime runtime() {
        return fake(BridgeRuntime.class, (name, arguments) -> List.copyOf(running));
    }

    private BridgeControl control() {
        return fake(BridgeControl.class, (name, arguments) -> {
            assertEquals("whileAtRest", name);
            return atRest((Runnable) arguments[1]);
        });
    }

    private static CompletionStage<Void> atRest(Runnable work) {
        return CompletableFuture.runAsync(work, Runnable::run);
    }

    private static ConfigurationAdmin admin() {
        return fake(ConfigurationAdmin.class, (name, arguments) -> null);
    }

    private interface Behaviour {
        Object call(String name, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> behaviour.call(method.getName(), arguments)));
    }

    private static VerbResult checked(VerbResult result) {
        String text = result.toString();
        for (byte[] secret : List.of(BackupSamples.bytes(1, 32), BackupSamples.bytes("PHONE".hashCode(), 32))) {
            assertFalse(text.contains(HexFormat.of().formatHex(secret)), text);
            assertFalse(text.contains(Base64.getEncoder().encodeToString(secret)), text);
        }
        assertFalse(text.contains(PASSPHRASE), text);
        return result;
    }

    private static void assertStatus(int status, VerbResult result) {
        assertEquals(status, result.status(), result.toString());
    }

    private BridgeMemory saved() {
        assertStatus(0, backup(old, file.toString()));
        return old.load("home");
    }

    @Test
    void aBridgeGoesOnInAnotherStore() throws IOException {
        BridgeMemory before = saved();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("PHONE"), "it is sealed");
        assertTrue(restore(fresh, file.toString(), "--inspect").toString().contains("PHONE, GUEST"));
        assertStatus(0, restore(fresh, file.toString()));
        assertEquals(BridgeMemory.EMPTY, fresh.load("home"), "looking changes nothing");
        assertStatus(0, restore(fresh, file.toString(), "--apply"));
        BridgeMemory after = fresh.load("home");
        for (Domain<?> domain : List.of(Domain.IDENTITY, Domain.PAIRINGS, Domain.ALLOCATION, Domain.SETUP)) {
            assertEquals(before.get(domain), after.get(domain), domain.toString());
        }
        assertEquals(8, after.get(Domain.CONFIGURATION).orElseThrow().number().value());
        assertEquals(
                OptionalInt.of(port),
                after.get(Domain.CONFIGURATION).orElseThrow().port());
        assertStatus(0, restore(fresh, "--rollback", "home"));
        assertEquals(BridgeMemory.EMPTY, fresh.load("home"));
        assertStatus(1, restore(fresh, "--rollback", "home"));
    }

    @Test
    void whoWasRemovedSinceIsNamedAndLeftOut() {
        saved();
        old.change(
                "home",
                now -> now.with(Domain.PAIRINGS, pairings("PHONE", "TABLET")).with(Domain.ALLOCATION, allocation(5)));
        String shown = restore(old, file.toString()).toString();
        assertTrue(shown.contains("left out (--with-removed takes them back): GUEST"), shown);
        assertTrue(shown.contains("they stay: TABLET"), shown);
        assertStatus(0, restore(old, file.toString(), "--apply"));
        BridgeMemory after = old.load("home");
        assertEquals(pairings("PHONE", "TABLET"), after.get(Domain.PAIRINGS).orElseThrow());
        assertEquals(allocation(5), after.get(Domain.ALLOCATION).orElseThrow(), "what was given stays given");
        assertStatus(0, restore(old, file.toString(), "--apply", "--with-removed"));
        assertEquals(
                pairings("PHONE", "TABLET", "GUEST"),
                old.load("home").get(Domain.PAIRINGS).orElseThrow());
        assertStatus(0, restore(old, "--rollback", "home"));
        assertEquals(
                pairings("PHONE", "TABLET", "GUEST"),
                old.load("home").get(Domain.PAIRINGS).orElseThrow(),
                "going back takes trust from nobody");
    }

    @Test
    void aPairedBridgeOfAnotherIdentityIsNotOverwritten() {
        saved();
        BridgeMemory other = fresh.change("home", now -> bridge(2, 1, port, "SOMEBODY"));
        assertStatus(1, restore(fresh, file.toString(), "--apply"));
        assertEquals(other, fresh.load("home"));
    }

    @Test
    void besideTheLivingOldOneNothingIsRestored() throws IOException {
        saved();
        try (ServerSocket living = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            announced.add(new DiscoveredBridge(
                    "Home",
                    List.of(InetAddress.getLoopbackAddress()),
                    living.getLocalPort(),
                    Map.of("id", identity(1).deviceId().text())));
            VerbResult refused = restore(fresh, file.toString(), "--apply");
            assertStatus(1, refused);
            assertTrue(refused.toString().contains("still answers at 127.0.0.1"), refused.toString());
            assertEquals(BridgeMemory.EMPTY, fresh.load("home"));
        }
        assertStatus(0, restore(fresh, file.toString(), "--apply"));
    }

    @Test
    void aPortThatIsTakenIsTold() throws IOException {
        saved();
        try (ServerSocket taken = new ServerSocket(port)) {
            assertTrue(taken.isBound());
            assertStatus(1, restore(fresh, file.toString(), "--apply"));
            assertEquals(BridgeMemory.EMPTY, fresh.load("home"));
            assertStatus(0, restore(fresh, file.toString(), "--apply", "--new-port"));
            assertEquals(
                    OptionalInt.empty(),
                    fresh.load("home").get(Domain.CONFIGURATION).orElseThrow().port());
        }
    }

    @Test
    void strangeDamagedAndLockedFilesChangeNothing() throws IOException {
        saved();
        byte[] whole = Files.readAllBytes(file);
        for (int at : new int[] {0, 5, 20, 30, 60, whole.length / 2, whole.length - 1}) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            assertStatus(1, restore(fresh, file.toString(), "--apply"));
        }
        for (byte[] strange : List.of(new byte[0], "{}".getBytes(StandardCharsets.UTF_8), new byte[4000])) {
            Files.write(file, strange);
            assertStatus(1, restore(fresh, file.toString(), "--apply"));
        }
        Files.write(file, whole);
        passphrase = "correct horse batterz";
        assertTrue(restore(fresh, file.toString(), "--apply").toString().contains("passphrase"));
        passphrase = null;
        assertStatus(1, restore(fresh, file.toString(), "--apply"));
        assertStatus(1, restore(fresh, folder.resolve("nowhere").toString()));
        assertEquals(BridgeMemory.EMPTY, fresh.load("home"));
        assertEquals(List.of(), List.copyOf(fresh.bridges()));
    }

    @Test
    void nothingIsOverwrittenAndNothingHalfIsLeft() throws IOException {
        saved();
        byte[] whole = Files.readAllBytes(file);
        assertStatus(1, backup(old, file.toString()));
        assertEquals(whole.length, Files.size(file));
        assertStatus(1, backup(old, folder.resolve("no/where").toString()));
        assertStatus(1, backup(old, folder.resolve("other").toString(), "attic"));
        passphrase = "short";
        assertStatus(1, backup(old, folder.resolve("other").toString()));
        assertFalse(Files.exists(folder.resolve("other")));
        assertStatus(1, backup(old));
        assertStatus(1, restore(old));
        assertStatus(1, restore(old, file.toString(), "--aply"));
    }

    @Test
    void aPassphraseComesFromAFileOfItsOwnersAlone() throws IOException {
        passphrase = null;
        Path secret = Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(backup(old, file.toString(), "--passphrase-file", secret.toString())
                .toString()
                .contains("chmod 600"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        assertStatus(0, backup(old, file.toString(), "--passphrase-file", secret.toString()));
        passphrase = PASSPHRASE;
        assertStatus(0, restore(fresh, file.toString(), "--inspect"));
    }

    @Test
    void furtherBridgesComeAlongAndAFailureUndoesAll() {
        old.change(
                "home-2",
                now -> bridge(2, 1, port, "PHONE")
                        .with(
                                Domain.CONFIGURATION,
                                BackupSamples.configuration(2, port).furtherOf("home")));
        old.change("attic", now -> bridge(3, 1, port, "PHONE"));
        assertStatus(0, backup(old, file.toString(), "home"));
        String shown = restore(fresh, file.toString(), "--inspect").toString();
        assertTrue(shown.contains("home-2") && !shown.contains("attic"), shown);
        assertTrue(restore(fresh, file.toString(), "home-2").toString().contains("further one of home"));
        assertStatus(0, restore(fresh, file.toString(), "home", "--apply"));
        assertEquals(Optional.of(identity(2)), fresh.load("home-2").get(Domain.IDENTITY));
        assertStatus(0, restore(fresh, "--rollback", "home"));
        assertEquals(BridgeMemory.EMPTY, fresh.load("home-2"));
    }
}
