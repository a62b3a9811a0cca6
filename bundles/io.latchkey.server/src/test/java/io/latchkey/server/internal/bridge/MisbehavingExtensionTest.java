// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.extension.AccessoryExtension;
import io.latchkey.api.extension.BridgeExtension;
import io.latchkey.api.extension.ExtendedBridge;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.Misbehaviour;
import io.latchkey.api.testing.Misbehaviour.Fault;
import io.latchkey.server.internal.database.Timing;
import io.latchkey.server.internal.fake.FakeExtension;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.work.WorkersComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
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
 * Each method of an extension with each fault: the lamp that it adds to answers as usual, the culprit is named, what it has
 * added keeps its place, and each thread comes back.
 */
@Timeout(60)
class MisbehavingExtensionTest {
    private static final Timing FAST = new Timing(
            Duration.ofMillis(1),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofMillis(20),
            Duration.ofMillis(50));
    private static final long USUAL_MILLIS = 1_000;

    private final WorkersComponent workers = new WorkersComponent();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LampAccessory lamp = new LampAccessory("Lamp");
    private final FakeProvider provider = new FakeProvider("sound", lamp.accessory());

    static Stream<Arguments> everyMethodAndFault() {
        return Stream.concat(
                        Misbehaviour.methods(AccessoryExtension.class), Misbehaviour.methods(BridgeExtension.class))
                .flatMap(method -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(method, fault)));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        workers.stop();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyMethodAndFault")
    void othersDontNotice(String method, Fault fault) throws Exception {
        Misbehaviour misbehaviour = new Misbehaviour(method, fault);
        FakeExtension sound = new FakeExtension();
        AccessoryExtension opening = misbehaviour.in(AccessoryExtension.class, new Opened(sound, misbehaviour));
        try (BridgeRig rig = BridgeRig.live(workers, FAST, provider)) {
            await("the lamp is there", () -> rig.published("Lamp", "On").isPresent());
            FakeExtension before = new FakeExtension();
            rig.add(before);
            await("it was extended", () -> before.heard().contains("published 1"));
            String place = rig.id("Lamp", "StatusFault").toString();
            rig.remove(before);
            rig.add(opening);
            poke(rig, method, opening, sound);
            await("it was called", () -> misbehaviour.calls() > 0);
            lampIsWell(rig);
            await("the culprit is named", () -> isNamed(rig, method));
            lampIsWell(rig);
            assertEquals(place, rig.id("Lamp", "StatusFault").toString());
            misbehaviour.letGo();
            await("all threads are back", () -> misbehaviour.threads() == 0);
            lampIsWell(rig);
        }
    }

    private void poke(BridgeRig rig, String method, AccessoryExtension extension, FakeExtension sound) {
        String on = rig.id("Lamp", "On").toString();
        switch (method) {
            case "close" -> {
                await("it is open", () -> sound.heard().contains("published 1"));
                rig.remove(extension);
            }
            case "written" -> {
                await("it is open", () -> sound.heard().contains("published 1"));
                threads.execute(() -> put(rig, on, "true"));
            }
            case "silences" -> {
                await("it is open", () -> sound.heard().contains("published 1"));
                threads.execute(() -> provider.sink().changed(lamp.onDefinition(), Value.TRUE));
            }
            case "unpaired" -> {
                await("it is open", () -> sound.heard().contains("published 1"));
                rig.bridge().loaded().orElseThrow().extensions().unpaired();
            }
            default -> {}
        }
    }

    private void lampIsWell(BridgeRig rig) throws Exception {
        String id = rig.id("Lamp", "On").toString();
        assertEquals(204, usual(() -> put(rig, id, "true")));
        assertEquals(Value.TRUE, lamp.on());
        assertEquals(200, usual(() -> rig.get("/characteristics?id=" + id).status()));
        assertEquals(204, usual(() -> put(rig, id, "false")));
        assertEquals(200, usual(() -> rig.get("/accessories").status()));
    }

    private int usual(Callable<Integer> request) throws Exception {
        return threads.submit(request).get(USUAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static int put(BridgeRig rig, String id, String value) {
        String entry = "{\"aid\":" + id.replace(".", ",\"iid\":") + ",\"value\":" + value + "}";
        return rig.ask(rig.session(BridgeRig.ADMIN), "PUT", "/characteristics", "{\"characteristics\":[" + entry + "]}")
                .status();
    }

    private static boolean isNamed(BridgeRig rig, String method) {
        return rig.failures().stream()
                .filter(failure -> failure.contributor().startsWith("extension "))
                .anyMatch(failure -> failure.call().equals(method));
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(9);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what + " within 9 s");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** An extension whose work at a bridge misbehaves where it is to. */
    private record Opened(FakeExtension sound, Misbehaviour misbehaviour) implements AccessoryExtension {
        @Override
        public String id() {
            return sound.id();
        }

        @Override
        public BridgeExtension open(ExtendedBridge bridge) {
            sound.open(bridge);
            return misbehaviour.in(BridgeExtension.class, sound);
        }
    }
}
