// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.ManualWorkers;
import io.latchkey.api.testing.QuickWorkers;
import io.latchkey.server.internal.work.CallLanes;
import io.latchkey.server.internal.work.ContributorsComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What one request writes to one item through a type without behaviour: the item is told all of it, in the order of the
 * request, or not at all.
 */
@Timeout(60)
class WriteOrderTest {
    private static final int ROUNDS = 300;

    /** Converts on and off slowly, as a type does whose classes are loaded at its first use. */
    private record Slow(Mapping mapping) implements Mapping {
        @Override
        public Optional<Value> toValue(ItemState state, MappingContext context) {
            return mapping.toValue(state, context);
        }

        @Override
        public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
            return mapping.toCommand(value, context);
        }
    }

    /** Doesn't return from the conversion of a state until the test lets it. */
    private record Hanging(CountDownLatch hangs, CountDownLatch end) implements Mapping {
        @Override
        public Optional<Value> toValue(ItemState state, MappingContext context) {
            if (state instanceof ItemState.Percent percent && percent.number().intValue() == 66) {
                hangs.countDown();
                await(end);
            }
            return Mappings.percent().toValue(state, context);
        }

        @Override
        public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
            if (value.equals(Value.of(13))) {
                throw new StackOverflowError("wanted");
            }
            return Mappings.percent().toCommand(value, context);
        }
    }

    private record Lamp(Mapping on, Mapping brightness, List<Role> roles) implements AccessoryType {
        static Lamp of(Mapping on, Mapping brightness) {
            return new Lamp(
                    on,
                    brightness,
                    List.of(
                            Role.required("OnState", CharacteristicTypes.ON)
                                    .items(ItemType.DIMMER)
                                    .by(on),
                            Role.required("Brightness", CharacteristicTypes.BRIGHTNESS)
                                    .items(ItemType.DIMMER)
                                    .by(brightness)));
        }

        @Override
        public String name() {
            return "Lamp";
        }

        @Override
        public ServiceType service() {
            return ServiceTypes.LIGHTBULB;
        }
    }

    /** A host that writes down what it is told, and by which thread. */
    private static final class Registry implements ItemRegistry {
        private final List<String> commands = new ArrayList<>();
        private final Item lamp = ExposureFixture.item("Lamp", "Dimmer", "0", "Lamp");
        private volatile ItemListener listener;

        @Override
        public Collection<Item> items() {
            return List.of(lamp);
        }

        @Override
        public Optional<Item> item(String name) {
            return Optional.of(lamp);
        }

        @Override
        public AutoCloseable listen(ItemListener heard) {
            listener = heard;
            return () -> {};
        }

        @Override
        public synchronized CompletionStage<Void> send(String item, ItemCommand command, String source) {
            commands.add(command.text());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        synchronized List<String> taken() {
            List<String> all = List.copyOf(commands);
            commands.clear();
            return all;
        }
    }

    private final Registry registry = new Registry();
    private final CompletableFuture<Accessory> shown = new CompletableFuture<>();

    @Test
    void theLaterOfTwoReachesTheItemLast() throws Exception {
        QuickWorkers workers = new QuickWorkers();
        CallLanes lanes = new CallLanes();
        try {
            show(
                    workers,
                    new ContributorsComponent(workers, lanes),
                    Lamp.of(new Slow(Mappings.bool()), Mappings.percent()));
            Accessory lamp = shown.get(20, TimeUnit.SECONDS);
            for (int round = 0; round < ROUNDS; round++) {
                int level = 1 + round % 99;
                Map<CharacteristicType, Value> request = new LinkedHashMap<>();
                request.put(CharacteristicTypes.ON, Value.TRUE);
                request.put(CharacteristicTypes.BRIGHTNESS, Value.of(level));
                for (CompletionStage<Value> answer : write(lamp, request)) {
                    answer.toCompletableFuture().get(20, TimeUnit.SECONDS);
                }
                assertEquals(List.of("ON", String.valueOf(level)), registry.taken(), "round " + round);
            }
        } finally {
            lanes.stop();
            workers.close();
        }
    }

    @Test
    void whatHadToWaitTooLongIsNotSentAndWhatFailsTakesNothingAlong() throws Exception {
        ManualWorkers workers = new ManualWorkers();
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        show(workers, new InlineContributors(), Lamp.of(Mappings.bool(), new Hanging(hangs, end)));
        workers.pass(ExposureFixture.SOON);
        Accessory lamp = shown.get(20, TimeUnit.SECONDS);
        Thread host = new Thread(() -> registry.listener.updated("Lamp", ItemState.Percent.of(66)));
        host.start();
        assertTrue(hangs.await(20, TimeUnit.SECONDS));
        CompletableFuture<Value> late = brightness(lamp, 30);
        workers.pass(Duration.ofSeconds(4));
        CompletableFuture<Value> before = brightness(lamp, 40);
        CompletableFuture<Value> failing = brightness(lamp, 13);
        CompletableFuture<Value> after = brightness(lamp, 50);
        workers.pass(Duration.ofSeconds(2));
        assertEquals(List.of(), registry.taken());
        end.countDown();
        host.join(20_000);
        assertEquals(List.of("40", "50"), registry.taken());
        assertEquals(HapStatus.TIMED_OUT, refused(late));
        assertEquals(HapStatus.TIMED_OUT, refused(failing));
        assertEquals(Value.NULL, before.get(5, TimeUnit.SECONDS));
        assertEquals(Value.NULL, after.get(5, TimeUnit.SECONDS));
    }

    private void show(Workers workers, Contributors contributors, AccessoryType type) {
        Exposure exposure = new Exposure(workers, contributors, new OneBridgeStore());
        exposure.addType(type, Map.of());
        exposure.addRegistry(registry, Map.of(ItemRegistry.PROPERTY_HOST, "local"));
        RecordingSink sink = new RecordingSink() {
            @Override
            public void put(Accessory accessory) {
                super.put(accessory);
                shown.complete(accessory);
            }
        };
        exposure.open(new BridgeView("home", "Home", "", ""), sink);
    }

    private static CompletableFuture<Value> brightness(Accessory lamp, int level) {
        return write(lamp, Map.of(CharacteristicTypes.BRIGHTNESS, Value.of(level)))
                .get(0)
                .toCompletableFuture();
    }

    private static List<CompletionStage<Value>> write(Accessory lamp, Map<CharacteristicType, Value> request) {
        List<Runnable> gathered = new ArrayList<>();
        List<CompletionStage<Value>> answers = new ArrayList<>();
        request.forEach((type, value) -> answers.add(lamp.services()
                .get(0)
                .find(type)
                .orElseThrow()
                .writer()
                .orElseThrow()
                .apply(new Write(value, new ControllerId("phone"), Optional.empty(), false, gathered::add))));
        gathered.forEach(Runnable::run);
        return answers;
    }

    private static HapStatus refused(CompletableFuture<Value> answer) {
        ExecutionException failure = assertThrows(ExecutionException.class, () -> answer.get(5, TimeUnit.SECONDS));
        return assertInstanceOf(HapStatusException.class, failure.getCause()).status();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
