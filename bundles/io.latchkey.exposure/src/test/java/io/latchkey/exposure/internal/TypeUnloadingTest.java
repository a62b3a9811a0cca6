// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing holds an accessory type that left: the class loader of its bundle is collected. */
class TypeUnloadingTest {
    @Test
    void aTypeThatLeavesWhileItsHostIsAwayIsHeldByNothing() throws Exception {
        FakeItemRegistry fans = new FakeItemRegistry(item("Fan", "Switch", "OFF", "Timer"));
        ExposureFixture timers = new ExposureFixture().with("local", fans);
        ThrowAwayLoader loader = new ThrowAwayLoader(TimerType.class);
        WeakReference<ClassLoader> held = new WeakReference<>(loader);
        AccessoryType type = loader.type();
        timers.exposure.addType(type, Map.of());
        timers.open("", "");
        timers.exposure.removeRegistry(fans);
        timers.workers.pass(ExposureFixture.SOON);
        timers.exposure.removeType(type);
        timers.workers.pass(ExposureFixture.SOON);
        loader = null;
        type = null;
        assertCollected(held);
    }

    @Test
    void aTypeThatLeftIsHeldByNothing() throws Exception {
        FakeItemRegistry fans = new FakeItemRegistry(item("Fan", "Switch", "OFF", "Timer"));
        ExposureFixture timers = new ExposureFixture().with("local", fans);
        WeakReference<ClassLoader> loader = comeAndGo(timers);
        assertEquals(List.of("local:Fan"), List.copyOf(timers.sink.absences.keySet()));
        timers.workers.pass(Duration.ofSeconds(11));
        assertEquals(List.of("Fan ON from io.latchkey$phone"), fans.commands, "its timer was ended");
        assertCollected(loader);
    }

    private static WeakReference<ClassLoader> comeAndGo(ExposureFixture timers) throws ReflectiveOperationException {
        ThrowAwayLoader loader = new ThrowAwayLoader(TimerType.class);
        AccessoryType type = loader.type();
        timers.exposure.addType(type, Map.of());
        timers.open("", "");
        timers.write("local:Fan", Map.of(CharacteristicTypes.ON, Value.TRUE));
        timers.exposure.removeType(type);
        timers.workers.pass(ExposureFixture.SOON);
        return new WeakReference<>(loader);
    }

    private static void assertCollected(WeakReference<ClassLoader> loader) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (loader.get() != null && System.nanoTime() - end < 0) {
            System.gc();
            Thread.sleep(10);
        }
        assertNull(loader.get(), "the class loader of the type");
    }
}
