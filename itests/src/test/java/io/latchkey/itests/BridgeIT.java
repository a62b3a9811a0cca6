// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.discovery.Browser;
import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** The built bundles on plain Felix, configured by ConfigAdmin, with the oldest and the newest libraries. */
@ParameterizedClass
@EnumSource(Libraries.class)
class BridgeIT {
    private static final String ON = "25";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofMillis(1500);

    private final Libraries libraries;
    private final ControllerKeys keys = WireClient.newKeys("itests");
    private Path folder;
    private FelixRuntime runtime;
    private FrameworkBridge bridge;

    BridgeIT(Libraries libraries) {
        this.libraries = libraries;
    }

    @BeforeEach
    void startABridge() throws Exception {
        folder = Built.fresh("bridge-" + libraries);
        runtime = start();
    }

    @AfterEach
    void stopIt() throws Exception {
        runtime.close();
    }

    @Test
    void allBundlesStartAndAllComponentsAreSatisfied() {
        for (Bundle bundle : runtime.context().getBundles()) {
            assertEquals(Bundle.ACTIVE, bundle.getState(), bundle.getSymbolicName());
        }
        assertEquals("127.0.0.1", bridge.address().getAddress().getHostAddress());
        int port = bridge.address().getPort();
        assertTrue(port >= 20000 && port < 32768, "port " + port);
    }

    @Test
    void whatAControllerWritesReachesTheItemAndTheOthersHearOfIt() throws Exception {
        ControllerKeys.Peer peer = bridge.pair(keys);
        try (WireClient writer = bridge.session(keys, peer);
                WireClient listener = bridge.session(keys, peer)) {
            String lamp = Accessories.find(writer.accessories(), "Desk Lamp", ON);
            assertEquals(204, listener.put(lamp, "ev", "true").status());
            assertEquals(204, writer.put(lamp, "ev", "true").status());
            assertEquals(204, writer.put(lamp, "value", "1").status());
            assertTrue(
                    EventEntries.values(listener.event(SOON).orElseThrow()).contains(lamp),
                    "the other session hears it");
            assertEquals(Optional.empty(), writer.event(SILENCE), "the writer knows it already");
            assertEquals(ItemState.OnOff.ON, item("DeskLamp"));
        }
    }

    @Test
    void whatHappensInTheHostIsHeard() throws Exception {
        ControllerKeys.Peer peer = bridge.pair(keys);
        try (WireClient listener = bridge.session(keys, peer)) {
            String lamp = Accessories.find(listener.accessories(), "Desk Lamp", ON);
            listener.put(lamp, "ev", "true");
            runtime.service(ItemRegistry.class).send("DeskLamp", ItemState.OnOff.ON, "itests");
            JsonObject change = listener.event(SOON).orElseThrow().get(0).getAsJsonObject();
            assertTrue(change.get("value").getAsJsonPrimitive().isNumber()
                    || change.get("value").getAsBoolean());
            assertEquals(1, EventEntries.truth(change));
        }
    }

    @Test
    void isAnnouncedWhereItListens() throws Exception {
        Announcements announced = new Announcements();
        Browser.Browsing browsing = runtime.service(Browser.class).browse(InetAddress.getLoopbackAddress(), announced);
        String name = "Found " + libraries + " " + ProcessHandle.current().pid();
        FrameworkBridge found = FrameworkBridge.start(runtime, "found", Map.of("mdns", true, "name", name));
        DiscoveredBridge record = announced.awaited(name);
        browsing.close();
        assertEquals(found.address().getPort(), record.port());
        assertEquals(
                found.status().deviceId().orElseThrow().text(), record.text().get("id"));
        assertEquals("1", record.text().get("sf"), "not paired");
    }

    @Test
    void aRestartKeepsPairingsPortAndIds() throws Exception {
        ControllerKeys.Peer peer = bridge.pair(keys);
        JsonArray before = home(peer);
        int port = bridge.address().getPort();
        int configuration = bridge.status().configuration().value();
        runtime.close();
        runtime = start();
        assertEquals(before, home(peer));
        assertEquals(port, bridge.address().getPort());
        assertEquals(configuration, bridge.status().configuration().value());
    }

    @Test
    void changingTheConfigurationOfOneBridgeLeavesTheSessionsOfAnother() throws Exception {
        ControllerKeys.Peer peer = bridge.pair(keys);
        try (WireClient session = bridge.session(keys, peer)) {
            FrameworkBridge second = FrameworkBridge.start(runtime, "garage");
            ControllerKeys.Peer other = second.pair(keys);
            assertFalse(other.accessory().equals(peer.accessory()), "each bridge has its own identity");
            second.configuration().delete();
            Eventually.until(SOON, "the second bridge to go", () -> isRefused(second, other));
            assertEquals(200, session.get("/accessories").status());
        }
    }

    @Test
    void anotherAdminIsAddedAndRemoved() throws Exception {
        ControllerKeys.Peer peer = bridge.pair(keys);
        ControllerKeys guest = WireClient.newKeys("guest");
        try (WireClient admin = bridge.session(keys, peer)) {
            admin.add(WireClient.pairing(guest, Permissions.REGULAR));
            try (WireClient session = bridge.session(guest, peer)) {
                assertEquals(2, admin.pairings().size());
                admin.remove(guest.id());
                assertTrue(session.isClosedWithin(SOON), "a removed controller is shut out at once");
            }
            assertEquals(1, admin.pairings().size());
        }
    }

    @Test
    void nothingIsLeftBehindWhenOurBundlesStop() throws Exception {
        ControllerKeys.Peer peer = bridge.pair(keys);
        try (WireClient session = bridge.session(keys, peer)) {
            session.put(Accessories.find(session.accessories(), "Desk Lamp", ON), "ev", "true");
            for (Part part :
                    List.of(Part.SERVER, Part.TRANSPORT, Part.DISCOVERY, Part.EXPOSURE, Part.HOST_LOCAL, Part.STORE)) {
                runtime.bundle(part).stop();
            }
            assertTrue(session.isClosedWithin(SOON), "sessions are closed");
        }
        Eventually.until(SOON, "our threads to end", () -> OurThreads.threads().isEmpty());
        for (Part part : Part.values()) {
            if (runtime.bundle(part) != null && runtime.bundle(part).getState() != Bundle.ACTIVE) {
                ServiceReference<?>[] left = runtime.bundle(part).getRegisteredServices();
                assertTrue(left == null || left.length == 0, part + " left services");
            }
        }
    }

    private FelixRuntime start() throws Exception {
        FelixRuntime started = FelixRuntime.start(folder, libraries);
        started.showItems(HomeFile.SMALL);
        runtime = started;
        bridge = FrameworkBridge.start(started, "home");
        return started;
    }

    private JsonArray home(ControllerKeys.Peer peer) throws IOException {
        try (WireClient session = bridge.session(keys, peer)) {
            return session.accessories();
        }
    }

    private ItemState item(String name) {
        return runtime.service(ItemRegistry.class).item(name).orElseThrow().state();
    }

    private boolean isRefused(FrameworkBridge gone, ControllerKeys.Peer peer) {
        return runtime.service(BridgeRuntime.class).bridges().size() == 1;
    }
}
