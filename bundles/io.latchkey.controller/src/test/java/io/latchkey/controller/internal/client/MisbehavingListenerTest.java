// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.controller.ClientListener;
import io.latchkey.api.controller.DiscoveryListener;
import io.latchkey.api.testing.Misbehaviour;
import io.latchkey.api.testing.Misbehaviour.Fault;
import io.latchkey.api.testing.QuickWorkers;
import io.latchkey.server.internal.work.CallLanes;
import io.latchkey.server.internal.work.ContributorsComponent;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method of a listener with each fault: others hear, it is named, hears the rest, and its thread comes back. */
@Timeout(60)
class MisbehavingListenerTest {
    private final QuickWorkers workers = new QuickWorkers();
    private final CallLanes lanes = new CallLanes();
    private final ContributorsComponent contributors = new ContributorsComponent(workers, lanes);
    private final ClientDependencies around =
            new ClientDependencies(null, null, null, workers, contributors, new SecureRandom());

    static Stream<Arguments> everyMethodAndFault() {
        return Stream.of(ClientListener.class, DiscoveryListener.class)
                .flatMap(spi -> Misbehaviour.methods(spi)
                        .flatMap(method ->
                                Arrays.stream(Fault.values()).map(fault -> Arguments.of(spi, method, fault))));
    }

    @AfterEach
    void stop() {
        lanes.stop();
        workers.close();
    }

    @ParameterizedTest(name = "{0}.{1} {2}")
    @MethodSource("everyMethodAndFault")
    <T> void othersDontNotice(Class<T> spi, String method, Fault fault) {
        Misbehaviour misbehaviour = new Misbehaviour(method, fault);
        T listener = misbehaviour.in(spi, deaf(spi));
        AtomicInteger others = new AtomicInteger();
        AtomicInteger rest = new AtomicInteger();
        ListenerNotifications odd = new ListenerNotifications("odd listener", around);
        ListenerNotifications sound = new ListenerNotifications("sound listener", around);
        odd.add(() -> call(spi, method, listener));
        odd.add(rest::incrementAndGet);
        await("it was called", () -> misbehaviour.calls() > 0);
        sound.add(others::incrementAndGet);
        await("others hear", () -> others.get() == 1);
        await(
                "it is named",
                () -> contributors.failures().stream()
                        .anyMatch(failure -> failure.contributor().equals("odd listener")));
        misbehaviour.letGo();
        await("its thread is back", () -> misbehaviour.threads() == 0);
        await("it hears the rest", () -> rest.get() == 1);
        odd.close();
        sound.close();
    }

    private static <T> T deaf(Class<T> spi) {
        return spi.cast(
                Proxy.newProxyInstance(spi.getClassLoader(), new Class<?>[] {spi}, (proxy, method, arguments) -> null));
    }

    private static void call(Class<?> spi, String name, Object listener) {
        Method method = Arrays.stream(spi.getMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            Proxy.getInvocationHandler(listener).invoke(listener, method, new Object[method.getParameterCount()]);
        } catch (Throwable thrown) {
            MisbehavingListenerTest.<RuntimeException>sneak(thrown);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }
}
