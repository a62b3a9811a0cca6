// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import static io.latchkey.store.internal.backup.BackupSamples.bridge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.discovery.BrowseListener;
import io.latchkey.api.discovery.Browser;
import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.testing.QuickWorkers;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.store.internal.FileBridgeStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.cm.ConfigurationAdmin;

/** Two stores, one with a bridge to save and one to restore it into, and what the verbs see around them. */
abstract class BackupRig {
    static final String PASSPHRASE = "correct horse battery";

    @TempDir
    Path folder;

    final QuickWorkers workers = new QuickWorkers();
    final List<BridgeStatus> running = new ArrayList<>();
    final List<DiscoveredBridge> announced = new ArrayList<>();
    final MemoryConfigurations configurations = new MemoryConfigurations();
    final ConfigurationAdmin admin = configurations.admin();
    String passphrase = PASSPHRASE;
    Path file;
    int port;
    FileBridgeStore old;
    FileBridgeStore fresh;

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

    VerbResult backup(FileBridgeStore store, String... arguments) {
        return checked(
                new BackupVerb(runtime(), store, workers, admin, passphrases(), "1.2.3").run(List.of(arguments)));
    }

    VerbResult restore(FileBridgeStore store, String... arguments) {
        RestoreVerb verb = new RestoreVerb(
                runtime(), control(), store, store, workers, admin, passphrases(), Duration.ofMillis(50));
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

    interface Behaviour {
        Object call(String name, Object[] arguments);
    }

    static <T> T fake(Class<T> type, Behaviour behaviour) {
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

    static void assertStatus(int status, VerbResult result) {
        assertEquals(status, result.status(), result.toString());
    }

    BridgeMemory saved() {
        assertStatus(0, backup(old, file.toString()));
        return old.load("home");
    }
}
