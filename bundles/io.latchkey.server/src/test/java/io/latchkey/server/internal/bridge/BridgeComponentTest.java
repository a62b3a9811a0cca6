// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static io.latchkey.server.internal.bridge.BridgeComponentRig.properties;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.bridge.RefusedSetting;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.ServerWait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Configurations that come, change and go, as the framework hands them over. */
class BridgeComponentTest {
    private final BridgeComponentRig rig = new BridgeComponentRig();

    @AfterEach
    void stop() {
        rig.lanes.stop();
    }

    @Test
    void aConfigurationMakesABridge() {
        BridgeComponent component = rig.component("p1", Map.of("id", "home", "name", "Home"));
        ServerWait.until("it listens", () -> rig.status("home").state() == State.READY);
        assertEquals("Home", rig.status("home").name());
        assertEquals(1, rig.bridges.accessories("home").size());
        assertEquals(List.of(), rig.bridges.accessories("attic"));
        assertEquals(List.of(), rig.bridges.pairings("home"));
        component.deactivate();
        assertTrue(rig.transport.listener().isEmpty());
    }

    @Test
    void aWrongChangeLeavesTheBridgeAsItWas() {
        BridgeComponent component = rig.component("p1", Map.of("id", "home"));
        ServerWait.until("it listens", () -> rig.status("home").state() == State.READY);
        FakeSession session = rig.transport.listener().orElseThrow().connect();
        component.modified(properties("p1", Map.of("id", "home", "name", "New", "port", "99999")));
        assertTrue(session.isOpen());
        assertEquals("Latchkey", rig.status("home").name());
        assertTrue(rig.status("home").problem().orElseThrow().contains("port takes"));
        assertEquals("p1", rig.status("home").configurationPid());
        assertEquals(
                Optional.of(new RefusedSetting("port", "takes a whole number from 0 to 65535", Optional.of(""))),
                rig.status("home").refused());
        component.modified(properties("p1", Map.of("id", "home", "name", "New")));
        assertTrue(session.isOpen());
        assertEquals("New", rig.status("home").name());
        assertTrue(rig.status("home").problem().isEmpty());
        assertEquals(1, rig.bridges.sessions("home").size());
        component.deactivate();
    }

    @Test
    void keysThatOnlyAHostReadsChangeNothing() {
        BridgeComponent component = rig.component("p1", Map.of("id", "home"));
        ServerWait.until("it listens", () -> rig.status("home").state() == State.READY);
        BridgeStatus before = rig.status("home");
        FakeSession session = rig.transport.listener().orElseThrow().connect();
        component.modified(properties(
                "p1", Map.of("id", "home", "qrCode", "X-HM://00249MY8N6422", "reset", false, "newSetupCode", true)));
        assertTrue(session.isOpen());
        assertEquals(1, rig.bridges.sessions("home").size());
        assertEquals(before.address(), rig.status("home").address());
        assertEquals(before.configuration(), rig.status("home").configuration());
        assertEquals(before.setupCode(), rig.status("home").setupCode());
        component.deactivate();
    }

    @Test
    void aConfigurationThatWasNeverRightIsShownAsFailed() {
        BridgeComponent component = rig.component("p1", Map.of("id", "home", "setupCode", "000-00-000"));
        assertEquals(State.FAILED, rig.status("home").state());
        assertFalse(rig.status("home").problem().orElseThrow().contains("000-00-000"));
        assertEquals("setupCode", rig.status("home").refused().orElseThrow().key());
        assertEquals(
                Optional.empty(), rig.status("home").refused().orElseThrow().inForce());
        var reset = rig.bridges.reset("home").toCompletableFuture();
        assertThrows(CompletionException.class, reset::join);
        component.modified(properties("p1", Map.of("id", "home")));
        ServerWait.until("it listens", () -> rig.status("home").state() == State.READY);
        component.deactivate();
    }

