// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.discovery.Browser;
import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.osgi.framework.BundleException;
import org.osgi.service.cm.Configuration;

/**
 * Bridges with a shelf of switches, each paired with one controller that looks at the numbers of its accessories; and an
 * ear on the loopback for their records.
 */
final class IdentityRig implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);

    private final Path folder = Built.fresh("identity");
    private final ControllerKeys keys = WireClient.newKeys("identity");
    private final Map<String, ControllerKeys.Peer> peers = new HashMap<>();
    private final Map<String, FrameworkBridge> bridges = new ConcurrentHashMap<>();
    private final Map<String, Configuration> configurations = new ConcurrentHashMap<>();
    private final Announcements announcements = new Announcements();
    private final FelixRuntime runtime = FelixRuntime.start(folder, Libraries.LOWEST);
    private final Shelf shelf;

    /** Starts it; each bridge has these switches first. */
    IdentityRig(String... first) throws Exception {
        runtime.showItems("[]");
        shelf = new Shelf(runtime, first);
        runtime.service(Browser.class).browse(InetAddress.getLoopbackAddress(), announcements);
    }

    FelixRuntime runtime() {
        return runtime;
    }

    /** The folder of one of the two replicas in which a bridge is stored. */
    Path replica(String bridge, String name) {
        return folder.resolve("store").resolve(bridge).resolve(name);
    }

    /** The files that say what each stored generation of a bridge is made of, and what they hold. */
    SortedMap<Path, byte[]> manifests(String bridge) throws IOException {
        SortedMap<Path, byte[]> manifests = new TreeMap<>();
        for (String name : List.of("first", "second")) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(replica(bridge, name), "generation-*.json")) {
                for (Path file : files) {
                    manifests.put(file, Files.readAllBytes(file));
                }
            }
        }
        return manifests;
    }

    /** Begins a bridge and waits until it is ready. */
    void begin(String bridge, Map<String, Object> settings) throws IOException {
        bridges.put(bridge, FrameworkBridge.start(runtime, bridge, settings));
        configurations.put(bridge, bridges.get(bridge).configuration());
        Eventually.until(SOON, "the switches of " + bridge, () -> shelf.isOn(bridge));
    }

    /** Begins a bridge that can't become ready. */
    void beginInTrouble(String bridge) throws IOException {
        configurations.put(bridge, runtime.configureBridge(bridge, Map.of("mdns", false)));
    }

    /** Ends a bridge and waits until its last word is stored; what is stored of it stays. */
    void end(String bridge) throws IOException {
        configurations.remove(bridge).delete();
        runtime.awaitConfigured();
        CountDownLatch stored = new CountDownLatch(1);
        runtime.service(Workers.class).disk().execute(stored::countDown);
        Eventually.until(SOON, "the disk", () -> stored.await(1, TimeUnit.MILLISECONDS));
        Eventually.until(
                SOON,
                bridge + " to end",
                () -> runtime.service(BridgeRuntime.class).bridges().stream()
                        .noneMatch(each -> each.id().equals(bridge)));
        Eventually.until(SOON, "the switches to leave " + bridge, () -> !shelf.isOn(bridge));
    }

    /** How a bridge is, whatever its state. */
    BridgeStatus status(String bridge) {
        return Eventually.present(
                SOON,
                bridge,
                () -> runtime.service(BridgeRuntime.class).bridges().stream()
                        .filter(each -> each.id().equals(bridge))
                        .findFirst());
    }

    int configuration(String bridge) {
        return status(bridge).configuration().value();
    }

    /** Shows these switches on a bridge and waits until controllers see them. */
    void show(String bridge, String... names) throws IOException {
        shelf.show(bridge, names);
        try (WireClient session = session(bridge)) {
            Eventually.until(
                    SOON, "the switches", () -> ShelfNumbers.isShown(ShelfNumbers.of(session.accessories()), names));
        }
    }

    /** Changes the order or nothing at all, which nobody can see, and waits until that has settled. */
    void showAlike(String bridge, String clock, String... names) throws IOException {
        shelf.show(bridge, names);
        show(clock, "Tick" + System.nanoTime());
    }

    /** The numbers of each accessory but the bridge's own: its aid, and the iids by service and type. */
    Map<String, Map<String, Long>> numbers(String bridge) throws IOException {
        try (WireClient session = session(bridge)) {
            return ShelfNumbers.of(session.accessories());
        }
    }

    /** Opens a verified session; pairs at the first time. */
    WireClient session(String bridge) throws IOException {
        FrameworkBridge target = bridges.get(bridge);
        if (!peers.containsKey(bridge)) {
            peers.put(bridge, target.pair(keys));
        }
        return target.session(keys, peers.get(bridge));
    }

    /** The record of that name, once it is as it should be. */
    DiscoveredBridge record(String name, Predicate<Map<String, String>> wanted) {
        Eventually.until(
                SOON,
                "the record",
                () -> wanted.test(announcements.awaited(name).text()));
        return announcements.awaited(name);
    }

    @Override
    public void close() throws BundleException {
        runtime.close();
    }
}
