// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Domain;
import io.latchkey.itests.openhab.Openhab;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * A home that a {@link HomeWatch} never takes its eyes off, in a framework whose clock can be put forward. It outlives its
 * framework: store, settings and port are those of before at each start.
 */
final class WatchedHome extends ShownHome implements AutoCloseable {
    /** A home of more than thirty accessories, in the JSON of a file. */
    static final String WHOLE = WholeHome.json(WholeHome.states());

    private static final Duration SHORTEST_STEP = Duration.ofSeconds(5);
    private static final int STEPS = 24;

    private final Part host;
    private final Path folder;
    private final Map<String, Object> settings;
    private final ControllerKeys keys = WireClient.newKeys("hub");
    private final FullDisk disk = new FullDisk();
    private AdvancedClock clock;
    private FelixRuntime runtime;
    private HomeWatch watch;
    private int number;

    private WatchedHome(Part host, String name, Map<String, Object> settings) throws IOException {
        this.host = host;
        this.folder = Built.fresh("watched-" + name);
        this.settings = FrameworkBridge.settings("home");
        this.settings.put("port", KarafFolder.freePort());
        this.settings.putAll(settings);
    }

    /** A home of the items in a file, which a controller has paired with and watches. */
    static WatchedHome ofFile(String name, String json) throws Exception {
        WatchedHome home = new WatchedHome(Part.HOST_LOCAL, name, Map.of());
        home.start(Set.of());
        home.runtime.showItems(json);
        home.beginToWatch(1);
        return home;
    }

    /** The demo home, which a controller has paired with and watches. */
    static WatchedHome ofDemo(String name) throws Exception {
        WatchedHome home = new WatchedHome(Part.HOST_LOCAL, name, Map.of());
        home.start(Set.of());
        home.runtime.showDemo(true);
        home.beginToWatch(1);
        return home;
    }

    /** A home without items that nobody has paired with or watches. */
    static WatchedHome unpaired(String name, Part host) throws IOException, BundleException {
        WatchedHome home = new WatchedHome(host, name, Map.of());
        home.start(Set.of());
        return home;
    }

    /** A home of openHAB's items, which a controller has paired with and watches. */
    static WatchedHome ofOpenhab(String name, String items) throws Exception {
        return ofOpenhab(name, items, Map.of());
    }

    /**
     * The same with settings of the bridge.
     *
     * @param items empty when they come later
     */
    static WatchedHome ofOpenhab(String name, String items, Map<String, Object> settings) throws Exception {
        WatchedHome home = new WatchedHome(Part.HOST_OPENHAB, name, settings);
        home.start(Set.of());
        home.openhab().load(items);
        home.openhab().ready(true);
        home.beginToWatch(items.isEmpty() ? 0 : 1);
        return home;
    }

    /**
     * A home on a store that somebody else has written, without its host.
     *
     * @param keys of a controller that is paired in that store
     * @param bridge what the controller knows of the bridge
     * @param types what the controller has seen last
     */
    static WatchedHome ofStore(
            String name, Path store, ControllerKeys keys, ControllerKeys.Peer bridge, Map<String, String> types)
            throws Exception {
        WatchedHome home = new WatchedHome(Part.HOST_LOCAL, name, Map.of());
        Built.copy(store, home.folder.resolve("store"));
        home.start(Set.of(Part.HOST_LOCAL));
        home.watch = new HomeWatch(home.address(), keys, bridge);
        home.watch.expect(expected -> expected.expect(types));
        home.number = 1;
        return home;
    }

    /** Starts the framework, with an empty cache. */
    void start(Set<Part> late) throws IOException, BundleException {
        startBundles(late);
        runtime.configureBridge("home", settings);
    }

    private void startBundles(Set<Part> late) throws IOException, BundleException {
        clock = new AdvancedClock();
        Consumer<BundleContext> first = system -> {
            clock.reign(system);
            disk.reign(system);
        };
        if (host == Part.HOST_LOCAL) {
            runtime = FelixRuntime.start(folder, Libraries.LOWEST, first, late);
        } else {
            Path openhab = Built.target().resolve("bundles").resolve("io.latchkey.itests.openhab-newest.jar");
            runtime = FelixRuntime.startOpenhab(folder, Platform.FELIX, Libraries.HIGHEST, openhab, first, late);
        }
    }

    /** While it is stopped: what it remembers loses all that came after the ids, as if it had been switched off then. */
    void forgetShapes() throws IOException, BundleException {
        Set<Part> others = EnumSet.complementOf(EnumSet.of(Part.API, Part.STORE));
        startBundles(others);
        runtime.service(BridgeStore.class)
                .change(
                        "home",
                        memory -> memory.without(Domain.ACCESSORIES)
                                .without(Domain.STATES)
                                .without(Domain.EXTENSIONS));
        runtime.close();
    }

    /** A controller that is paired already begins to watch. */
    void watchAs(ControllerKeys keys, ControllerKeys.Peer bridge) throws IOException {
        watch = new HomeWatch(address(), keys, bridge);
        learn();
    }

    /** Stops the framework. */
    void stop() throws BundleException {
        runtime.close();
        assertNothingThrown();
    }

    FullDisk disk() {
        return disk;
    }

    @Override
    FelixRuntime runtime() {
        return runtime;
    }

    Path folder() {
        return folder;
    }

    Openhab openhab() {
        return runtime.service(Openhab.class);
    }

    HomeWatch watch() {
        return watch;
    }

    /** What is there now is the home from now on; the number by which controllers know it too. */
    void learn() {
        watch.learn();
        number = status().configuration().value();
    }

    /** Lets that time pass, in steps; the hub looks at each, and the number doesn't move. */
    void pass(Duration time) {
        passFreely(time);
        assertUnharmed();
    }

    /** The same while somebody changes the home. */
    void passFreely(Duration time) {
        Duration even = time.dividedBy(STEPS);
        Duration step = even.compareTo(SHORTEST_STEP) < 0 ? SHORTEST_STEP : even;
        for (Duration left = time; !left.isNegative() && !left.isZero(); left = left.minus(step)) {
            clock.advance(left.compareTo(step) < 0 ? left : step);
            watch.look();
        }
        watch.assertUnharmed();
    }

    /** Waits until everything that the hub knows is there again, and has it look once more. */
    void awaitWhole() {
        awaitAttached(1);
        Eventually.until(PATIENCE, "an answer", watch::look);
        assertUnharmed();
    }

    /** Waits until the bridge says why its port is closed; the hub sees that it is. */
    void awaitClosed() {
        Eventually.present(PATIENCE, "why it is closed", () -> bridge().flatMap(BridgeStatus::problem));
        assertFalse(watch.look(), "it is closed");
    }

    /** Fails when the hub has seen what it must not see, or the number has moved without anybody changing the home. */
    void assertUnharmed() {
        watch.assertUnharmed();
        assertNothingThrown();
        ready().filter(each -> each.configuration().value() != number).ifPresent(each -> {
            throw new AssertionError("c# was " + number + ", is " + each.configuration());
        });
    }

    @Override
    public void close() throws BundleException {
        disk.empty();
        if (watch != null) {
            watch.close();
        }
        runtime.close();
    }

    private void beginToWatch(int least) throws IOException {
        awaitAttached(least);
        watch = new HomeWatch(address(), keys, WireClient.pair(address(), keys, FrameworkBridge.CODE));
        learn();
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), (int) settings.get("port"));
    }

    private void assertNothingThrown() {
        if (!clock.faults().isEmpty()) {
            throw new AssertionError("a timer has thrown", clock.faults().get(0));
        }
    }
}
