// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.loop;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.transport.Session;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.AccessoryKey;
import io.latchkey.server.internal.database.DatabaseListener;
import io.latchkey.server.internal.database.FurtherBridgeStarter;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.ReturnedCharacteristic;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.database.StandaloneStarter;
import io.latchkey.server.internal.pairing.TrustListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Everything that the inside of a bridge needs and that does not count: a store in memory, one thread, nobody else. */
final class OfflineParts
        implements BridgeStore, Workers, FurtherBridgeStarter, StandaloneStarter, DatabaseListener, TrustListener {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "bench-work");
        daemon.setDaemon(true);
        return daemon;
    });
    private volatile BridgeMemory memory = BridgeMemory.EMPTY;
    private volatile BiConsumer<PublishedCharacteristic, Value> whenChanged = (characteristic, value) -> {};

    void whenChanged(BiConsumer<PublishedCharacteristic, Value> action) {
        whenChanged = action;
    }

    @Override
    public Path location() {
        return Path.of("memory");
    }

    @Override
    public Set<String> bridges() {
        return Set.of();
    }

    @Override
    public BridgeMemory load(String bridge) {
        return memory;
    }

    @Override
    public synchronized BridgeMemory change(String bridge, UnaryOperator<BridgeMemory> change) {
        memory = change.apply(memory);
        return memory;
    }

    @Override
    public void purge(String bridge) {
        memory = BridgeMemory.EMPTY;
    }

    @Override
    public Path backup(String bridge) {
        return location();
    }

    @Override
    public Optional<AccessoryCategory> category(Accessory accessory) {
        return Optional.empty();
    }

    @Override
    public CompletionStage<Optional<AccessoryDatabase>> start(AccessoryKey accessory, Optional<Accessory> definition) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public boolean isPaired(AccessoryKey accessory) {
        return false;
    }

    @Override
    public boolean isHomePaired() {
        return true;
    }

    @Override
    public CompletionStage<Void> replace(AccessoryKey accessory, UnaryOperator<BridgeMemory> changed) {
        throw new UnsupportedOperationException("nothing stands alone here");
    }

    @Override
    public boolean rest(AccessoryKey accessory) {
        return true;
    }

    @Override
    public Executor crypto() {
        return home();
    }

    @Override
    public Executor mdns() {
        return home();
    }

    @Override
    public Executor home() {
        return thread;
    }

    @Override
    public Executor disk() {
        return thread;
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        return thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public CompletionStage<Optional<AccessoryDatabase>> start(int index) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public boolean rest(int index) {
        return false;
    }

    @Override
    public void published(Snapshot snapshot) {
        // whoever waits for it looks
    }

    @Override
    public void changed(PublishedCharacteristic characteristic, Value value) {
        whenChanged.accept(characteristic, value);
    }

    @Override
    public void repeated(PublishedCharacteristic characteristic, Value value) {
        // nobody writes
    }

    @Override
    public void returned(List<ReturnedCharacteristic> characteristics) {
        // all lamps are there from the start on
    }

    @Override
    public UnaryOperator<BridgeMemory> noted() {
        return UnaryOperator.identity();
    }

    @Override
    public void waits(Optional<String> why) {
        // it waits for nobody
    }

    @Override
    public void problem(Optional<String> problem) {
        // there is no disk
    }

    @Override
    public void announce() {
        // there is no network
    }

    @Override
    public void removed(ControllerId controller, Optional<Session> initiator) {
        // nobody is removed
    }
}
