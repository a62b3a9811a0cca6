// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.server.internal.extension.InstalledExtensions;
import io.latchkey.server.internal.fake.FakeAdvertiser;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.InlineWorkers;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.work.CallLanes;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/** Configurations that come, change and go, as the framework hands them over. */
class BridgeComponentTest {
    private final InlineWorkers workers = new InlineWorkers();
    private final MemoryTransport transport = new MemoryTransport();
    private final FakeAdvertiser advertiser = new FakeAdvertiser();
    private final FakeStore store = new FakeStore();
    private final CallLanes lanes = new CallLanes();
    private final BridgeIds ids = new BridgeIds();
    private final BridgeStops stops = new BridgeStops();
    private final BridgesComponent bridges = new BridgesComponent(store, workers);
    private final FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());

    @AfterEach
    void stop() {
        lanes.stop();
    }

    private static Map<String, Object> properties(String pid, Map<String, Object> values) {
        Map<String, Object> properties = new HashMap<>(Map.of("service.pid", pid, "bindAddress", "127.0.0.1"));
        properties.putAll(values);
        return properties;
    }

    private BridgeComponent component(String pid, Map<String, Object> values) {
        BridgeComponent component = new BridgeComponent(
                context(),
                properties(pid, values),
                transport,
                advertiser,
                store,
                workers,
                lanes,
                new InstalledExtensions(new InlineContributors(), workers),
                ids,
                stops);
        component.addProvider(provider);
        bridges.addBridge(component);
        return component;
    }

    private static BundleContext context() {
        Bundle bundle = fake(Bundle.class, new Version(1, 2, 3));
        return fake(BundleContext.class, bundle);
    }

    private static <T> T fake(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    private BridgeStatus status(String id) {
        return bridges.bridges().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aConfigurationMakesABridge() {
        BridgeComponent component = component("p1", Map.of("id", "home", "name", "Home"));
        ServerWait.until("it listens", () -> status("home").state() == State.READY);
        assertEquals("Home", status("home").name());
        assertEquals(1, bridges.accessories("home").size());
        assertEquals(List.of(), bridges.accessories("attic"));
        assertEquals(List.of(), bridges.pairings("home"));
        component.deactivate();
        assertTrue(transport.listener().isEmpty());
    }

    @Test
    void aWrongChangeLeavesTheBridgeAsItWas() {
        BridgeComponent component = component("p1", Map.of("id", "home"));
        ServerWait.until("it listens", () -> status("home").state() == State.READY);
        FakeSession session = transport.listener().orElseThrow().connect();
        component.modified(properties("p1", Map.of("id", "home", "name", "New", "port", "99999")));
        assertTrue(session.isOpen());
        assertEquals("Latchkey", status("home").name());
        assertTrue(status("home").problem().orElseThrow().contains("port takes"));
        component.modified(properties("p1", Map.of("id", "home", "name", "New")));
        assertTrue(session.isOpen());
        assertEquals("New", status("home").name());
        assertTrue(status("home").problem().isEmpty());
        assertEquals(1, bridges.sessions("home").size());
        component.deactivate();
    }

    @Test
    void keysThatOnlyAHostReadsChangeNothing() {
        BridgeComponent component = component("p1", Map.of("id", "home"));
        ServerWait.until("it listens", () -> status("home").state() == State.READY);
        BridgeStatus before = status("home");
        FakeSession session = transport.listener().orElseThrow().connect();
        component.modified(properties(
                "p1", Map.of("id", "home", "qrCode", "X-HM://00249MY8N6422", "reset", false, "newSetupCode", true)));
        assertTrue(session.isOpen());
        assertEquals(1, bridges.sessions("home").size());
        assertEquals(before.address(), status("home").address());
        assertEquals(before.configuration(), status("home").configuration());
        assertEquals(before.setupCode(), status("home").setupCode());
        component.deactivate();
    }

    @Test
    void aConfigurationThatWasNeverRightIsShownAsFailed() {
        BridgeComponent component = component("p1", Map.of("id", "home", "setupCode", "000-00-000"));
        assertEquals(State.FAILED, status("home").state());
        assertFalse(status("home").problem().orElseThrow().contains("000-00-000"));
        var reset = bridges.reset("home").toCompletableFuture();
        assertThrows(CompletionException.class, reset::join);
        component.modified(properties("p1", Map.of("id", "home")));
        ServerWait.until("it listens", () -> status("home").state() == State.READY);
        component.deactivate();
    }

    @Test
    void twoConfigurationsMayNotRunOneBridge() {
        BridgeComponent first = component("p1", Map.of("id", "home"));
        ServerWait.until("it listens", () -> status("home").state() == State.READY);
        BridgeComponent second = component("p2", Map.of("id", "home"));
        assertTrue(second.status().problem().orElseThrow().contains("another bridge"));
        second.modified(properties("p2", Map.of("id", "attic")));
        ServerWait.until("the second listens", () -> status("attic").state() == State.READY);
        first.deactivate();
        second.deactivate();
    }

    @Test
    void anotherIdIsAnotherBridge() {
        BridgeComponent component = component("p1", Map.of("id", "home"));
        ServerWait.until("it listens", () -> status("home").state() == State.READY);
        var before = status("home").deviceId();
        component.modified(properties("p1", Map.of("id", "attic")));
        ServerWait.until("the other listens", () -> status("attic").state() == State.READY);
        assertFalse(before.equals(status("attic").deviceId()));
        assertTrue(ids.owner("home").isEmpty());
        component.deactivate();
    }

    @Test
    void onlyABridgeWithoutConfigurationIsPurged() {
        BridgeComponent component = component("p1", Map.of("id", "home"));
        ServerWait.until("it listens", () -> status("home").state() == State.READY);
        assertThrows(CompletionException.class, bridges.purge("home").toCompletableFuture()::join);
        assertEquals(
                "home.zip",
                bridges.backup("home")
                        .toCompletableFuture()
                        .join()
                        .getFileName()
                        .toString());
        component.deactivate();
        bridges.removeBridge(component);
        bridges.purge("home").toCompletableFuture().join();
        assertFalse(store.bridges().contains("home"));
        assertThrows(CompletionException.class, bridges.purge("home").toCompletableFuture()::join);
        assertThrows(CompletionException.class, bridges.reset("home").toCompletableFuture()::join);
    }

    @Test
    void aProviderThatLeavesIsMissed() {
        BridgeComponent component = component("p1", Map.of("id", "home"));
        ServerWait.until("it listens", () -> status("home").state() == State.READY);
        ServerWait.until("what the provider began has ended", workers::isIdle);
        component.removeProvider(provider);
        workers.advance(Duration.ofSeconds(1));
        assertFalse(bridges.accessories("home").get(0).present());
        component.deactivate();
    }

    @Test
    void aFurtherBridgeIsShownAndResetAsOneOfItsOwn() {
        BridgeComponent component = component("p1", Map.of("id", "home"));
        component.addProvider(new FakeProvider("many", many(149)));
        ServerWait.until("both listen", () -> {
            workers.advance(Duration.ofSeconds(1));
            return bridges.bridges().stream()
                            .filter(each -> each.state() == State.READY)
                            .count()
                    == 2;
        });
        assertEquals(
                List.of("home", "home-2"),
                bridges.bridges().stream().map(BridgeStatus::id).toList());
        assertEquals(1, bridges.accessories("home-2").size());
        assertTrue(ids.owner("home-2").isPresent());
        var before = status("home").deviceId();
        var other = status("home-2").deviceId();
        bridges.reset("home-2").toCompletableFuture().join();
        assertEquals(before, status("home").deviceId());
        assertFalse(other.equals(status("home-2").deviceId()));
        assertThrows(CompletionException.class, bridges.purge("home-2").toCompletableFuture()::join);
        component.deactivate();
        assertTrue(ids.owner("home-2").isEmpty());
        assertEquals(List.of(), component.further());
        bridges.purge("home-2").toCompletableFuture().join();
        assertFalse(store.bridges().contains("home-2"));
    }

    @Test
    void aConfigurationThatAsksForTheIdOfAFurtherBridgeHidesItFromNobody() {
        BridgeComponent home = component("p1", Map.of("id", "home"));
        home.addProvider(new FakeProvider("many", many(149)));
        ServerWait.until("both listen", () -> {
            workers.advance(Duration.ofSeconds(1));
            return bridges.accessories("home-2").size() == 1;
        });
        BridgeComponent refused = component("p2", Map.of("id", "home-2"));
        assertTrue(refused.status().problem().orElseThrow().contains("further one of home"));
        assertEquals(State.FAILED, refused.status().state());
        assertEquals(1, bridges.accessories("home-2").size());
        home.deactivate();
        refused.deactivate();
    }

    @Test
    void tenBridgesStopWithinFiveSecondsThoughTheirRecordsHang() {
        List<BridgeComponent> ten = IntStream.range(0, 10)
                .mapToObj(i -> component("p" + i, Map.of("id", "home" + i)))
                .toList();
        ServerWait.until("all listen", () -> bridges.bridges().stream().allMatch(each -> each.state() == State.READY));
        List<FakeSession> sessions = IntStream.range(0, 10)
                .mapToObj(i -> transport.listener("home" + i).orElseThrow().connect())
                .toList();
        advertiser.hang();
        long begun = System.nanoTime();
        ten.forEach(BridgeComponent::deactivate);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, "took " + took);
        assertEquals(10, advertiser.withdrawn());
        assertTrue(sessions.stream().noneMatch(FakeSession::isOpen));
        assertTrue(IntStream.range(0, 10).allMatch(i -> ids.owner("home" + i).isEmpty()));
    }

    private static Accessory[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new LampAccessory("Of many " + i).accessory())
                .toArray(Accessory[]::new);
    }
}
