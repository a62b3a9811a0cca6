// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.provider.RememberedAccessory;
import io.latchkey.api.testing.InlineContributors;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** States, definitions and writes at the same time, on real threads: nothing hangs and the last state wins. */
@Timeout(30)
class ConcurrencyTest {
    private static final int ROUNDS = 2_000;

    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(6);
    private final Exposure exposure = new Exposure(new RealWorkers(), new InlineContributors(), new OneBridgeStore());
    private final Map<Characteristic, Value> seen = new ConcurrentHashMap<>();
    private final CompletableFuture<Accessory> put = new CompletableFuture<>();
    private final CountDownLatch complete = new CountDownLatch(1);
    private final OneLampRegistry registry = new OneLampRegistry();

    private final class RealWorkers implements Workers {
        @Override
        public Executor disk() {
            return home();
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
            return threads;
        }

        @Override
        public Future<?> schedule(Duration delay, Runnable task) {
            return threads.schedule(task, delay.toMillis() / 100, TimeUnit.MILLISECONDS);
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    }

    private final class Sink implements AccessorySink {
        @Override
        public void notices(List<String> now) {
            // Nobody reads them here.
        }

        @Override
        public void put(Accessory accessory) {
            put.complete(accessory);
        }

        @Override
        public void absent(String key, Absence why) {
            throw new AssertionError(key);
        }

        @Override
        public void remove(String key) {
            throw new AssertionError(key);
        }

        @Override
        public Collection<RememberedAccessory> remembered() {
            return List.of();
        }

        @Override
        public void changed(Characteristic characteristic, Value value) {
            seen.put(characteristic, value);
        }

        @Override
        public void complete() {
            complete.countDown();
        }
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void theLastStateWins() throws Exception {
        exposure.addType(new Lighting(), Map.of());
        exposure.addRegistry(registry, Map.of(ItemRegistry.PROPERTY_HOST, "local"));
        AutoCloseable open = exposure.open(new BridgeView("home", "Home", "", ""), new Sink());
        complete.await();
        Characteristic brightness =
                put.get().services().get(0).find(CharacteristicTypes.BRIGHTNESS).orElseThrow();
        List<Future<?>> busy = List.of(
                threads.submit(() -> repeat(round -> registry.update(ItemState.Percent.of(round % 101)))),
                threads.submit(() -> repeat(round -> write(brightness, round % 101))),
                threads.submit(() -> repeat(round -> registry.replace())));
        for (Future<?> each : busy) {
            each.get();
        }
        await(() -> threads.getQueue().isEmpty() && threads.getActiveCount() == 0);
        registry.update(ItemState.Percent.of(33));
        assertEquals(Value.of(33), seen.get(brightness));
        assertEquals(
                Value.of(33),
                brightness.reader().orElseThrow().get().toCompletableFuture().get());

        open.close();
    }

    private static void write(Characteristic brightness, int value) {
        ArrayDeque<Runnable> gathered = new ArrayDeque<>();
        brightness
                .writer()
                .orElseThrow()
                .apply(new Write(Value.of(value), new ControllerId("phone"), Optional.empty(), false, gathered::add));
        gathered.forEach(Runnable::run);
    }

    private static void repeat(IntConsumer action) {
        for (int round = 0; round < ROUNDS; round++) {
            action.accept(round);
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
