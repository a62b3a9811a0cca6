// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
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
import io.latchkey.server.internal.pairing.SeedIdentities;
import io.latchkey.server.internal.work.CallLanes;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/** A bridge rests while somebody changes what is stored of it. */
class ReplaceTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final AccessoryIdentity OTHER =
            new SeedIdentities().of(DeviceId.foreign("5e:54:18:f0:b:1"), new byte[32]);
    private final InlineWorkers workers = new InlineWorkers();
    private final MemoryTransport transport = new MemoryTransport();
    private final FakeStore store = new FakeStore();
    private final CallLanes lanes = new CallLanes();
    private final BridgeIds ids = new BridgeIds();
    private final BridgesComponent bridges = new BridgesComponent(store, workers);
    private BridgeComponent component;

    @BeforeEach
    void start() {
        component = new BridgeComponent(
                fake(BundleContext.class, fake(Bundle.class, new Version(1, 2, 3))),
                Map.of("service.pid", "p1", "id", "home", "bindAddress", "127.0.0.1"),
                transport,
                new FakeAdvertiser(),
                store,
                workers,
                lanes,
                new InstalledExtensions(new InlineContributors(), workers),
                ids,
                new BridgeStops());
        component.addProvider(new FakeProvider("test", new LampAccessory("Lamp").accessory()));
        bridges.addBridge(component);
        awaitReady("home");
    }

    @AfterEach
    void stop() {
        component.deactivate();
        lanes.stop();
    }

    private static <T> T fake(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    private void awaitReady(String id) {
        ServerWait.until(id + " listens", () -> {
            workers.advance(Duration.ofSeconds(1));
            return bridges.bridges().stream().anyMatch(each -> each.id().equals(id) && each.state() == State.READY);
        });
    }

    private BridgeStatus home() {
        return bridges.bridges().get(0);
    }

    private CompletableFuture<Void> replace(String bridge, UnaryOperator<BridgeMemory> change) {
        return bridges.replace(bridge, change).toCompletableFuture();
    }

    @Test
    void theBridgeRestsWithoutSessionsAndStartsFromTheStore() {
        FakeSession session = transport.listener().orElseThrow().connect();
        replace("home", now -> {
                    assertFalse(session.isOpen());
                    assertTrue(transport.listener().isEmpty());
                    assertEquals(List.of(), bridges.accessories("home"));
                    return now.with(Domain.IDENTITY, OTHER);
                })
                .join();
        awaitReady("home");
        assertEquals("5e:54:18:f0:b:1", home().deviceId().orElseThrow().text());
        assertEquals(1, bridges.accessories("home").size());
        assertTrue(ids.owner("home").isPresent());
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
        store.broken(true);
        CompletableFuture<Void> failed = replace("home", now -> now.with(Domain.IDENTITY, OTHER));
        CompletionException told = assertThrows(CompletionException.class, failed::join);
        assertInstanceOf(StoreException.class, told.getCause());
        assertEquals(before, settled());
        store.broken(false);
        awaitReady("home");
        assertEquals(before, settled());
    }

    @Test
    void nothingElseChangesItMeanwhile() {
        replace("home", now -> {
                    CompletableFuture<Void> reset = bridges.reset("home").toCompletableFuture();
                    assertThrows(CompletionException.class, reset::join);
                    CompletableFuture<Void> purge = bridges.purge("home").toCompletableFuture();
                    assertThrows(CompletionException.class, purge::join);
                    component.addProvider(new FakeProvider("late", new LampAccessory("Late").accessory()));
                    return now;
                })
                .join();
        ServerWait.until("the late lamp is shown", () -> {
            workers.advance(Duration.ofSeconds(1));
            return bridges.accessories("home").size() == 2;
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
        workers.advance(Duration.ofSeconds(30));
        assertTrue(transport.listener().isEmpty());
        assertTrue(ids.owner("home").isEmpty());
    }

    @Test
    void furtherBridgesRestToo() {
        component.addProvider(new FakeProvider(
                "many",
                IntStream.range(0, 149)
                        .mapToObj(i -> new LampAccessory("Of many " + i).accessory())
                        .toArray(Accessory[]::new)));
        awaitReady("home-2");
        replace("home", now -> {
                    assertEquals(1, bridges.bridges().size());
                    return now;
                })
                .join();
        awaitReady("home-2");
        assertEquals(1, bridges.accessories("home-2").size());
        assertThrows(CompletionException.class, replace("home-2", now -> now)::join);
        assertThrows(CompletionException.class, replace("attic", now -> now)::join);
    }

    @Test
    void anIdentityIsMadeOfItsSeed() {
        byte[] seed = HEX.parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        byte[] key = HEX.parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        DeviceId id = DeviceId.foreign("5e:54:18:f0:b:1");
        assertArrayEquals(key, new SeedIdentities().of(id, seed).publicKey());
        assertThrows(IllegalArgumentException.class, () -> new SeedIdentities().of(id, new byte[31]));
    }

    /** What is stored but for the accessories, which are stored when their providers have told them. */
    private BridgeMemory settled() {
        return store.load("home").without(Domain.ACCESSORIES);
    }
}
