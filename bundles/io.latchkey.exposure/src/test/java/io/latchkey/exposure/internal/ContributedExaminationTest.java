// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.testing.Misbehaviour;
import io.latchkey.api.testing.Misbehaviour.Fault;
import io.latchkey.api.testing.QuickWorkers;
import io.latchkey.exposure.internal.SoundContributors.Plain;
import io.latchkey.exposure.internal.SoundContributors.Registry;
import io.latchkey.exposure.internal.SoundContributors.Type;
import io.latchkey.server.internal.work.CallLanes;
import io.latchkey.server.internal.work.ContributorsComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A type that throws, and an item registry, are named with the accessories that are shown by their code, and no others. */
@Timeout(60)
class ContributedExaminationTest {
    private final QuickWorkers workers = new QuickWorkers();
    private final CallLanes lanes = new CallLanes();
    private final ContributorsComponent contributors = new ContributorsComponent(workers, lanes);
    private final Exposure exposure = new Exposure(workers, contributors, new OneBridgeStore());
    private final ConcurrentSink sink = new ConcurrentSink();
    private final Registry sound = new Registry(contributors, item("Lamp", "Switch", "OFF", "SoundType"));
    private final Registry odd = new Registry(contributors, item("Odd", "Switch", "OFF", "OddType"));

    @AfterEach
    void stop() {
        lanes.stop();
        workers.close();
    }

    @Test
    void typeThatThrowsIsNamedWithTheAccessoriesThatSuffer() throws Exception {
        exposure.addType(Type.of("SoundType", new Plain(), Optional.empty()), Map.of());
        exposure.addType(SpoiltType.of(Mapping.class, new Misbehaviour("toValue", Fault.RUNTIME_EXCEPTION)), Map.of());
        exposure.addRegistry(sound, Map.of(ItemRegistry.PROPERTY_HOST, "sound"));
        exposure.addRegistry(odd, Map.of(ItemRegistry.PROPERTY_HOST, "odd"));
        try (AutoCloseable open = exposure.open(new BridgeView("home", "Home", "", ""), sink)) {
            await(() -> sink.accessories.containsKey("sound:Lamp") && sink.accessories.containsKey("odd:Odd"));
            odd.update("Odd", ItemState.OnOff.ON);
            await(() -> !seen().isEmpty());
            assertEquals(List.of("Odd"), exposure.served(InstalledHosts.CONTRIBUTOR + "odd"));
            assertEquals(List.of("Lamp"), exposure.served(InstalledHosts.CONTRIBUTOR + "sound"));
            Diagnosis named = seen().get(0);
            assertEquals("contributor-fails", named.code());
            assertTrue(named.seen().contains(Type.class.getName() + " in toValue (threw "), named::seen);
            assertTrue(named.seen().contains("suffer: ") && named.seen().contains("Odd"), named::seen);
            assertTrue(open != null);
        }
    }

    private List<Diagnosis> seen() {
        return new ContributedExamination(exposure)
                .examine(List.of())
                .toCompletableFuture()
                .join();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "within 20 s");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }
}