    @Test
    void twoConfigurationsMayNotRunOneBridge() {
        BridgeComponent first = rig.component("p1", Map.of("id", "home"));
        ServerWait.until("it listens", () -> rig.status("home").state() == State.READY);
        BridgeComponent second = rig.component("p2", Map.of("id", "home"));
        assertTrue(second.status().problem().orElseThrow().contains("another bridge"));
        assertEquals("id", second.status().refused().orElseThrow().key());
        assertEquals("p2", second.status().configurationPid());
        second.modified(properties("p2", Map.of("id", "attic")));
        ServerWait.until("the second listens", () -> rig.status("attic").state() == State.READY);
        first.deactivate();
        second.deactivate();
    }

    @Test
    void anotherIdIsAnotherBridge() {
        BridgeComponent component = rig.component("p1", Map.of("id", "home"));
        ServerWait.until("it listens", () -> rig.status("home").state() == State.READY);
        var before = rig.status("home").deviceId();
        component.modified(properties("p1", Map.of("id", "attic")));
        ServerWait.until("the other listens", () -> rig.status("attic").state() == State.READY);
        assertFalse(before.equals(rig.status("attic").deviceId()));
        assertTrue(rig.ids.owner("home").isEmpty());
        component.deactivate();
    }

    @Test
    void whatAProviderHasToSayIsShownUntilItLeaves() {
        BridgeComponent component = rig.component("p1", Map.of("id", "home"));
        ServerWait.until("it listens", () -> rig.status("home").state() == State.READY);
        rig.provider.sink().notices(List.of("selection: \"bogus:\" says nothing"));
        assertEquals(
                Optional.of("selection: \"bogus:\" says nothing"),
                rig.status("home").problem());
        assertEquals(Optional.empty(), rig.status("home").refused());
        component.removeProvider(rig.provider);
        assertEquals(Optional.empty(), rig.status("home").problem());
        component.deactivate();
    }

    @Test
    void onlyABridgeWithoutConfigurationIsPurged() {
        BridgeComponent component = rig.component("p1", Map.of("id", "home"));
        ServerWait.until("it listens", () -> rig.status("home").state() == State.READY);
        assertThrows(CompletionException.class, rig.bridges.purge("home").toCompletableFuture()::join);
        assertEquals(
                "home.zip",
                rig.bridges
                        .backup("home")
                        .toCompletableFuture()
                        .join()
                        .getFileName()
                        .toString());
        component.deactivate();
        rig.bridges.removeBridge(component);
        rig.bridges.purge("home").toCompletableFuture().join();
        assertFalse(rig.store.bridges().contains("home"));
        assertThrows(CompletionException.class, rig.bridges.purge("home").toCompletableFuture()::join);
        assertThrows(CompletionException.class, rig.bridges.reset("home").toCompletableFuture()::join);
    }

    @Test
    void aProviderThatLeavesIsMissed() {
        BridgeComponent component = rig.component("p1", Map.of("id", "home"));
        ServerWait.until("it listens", () -> rig.status("home").state() == State.READY);
        ServerWait.until("what the provider began has ended", rig.workers::isIdle);
        component.removeProvider(rig.provider);
        rig.workers.pass(Duration.ofSeconds(1));
        assertFalse(rig.bridges.accessories("home").get(0).present());
        component.deactivate();
    }

    @Test
    void tenBridgesStopWithinFiveSecondsThoughTheirRecordsHang() {
        List<BridgeComponent> ten = IntStream.range(0, 10)
                .mapToObj(i -> rig.component("p" + i, Map.of("id", "home" + i)))
                .toList();
        ServerWait.until(
                "all listen", () -> rig.bridges.bridges().stream().allMatch(each -> each.state() == State.READY));
        List<FakeSession> sessions = IntStream.range(0, 10)
                .mapToObj(i -> rig.transport.listener("home" + i).orElseThrow().connect())
                .toList();
        rig.advertiser.hang();
        long begun = System.nanoTime();
        ten.forEach(BridgeComponent::deactivate);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, "took " + took);
        assertEquals(10, rig.advertiser.withdrawn());
        assertTrue(sessions.stream().noneMatch(FakeSession::isOpen));
        assertTrue(
                IntStream.range(0, 10).allMatch(i -> rig.ids.owner("home" + i).isEmpty()));
    }
}
