// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.osgi.framework.BundleException;

/** A store of our own making in which bridges have lost something; each of them has run, and was whole then. */
final class FaultyStore {
    private static final int ALL_CODES_BUT_ONE = 99;

    private final Map<String, DeviceId> ids = new HashMap<>();

    /**
     * Makes one, {@code store} in the folder.
     *
     * @param whole bridges that have lost nothing
     */
    FaultyStore(Path folder, List<String> whole) throws IOException, BundleException {
        try (FelixRuntime runtime = FelixRuntime.start(folder, Libraries.HIGHEST)) {
            for (String bridge : whole) {
                run(runtime, bridge);
            }
            change(runtime, "orphan", FaultyStore::withoutAdministrator);
            change(runtime, "lost", memory -> memory.without(Domain.IDENTITY));
            change(runtime, "locked", FaultyStore::beforeTheLastCode);
            run(runtime, "damaged");
        }
        damage(folder.resolve("store/damaged"));
    }

    /** The Device ID of a bridge that was whole. */
    DeviceId id(String bridge) {
        return ids.get(bridge);
    }

    private void change(FelixRuntime runtime, String bridge, UnaryOperator<BridgeMemory> change) throws IOException {
        run(runtime, bridge);
        runtime.service(BridgeStore.class).change(bridge, change);
    }

    private void run(FelixRuntime runtime, String bridge) throws IOException {
        FrameworkBridge running = FrameworkBridge.start(runtime, bridge);
        ids.put(bridge, running.status().deviceId().orElseThrow());
        if (bridge.equals("orphan") || bridge.equals("lost")) {
            running.pair(WireClient.newKeys("itests"));
        }
        running.end();
    }

    private static BridgeMemory withoutAdministrator(BridgeMemory memory) {
        List<Pairing> regular = memory.get(Domain.PAIRINGS).orElseThrow().pairings().stream()
                .map(each -> new Pairing(each.controller(), each.publicKey(), Permissions.REGULAR))
                .toList();
        return memory.with(Domain.PAIRINGS, new Pairings(regular));
    }

    private static BridgeMemory beforeTheLastCode(BridgeMemory memory) {
        Setup setup = memory.get(Domain.SETUP).orElseThrow();
        return memory.with(
                Domain.SETUP, new Setup(setup.setupId(), setup.generatedCode(), setup.verifier(), ALL_CODES_BUT_ONE));
    }

    /** As a failing disk does: each file of both replicas has its length, and a byte in it is another one. */
    private static void damage(Path bridge) throws IOException {
        try (Stream<Path> files = Files.walk(bridge)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length > 0) {
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(file, bytes);
                }
            }
        }
    }
}
