// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.SessionStatus;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.Built;
import io.latchkey.itests.Eventually;
import io.latchkey.itests.FelixRuntime;
import io.latchkey.itests.FrameworkBridge;
import io.latchkey.itests.Libraries;
import io.latchkey.itests.contributor.MeterActivator;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.BundleException;

/**
 * A bridge to be attacked: all bundles, light meters, an admin and a guest that are paired, and one session of the admin
 * that asks now and then whether everything is well. At its end nothing may be left of any session.
 */
final class Victim implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern WHOLE = Pattern.compile("\\{\"characteristics\":\\[\\{[^{]*},\\{[^{]*}]}");
    private static final String LUX = "6B";
    private static final String ON = "25";
    private static final int MOST_BRIDGES = 2;
    private static final long HEAP_MARGIN = 16L << 20;

    private final LogWatch log = new LogWatch();
    private final ControllerKeys admin = WireClient.newKeys("admin");
    private final ControllerKeys guest = WireClient.newKeys("guest");
    private final FelixRuntime runtime;
    private final FrameworkBridge bridge;
    private final ControllerKeys.Peer peer;
    private final WireClient control;
    private final JsonArray home;
    private final long heap;

    /** Starts it. */
    Victim(String name, int meters, Map<String, Object> settings) throws Exception {
        runtime = FelixRuntime.start(Built.fresh(name), Libraries.LOWEST);
        runtime.showItems("[]");
        MeterBundle.install(runtime, meters);
        bridge = FrameworkBridge.start(runtime, MeterActivator.BRIDGE, settings);
        peer = bridge.pair(admin);
        control = admin();
        control.add(WireClient.pairing(guest, Permissions.REGULAR));
        home = control.accessories();
        heap = heap();
    }

    FelixRuntime runtime() {
        return runtime;
    }

    InetSocketAddress address() {
        return bridge.address();
    }

    /** The keys of the admin. */
    ControllerKeys adminKeys() {
        return admin;
    }

    /** The keys of somebody who is paired but no admin. */
    ControllerKeys guestKeys() {
        return guest;
    }

    /** The bridge as the controllers know it. */
    ControllerKeys.Peer peer() {
        return peer;
    }

    /** Opens a verified session of the admin. */
    WireClient admin() throws IOException {
        return bridge.session(admin, peer);
    }

    /** Opens a verified session of somebody who is no admin. */
    WireClient guest() throws IOException {
        return bridge.session(guest, peer);
    }

    /** The reading of a meter, as aid.iid. */
    String lux(int meter) {
        return Accessories.find(home, "Meter " + meter, LUX);
    }

    /** The switch of a meter, as aid.iid. */
    String on(int meter) {
        return Accessories.find(home, "Meter " + meter, ON);
    }

    List<SessionStatus> sessions() {
        return runtime.service(BridgeRuntime.class).sessions(MeterActivator.BRIDGE);
    }

    /** Whether the bridge still has a session with that end. */
    boolean has(InetSocketAddress remote) {
        return sessions().stream().anyMatch(each -> each.remote().equals(remote));
    }

    /** Asks something on the session that must always work, and gives how long it took. */
    synchronized Duration ask() throws IOException {
        long begun = System.nanoTime();
        WireMessage answer = control.get("/characteristics?id=" + lux(0) + "," + on(0));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertEquals(200, answer.status());
        assertTrue(WHOLE.matcher(answer.text()).matches(), answer::toString);
        return took;
    }

    /** Waits until there is no session but the control's, and expects everything to be as it was at the start. */
    synchronized void assertUnharmed() throws IOException {
        Eventually.until(PATIENCE, "the sessions to end", () -> sessions().size() == 1);
        assertEquals(2, control.pairings().size(), "nobody was paired or unpaired");
        assertEquals(home.size(), control.accessories().size());
        assertEquals(List.of(), log.messages("ERROR"));
        List<String> warnings = log.messages("WARN").stream()
                .filter(line -> !line.contains(" a wrong setup code came from ")) // once a minute at most
                .toList();
        assertEquals(List.of(), warnings, "strangers could fill the log, with words of theirs");
        threads().forEach((family, count) -> assertTrue(count <= most(family), family + " has " + count));
        Eventually.until(PATIENCE, "the memory to come back", () -> heap() - heap < HEAP_MARGIN);
    }

    /** One line about the bridge, for the output of the tests. */
    void say(String what) {
        System.out.println("hostile: " + what + "; heap " + (heap() >> 10) + " KiB after " + (heap >> 10)
                + " KiB at the start, threads " + threads());
    }

    @Override
    public void close() throws IOException, BundleException {
        control.close();
        try {
            Eventually.until(
                    PATIENCE, "the last session to end", () -> sessions().isEmpty());
        } finally {
            runtime.close();
            log.close();
        }
        Eventually.until(PATIENCE, "the threads to end", () -> threads().isEmpty());
    }

    /** Our threads by family. */
    static Map<String, Integer> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("latchkey-"))
                .map(name -> name.replaceAll("-\\d+.*", ""))
                .collect(Collectors.toMap(name -> name, name -> 1, Integer::sum, TreeMap::new));
    }

    /** The bytes in use that can't be collected. */
    static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static int most(String family) {
        return switch (family) {
            case "latchkey-io" -> 8 + MOST_BRIDGES;
            case "latchkey-crypto", "latchkey-home" -> 2;
            case "latchkey-call" -> 8;
            default -> 1;
        };
    }
}
