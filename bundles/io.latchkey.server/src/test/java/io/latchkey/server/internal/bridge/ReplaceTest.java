// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.pairing.SeedIdentities;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bridge rests while somebody changes what is stored of it. */
class ReplaceTest {
    private static final AccessoryIdentity OTHER =
            new SeedIdentities().of(DeviceId.foreign("5e:54:18:f0:b:1"), new byte[32]);
    private final BridgeComponentRig rig = new BridgeComponentRig();
    private BridgeComponent component;

    @BeforeEach
    void start() {
        component = rig.component("p1", Map.of("id", "home"));
        awaitReady("home");
        ServerWait.until("the lamp has its ids, which may come after the time for which an empty bridge waits", () -> {
            Optional<Allocation> ids = rig.store.load("home").get(Domain.ALLOCATION);
            return ids.filter(all -> all.accessories().size() == 2).isPresent();
        });
    }

    @AfterEach
    void stop() {
        component.deactivate();
        rig.lanes.stop();
    }

    private void awaitReady(String id) {
        ServerWait.until(id + " listens", () -> {
            rig.workers.pass(Duration.ofSeconds(1));
            return rig.bridges.bridges().stream().anyMatch(each -> each.id().equals(id) && each.state() == State.READY);
        });
    }

    private BridgeStatus home() {
        return rig.bridges.bridges().get(0);
    }

    private CompletableFuture<Void> replace(String bridge, UnaryOperator<BridgeMemory> change) {
        return rig.bridges.replace(bridge, change).toCompletableFuture();
    }

    @Test
    void theBridgeRestsWithoutSessionsAndStartsFromTheStore() {
        FakeSession session = rig.transport.listener().orElseThrow().connect();
        replace("home", now -> {
                    assertFalse(session.isOpen());
                    assertTrue(rig.transport.listener().isEmpty());
                    assertEquals(List.of(), rig.bridges.accessories("home"));
                    return now.with(Domain.IDENTITY, OTHER);
                })
                .join();
        awaitReady("home");
        assertEquals("5e:54:18:f0:b:1", home().deviceId().orElseThrow().text());
        assertEquals(1, rig.bridges.accessories("home").size());
        assertTrue(rig.ids.owner("home").isPresent());
    }

    @Test
    void itStartsAgainAsItWasWhenTheChangeFails() {
        var before = home().deviceId();
        CompletableFuture<Void> failed = replace("home", now -> {
            throw new IllegalStateException("not that");
        });
        CompletionException told = assertThrows(CompletionException.class, failed::join);
        assertInstanceOf(IllegalStateException.class, told.getCause());
        awaitReady("home");
        assertEquals(before, home().deviceId());
    }

    @Test
    void itStartsAgainAsItWasWhenTheDiskIsFull() {
        BridgeMemory before = settled();
        rig.store.broken(true);
        CompletableFuture<Void> failed = replace("home", now -> now.with(Domain.IDENTITY, OTHER));
        CompletionException told = assertThrows(CompletionException.class, failed::join);
        assertInstanceOf(StoreException.class, told.getCause());
        assertEquals(before, settled());
        rig.store.broken(false);
        awaitReady("home");
        assertEquals(before, settled());
    }

    @Test
    void nothingElseChangesItMeanwhile() {
        replace("home", now -> {
                    CompletableFuture<Void> reset = rig.bridges.reset("home").toCompletableFuture();
                    assertThrows(CompletionException.class, reset::join);
                    CompletableFuture<Void> purge = rig.bridges.purge("home").toCompletableFuture();
                    assertThrows(CompletionException.class, purge::join);
                    component.addProvider(new FakeProvider("late", new LampAccessory("Late").accessory()));
                    return now;
                })
                .join();
        ServerWait.until("the late lamp is shown", () -> {
            rig.workers.pass(Duration.ofSeconds(1));
            return rig.bridges.accessories("home").size() == 2;
        });
    }

    @Test
    void aConfigurationThatComesMeanwhileCountsAfterwards() {
        replace("home", now -> {
                    component.modified(
                            Map.of("service.pid", "p1", "id", "home", "bindAddress", "127.0.0.1", "name", "Cottage"));
                    return now;
                })
                .join();
        awaitReady("home");
        assertEquals("Cottage", home().name());
    }

    @Test
    void aBridgeThatIsStoppedMeanwhileStaysStopped() {
        replace("home", now -> {
                    component.deactivate();
                    return now;
                })
                .join();
        rig.workers.pass(Duration.ofSeconds(30));
        assertTrue(rig.transport.listener().isEmpty());
        assertTrue(rig.ids.owner("home").isEmpty());
    }

    @Test
    void furtherBridgesRestToo() {
        component.addProvider(BridgeComponentRig.many());
        awaitReady("home-2");
        replace("home", now -> {
                    assertEquals(1, rig.bridges.bridges().size());
                    return now;
                })
                .join();
        awaitReady("home-2");
        assertEquals(1, rig.bridges.accessories("home-2").size());
        assertThrows(CompletionException.class, replace("home-2", now -> now)::join);
        assertThrows(CompletionException.class, replace("attic", now -> now)::join);
    }

    @Test
    void severalRestAtOnce() {
        BridgeComponent garden = rig.component("p2", Map.of("id", "garden"));
        awaitReady("garden");
        rig.bridges
                .whileAtRest(List.of("home", "garden"), () -> {
                    assertEquals(List.of(), listening());
                    rig.store.change("home", now -> now.with(Domain.IDENTITY, OTHER));
                    rig.store.change("shed", now -> now.with(Domain.IDENTITY, OTHER));
                })
                .toCompletableFuture()
                .join();
        awaitReady("home");
        awaitReady("garden");
        assertEquals(OTHER, rig.store.load("home").get(Domain.IDENTITY).orElseThrow());
        garden.deactivate();
    }

    @Test
    void allStartAgainWhenOneCantRestOrTheWorkFails() {
        for (List<String> ids : List.of(List.of("home", "attic"), List.of("home"))) {
            CompletableFuture<Void> failed = rig.bridges
                    .whileAtRest(ids, () -> {
                        throw new IllegalStateException("not that");
                    })
                    .toCompletableFuture();
            assertThrows(CompletionException.class, failed::join);
            awaitReady("home");
        }
        component.addProvider(BridgeComponentRig.many());
        awaitReady("home-2");
        CompletableFuture<Void> further =
                rig.bridges.whileAtRest(List.of("home", "home-2"), () -> {}).toCompletableFuture();
        assertThrows(CompletionException.class, further::join);
        awaitReady("home");
        awaitReady("home-2");
    }

    private List<String> listening() {
        return rig.bridges.bridges().stream()
                .filter(each -> each.state() == State.READY)
                .map(BridgeStatus::id)
                .toList();
    }

    /** What is stored but for the accessories and their states, which are stored when their providers have told them. */
    private BridgeMemory settled() {
        return rig.store.load("home").without(Domain.ACCESSORIES).without(Domain.STATES);
    }
}
