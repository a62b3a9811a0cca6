// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.StoreException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link BridgeStore} promises, its lock included; the test of an implementation extends it. */
public abstract class BridgeStoreContract {
    private static final String HOME = "home";

    private BridgeStore store;

    /**
     * Opens the store of this test, always the same one.
     *
     * @throws StoreException when another instance has it
     */
    protected abstract BridgeStore open() throws Exception;

    /** Closes it, as its component does. */
    protected abstract void close(BridgeStore opened) throws Exception;

    @BeforeEach
    void begin() throws Exception {
        store = open();
    }

    @AfterEach
    void end() throws Exception {
        close(store);
    }

    private void reopen() throws Exception {
        close(store);
        store = open();
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertEquals(BridgeMemory.EMPTY, store.load(HOME));
        assertEquals(Set.of(), store.bridges());
    }

    @Test
    void aChangeOfSeveralDomainsIsThereAfterARestart() throws Exception {
        BridgeMemory changed = store.change(
                HOME,
                now -> now.with(Domain.CONFIGURATION, ContractMemories.configuration(3))
                        .with(Domain.IDENTITY, ContractMemories.identity("E1:91:1A:70:85:AA"))
                        .with(Domain.PAIRINGS, ContractMemories.pairings("A", "B")));
        store.change("Cottage / No. 2", now -> now.with(Domain.PAIRINGS, Pairings.NONE));
        assertEquals(changed, store.load(HOME));
        reopen();
        assertEquals(changed, store.load(HOME));
        assertEquals(Set.of(HOME, "Cottage / No. 2"), store.bridges());
        assertEquals(
                Pairings.NONE,
                store.load("Cottage / No. 2").get(Domain.PAIRINGS).orElseThrow());
    }

    @Test
    void aChangeGetsWhatTheLastOneLeft() throws Exception {
        for (int count = 1; count <= 12; count++) {
            assertEquals(count, ContractMemories.number(store.change(HOME, ContractMemories::counted)));
        }
        store.change(HOME, now -> now.with(Domain.PAIRINGS, ContractMemories.pairings("A")));
        reopen();
        assertEquals(12, ContractMemories.number(store.load(HOME)));
        BridgeMemory less = store.change(HOME, now -> now.without(Domain.PAIRINGS));
        reopen();
        assertEquals(less, store.load(HOME));
    }

    @Test
    void aChangeThatThrowsOrChangesNothingLeavesAllAsItWas() throws Exception {
        BridgeMemory before = store.change(HOME, ContractMemories::counted);
        assertThrows(
                IllegalStateException.class,
                () -> store.change(HOME, now -> {
                    throw new IllegalStateException("no");
                }));
        assertEquals(before, store.load(HOME));
        assertEquals(before, store.change(HOME, now -> now));
        assertEquals(BridgeMemory.EMPTY, store.change("attic", now -> now));
        assertEquals(Set.of(HOME), store.bridges());
        reopen();
        assertEquals(before, store.load(HOME));
    }

    @Test
    void changesFromManyThreadsAllCount() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<BridgeMemory>> changes = new ArrayList<>();
            for (int each = 0; each < 40; each++) {
                String bridge = "bridge" + each % 2;
                changes.add(threads.submit(() -> store.change(bridge, ContractMemories::counted)));
            }
            for (Future<BridgeMemory> change : changes) {
                change.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        reopen();
        assertEquals(20, ContractMemories.number(store.load("bridge0")));
        assertEquals(20, ContractMemories.number(store.load("bridge1")));
    }

    @Test
    void purgeForgetsOneBridgeAndKeepsItsBackups() throws Exception {
        store.change(HOME, ContractMemories::counted);
        store.change("cottage", ContractMemories::counted);
        var backup = store.backup(HOME);
        store.purge(HOME);
        store.purge("never there");
        assertEquals(Set.of("cottage"), store.bridges());
        assertEquals(BridgeMemory.EMPTY, store.load(HOME));
        reopen();
        assertEquals(BridgeMemory.EMPTY, store.load(HOME));
        assertTrue(Files.exists(backup));
        assertEquals(1, ContractMemories.number(store.change(HOME, ContractMemories::counted)));
    }

    @Test
    void aBackupIsOfABridgeThatThereIs() {
        store.change(HOME, ContractMemories::counted);
        assertTrue(store.backup(HOME).startsWith(store.location()));
        assertThrows(StoreException.class, () -> store.backup("unknown"));
    }

    @Test
    void aSecondInstanceIsKeptOutUntilTheFirstCloses() throws Exception {
        BridgeMemory before = store.change(HOME, ContractMemories::counted);
        String message = assertThrows(StoreException.class, this::open).getMessage();
        assertFalse(message.isBlank());
        assertEquals(before, store.load(HOME));
        close(store);
        BridgeStore next = open();
        try {
            BridgeStore former = store;
            assertThrows(StoreException.class, () -> former.change(HOME, ContractMemories::counted));
            assertThrows(StoreException.class, () -> former.load(HOME));
            assertThrows(StoreException.class, () -> former.purge(HOME));
            assertThrows(StoreException.class, () -> former.backup(HOME));
            assertThrows(StoreException.class, former::bridges);
            assertEquals(before, next.load(HOME));
        } finally {
            store = next;
        }
    }
}
