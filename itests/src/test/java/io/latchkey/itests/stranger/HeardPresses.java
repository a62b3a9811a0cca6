// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.stranger;

import com.google.gson.JsonArray;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.soak.Latencies;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.DeviceAddresses;
import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Verified sessions that hear a button, and one more that has it pressed. Each press is heard by all before the next, and
 * how long that took is noted for each.
 */
final class HeardPresses implements AutoCloseable {
    private static final int CONTROLLERS = 2;
    private static final String BUTTON = "73";
    private static final String HOME = "Test Home";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService readers = Executors.newCachedThreadPool();
    private final List<WireClient> sessions = new ArrayList<>();
    private final WireClient hand;
    private final String order;

    /**
     * Verifies and subscribes them.
     *
     * @param order the type of the probe that takes orders
     */
    HeardPresses(int count, InetSocketAddress address, ControllerKeys keys, ControllerKeys.Peer bridge, String order)
            throws IOException {
        hand = verified(address, keys, bridge);
        JsonArray home = hand.accessories();
        this.order = Accessories.find(home, HOME, order);
        String button = Accessories.find(home, HOME, BUTTON);
        for (int i = 0; i < count; i++) {
            WireClient session = verified(address, keys, bridge);
            sessions.add(session);
            session.put(button, "ev", "true");
        }
    }

    /** Verifies another session, from where the controllers of this home are. */
    static WireClient verified(InetSocketAddress address, ControllerKeys keys, ControllerKeys.Peer bridge)
            throws IOException {
        HapWire wire = HapWire.connect(HapWire.BRIDGE, address, DeviceAddresses.of(CONTROLLERS, address), 0);
        return WireClient.verified(wire, keys, bridge);
    }

    /** Has the button pressed once, and waits until all have heard it. */
    void press(String operation, Latencies latencies)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        long begun = System.nanoTime();
        List<CompletableFuture<Long>> heard = sessions.stream()
                .map(session -> CompletableFuture.supplyAsync(() -> arrival(session), readers))
                .toList();
        int status = hand.put(order, "value", "\"press 1\"").status();
        if (status != 204) {
            throw new AssertionError("an order was answered " + status);
        }
        for (CompletableFuture<Long> each : heard) {
            latencies.add(operation, each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS) - begun);
        }
    }

    @Override
    public void close() throws IOException {
        for (WireClient session : sessions) {
            session.close();
        }
        hand.close();
        readers.shutdownNow();
    }

    private static long arrival(WireClient session) {
        try {
            session.event(PATIENCE).orElseThrow(() -> new AssertionError("nothing heard for " + PATIENCE));
            return System.nanoTime();
        } catch (IOException ended) {
            throw new AssertionError("a verified session has ended", ended);
        }
    }
}
