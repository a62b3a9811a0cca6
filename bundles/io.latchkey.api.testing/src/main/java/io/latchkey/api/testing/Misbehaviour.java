// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One fault in one method of a contributor: it throws, or it doesn't return until the test lets it. All else is done by a
 * contributor that is sound. The methods are found by reflection, so that a new one is tried too.
 */
public final class Misbehaviour {
    /** What a contributor may do. */
    public enum Fault {
        /** A bug. */
        RUNTIME_EXCEPTION(() -> new IllegalStateException("wanted")),
        /** The bundle of a library was refreshed. */
        NO_CLASS_DEF_FOUND(() -> new NoClassDefFoundError("wanted")),
        /** A recursion without end. */
        STACK_OVERFLOW(StackOverflowError::new),
        /** Something that can't be. */
        ASSERTION(() -> new AssertionError("wanted")),
        /** A device that doesn't answer. */
        BLOCKS(() -> new IllegalStateException("it was let go"));

        private final Supplier<Throwable> thrown;

        Fault(Supplier<Throwable> thrown) {
            this.thrown = thrown;
        }
    }

    private final String method;
    private final Fault fault;
    private final CountDownLatch hang = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();

    /** A fault in the methods of that name. */
    public Misbehaviour(String method, Fault fault) {
        this.method = method;
        this.fault = fault;
    }

    /** The names of the methods that somebody implements who contributes that. */
    public static Stream<String> methods(Class<?> spi) {
        return Arrays.stream(spi.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .distinct()
                .sorted(Comparator.naturalOrder());
    }

    /** A contributor that does all as the sound one does, but for the fault. */
    public <T> T in(Class<T> spi, T sound) {
        return spi.cast(Proxy.newProxyInstance(
                spi.getClassLoader(), new Class<?>[] {spi}, (proxy, called, arguments) -> switch (called.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> "misbehaving " + spi.getSimpleName();
                    default -> {
                        if (called.getName().equals(method)) {
                            happen();
                        }
                        yield call(called, sound, arguments);
                    }
                }));
    }

    /** Throws, or waits until it is let go and throws then. */
    public void happen() throws Throwable {
        calls.incrementAndGet();
        inside.incrementAndGet();
        try {
            if (fault == Fault.BLOCKS) {
                hang.await();
            }
            throw fault.thrown.get();
        } finally {
            inside.decrementAndGet();
        }
    }

    /** The same in a function, at the point where it calls itself so. */
    public void at(String point) {
        if (point.equals(method)) {
            try {
                happen();
            } catch (Throwable thrown) {
                Misbehaviour.<RuntimeException>sneak(thrown);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** How often it has happened. */
    public int calls() {
        return calls.get();
    }

    /** How many threads are in it. */
    public int threads() {
        return inside.get();
    }

    /** Lets all go that wait. */
    public void letGo() {
        hang.countDown();
    }

    private static Object call(Method called, Object sound, Object[] arguments) throws Throwable {
        try {
            called.setAccessible(true);
            return called.invoke(sound, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
