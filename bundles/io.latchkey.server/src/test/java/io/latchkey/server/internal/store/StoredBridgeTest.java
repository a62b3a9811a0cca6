// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.store.Transitions;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.work.WorkersComponent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run of a bridge sees what is durable, and changes nothing once it is over. */
@Timeout(30)
class StoredBridgeTest {
    private final FakeStore store = new FakeStore();
    private final WorkersComponent workers = new WorkersComponent();
    private final StoredBridge stored = new StoredBridge("home", store, workers);

    @AfterEach
    void stop() {
        workers.stop();
    }

    private static BridgeMemory paired(BridgeMemory now) {
        return now.with(Domain.PAIRINGS, Pairings.NONE);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aChangeIsSeenOnceItIsDurableAndNotWhenItFailed() throws Exception {
        assertEquals(BridgeMemory.EMPTY, stored.memory());
        get(stored.change(StoredBridgeTest::paired));
        assertEquals(store.load("home"), stored.memory());
        store.broken(true);
        ExecutionException failed = assertThrows(
                ExecutionException.class,
                () -> get(stored.change(now -> now.with(Domain.TRANSITIONS, new Transitions(List.of())))));
        assertInstanceOf(StoreException.class, failed.getCause());
        assertEquals(store.load("home"), stored.memory());
        assertFalse(stored.memory().domains().contains(Domain.TRANSITIONS));
    }

    @Test
    void twoThatChangeDifferentDomainsDoNotOverwriteEachOther() throws Exception {
        StoredBridge other = new StoredBridge("home", store, workers);
        var one = stored.change(StoredBridgeTest::paired);
        var two = other.change(now -> now.with(Domain.TRANSITIONS, new Transitions(List.of())));
        get(one);
        get(two);
        assertEquals(2, store.load("home").domains().size());
    }

    @Test
    void afterItsCloseNothingLands() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch disk = new CountDownLatch(1);
        store.beforeChange(() -> {
            entered.countDown();
            try {
                disk.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        CompletableFuture<BridgeMemory> underWay =
                stored.change(StoredBridgeTest::paired).toCompletableFuture();
        entered.await(10, TimeUnit.SECONDS);
        CompletableFuture<BridgeMemory> waiting =
                stored.change(StoredBridgeTest::paired).toCompletableFuture();
        stored.close();
        StoredBridge next = new StoredBridge("home", store, workers);
        CompletableFuture<BridgeMemory> read = next.load().toCompletableFuture();
        disk.countDown();
        for (CompletableFuture<BridgeMemory> refused : List.of(underWay, waiting)) {
            ExecutionException failed = assertThrows(ExecutionException.class, () -> get(refused));
            assertInstanceOf(StoreException.class, failed.getCause());
        }
        assertEquals(BridgeMemory.EMPTY, get(read));
        assertThrows(ExecutionException.class, () -> get(stored.change(StoredBridgeTest::paired)));
        assertEquals(BridgeMemory.EMPTY, store.load("home"));
    }
}
