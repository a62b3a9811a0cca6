// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.testing.Misbehaviour;
import io.latchkey.api.testing.Misbehaviour.Fault;
import io.latchkey.server.internal.database.Timing;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.work.WorkersComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each method of a provider and each function that it puts into an accessory, with each fault: the lamp of another provider
 * answers as usual, the culprit is named, and each thread comes back.
 */
@Timeout(60)
class MisbehavingProviderTest {
    private static final Timing FAST = new Timing(
            Duration.ofMillis(1),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofMillis(20),
            Duration.ofMillis(50));
    private static final long USUAL_MILLIS = 1_000;

    private final WorkersComponent workers = new WorkersComponent();
    private final ExecutorService phones = Executors.newCachedThreadPool();
    private final LampAccessory lamp = new LampAccessory("Lamp");

    static Stream<Arguments> everyMethodAndFault() {
        return Stream.concat(
                        Misbehaviour.methods(AccessoryProvider.class),
                        Stream.of("close", "read", "write", "gathered", "identify"))
                .flatMap(method -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(method, fault)));
    }

    @AfterEach
    void stop() {
        phones.shutdownNow();
        workers.stop();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyMethodAndFault")
    void othersDontNotice(String method, Fault fault) throws Exception {
        Misbehaviour misbehaviour = new Misbehaviour(method, fault);
        AccessoryProvider odd = misbehaviour.in(AccessoryProvider.class, new Odd(misbehaviour));
        try (BridgeRig rig = BridgeRig.live(workers, FAST, new FakeProvider("sound", lamp.accessory()), odd)) {
            await("the lamp is there", 5_000, () -> rig.published("Lamp", "On").isPresent());
            if (!method.equals("id") && !method.equals("open")) {
                await(
                        "the odd one is there",
                        5_000,
                        () -> rig.published("Odd", "On").isPresent());
                poke(rig, method, odd);
            }
            await("it was called", 5_000, () -> misbehaviour.calls() > 0);
            lampIsWell(rig);
            await("the culprit is named", 9_000, () -> isNamed(rig, method));
            lampIsWell(rig);
            misbehaviour.letGo();
            await("all threads are back", 5_000, () -> misbehaviour.threads() == 0);
            lampIsWell(rig);
        }
    }

    private void poke(BridgeRig rig, String method, AccessoryProvider odd) {
        String type = method.equals("identify") ? "Identify" : "On";
        String id = rig.id("Odd", type).toString();
        switch (method) {
            case "close" -> rig.remove(odd);
            case "read" -> phones.execute(() -> rig.get("/characteristics?id=" + id));
            default -> phones.execute(() -> put(rig, id, "true"));
        }
    }

    private void lampIsWell(BridgeRig rig) throws Exception {
        String id = rig.id("Lamp", "On").toString();
        assertEquals(204, usual(() -> put(rig, id, "true")));
        assertEquals(Value.TRUE, lamp.on());
        assertEquals(200, usual(() -> rig.get("/characteristics?id=" + id).status()));
        assertEquals(204, usual(() -> put(rig, id, "false")));
    }

    private int usual(Callable<Integer> request) throws Exception {
        return phones.submit(request).get(USUAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static int put(BridgeRig rig, String id, String value) {
        String entry = "{\"aid\":" + id.replace(".", ",\"iid\":") + ",\"value\":" + value + "}";
        return rig.ask(rig.session(BridgeRig.ADMIN), "PUT", "/characteristics", "{\"characteristics\":[" + entry + "]}")
                .status();
    }

    private static boolean isNamed(BridgeRig rig, String method) {
        String word = method.equals("gathered") ? "the writes of a request" : method;
        return rig.failures().stream()
                .filter(failure -> failure.contributor().startsWith("accessory provider "))
                .anyMatch(failure -> failure.call().toLowerCase(Locale.ROOT).contains(word));
    }

    private static void await(String what, long millis, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what + " within " + millis + " ms");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** One accessory, whose functions misbehave where they are to. */
    private record Odd(Misbehaviour misbehaviour) implements AccessoryProvider {
        @Override
        public String id() {
            return "odd";
        }

        @Override
        public AutoCloseable open(BridgeView bridge, AccessorySink sink) {
            Characteristic on = Characteristic.of(CharacteristicTypes.ON)
                    .read(() -> {
                        misbehaviour.at("read");
                        return CompletableFuture.completedFuture(Value.FALSE);
                    })
                    .write(write -> {
                        misbehaviour.at("write");
                        write.batch().whenGathered(() -> misbehaviour.at("gathered"));
                        return CompletableFuture.completedFuture(Value.NULL);
                    })
                    .build();
            sink.put(Accessory.of("Odd")
                    .name("Odd")
                    .identify(() -> misbehaviour.at("identify"))
                    .with(Service.of(ServiceTypes.SWITCH).with(on).build())
                    .build());
            sink.complete();
            return () -> misbehaviour.at("close");
        }
    }
}
