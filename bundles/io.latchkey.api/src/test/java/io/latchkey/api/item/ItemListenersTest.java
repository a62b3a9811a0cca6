// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItemListenersTest {
    private final List<Throwable> trouble = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final ItemListeners listeners = new ItemListeners(trouble::add);

    @Test
    void tellsInOrderAndOnlyWhenTold() {
        listeners.listen(noting(state -> {}));
        listeners.updated("Lamp", ItemState.OnOff.ON);
        listeners.replaced(new ItemChanges(Set.of("Fan"), Set.of(), Set.of()));
        listeners.updated("Lamp", ItemState.OnOff.OFF);
        assertEquals(List.of(), heard);
        listeners.tell();
        assertEquals(List.of("Lamp=ON", "replaced [Fan]", "Lamp=OFF"), heard);
    }

    @Test
    void whatHappensWhileTellingComesBehind() {
        listeners.listen(noting(state -> {
            if (state == ItemState.OnOff.ON) {
                listeners.updated("Lamp", ItemState.OnOff.OFF);
                listeners.tell();
                heard.add("returned");
            }
        }));
        listeners.updated("Lamp", ItemState.OnOff.ON);
        listeners.tell();
        assertEquals(List.of("Lamp=ON", "returned", "Lamp=OFF"), heard);
    }

    @Test
    void oneThatFailsIsReportedAndPassedOver() {
        IllegalStateException failure = new IllegalStateException("wanted");
        listeners.listen(noting(state -> {
            throw failure;
        }));
        listeners.listen(noting(state -> {}));
        listeners.updated("Lamp", ItemState.OnOff.ON);
        listeners.tell();
        assertEquals(List.of("Lamp=ON", "Lamp=ON"), heard);
        assertEquals(List.of(failure), trouble);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whateverAListenerThrowsTheNextStatesAreTold(Throwable failure) {
        listeners.listen(noting(state -> sneak(failure)));
        listeners.updated("Lamp", ItemState.OnOff.ON);
        listeners.tell();
        listeners.updated("Lamp", ItemState.OnOff.OFF);
        listeners.tell();
        assertEquals(List.of("Lamp=ON", "Lamp=OFF"), heard);
        assertEquals(List.of(failure, failure), trouble);
    }

    static Stream<Throwable> thrown() {
        return Stream.of(
                new IllegalStateException("wanted"),
                new NoClassDefFoundError("wanted"),
                new StackOverflowError("wanted"),
                new AssertionError("wanted"),
                new IOException("wanted"));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    void whoeverComesLaterGoesOnForOneThatHangs() throws Exception {
        AtomicLong now = new AtomicLong();
        ItemListeners patient = new ItemListeners(Optional.empty(), Runnable::run, trouble::add, now::get);
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch hang = new CountDownLatch(1);
        List<String> others = new CopyOnWriteArrayList<>();
        patient.listen(hanging(entered, hang));
        patient.listen(noting(others));
        patient.updated("Lamp", ItemState.OnOff.ON);
        Thread held = new Thread(patient::tell);
        held.start();
        entered.await();
        patient.updated("Lamp", ItemState.OnOff.OFF);
        patient.tell();
        assertEquals(List.of(), others, "it may still return");
        now.addAndGet(Duration.ofSeconds(5).toNanos());
        patient.updated("Fan", ItemState.OnOff.ON);
        patient.tell();
        assertEquals(List.of("Lamp=ON", "Lamp=OFF", "Fan=ON"), others, "nothing is lost and the order stays");
        hang.countDown();
        held.join();
        patient.updated("Fan", ItemState.OnOff.OFF);
        patient.tell();
        assertEquals(List.of("Lamp=ON", "Lamp=OFF", "Fan=ON", "Fan=OFF"), others, "and none is told twice");
    }

    /** Hangs over the first state only. */
    private static ItemListener hanging(CountDownLatch entered, CountDownLatch hang) {
        return new ItemListener() {
            @Override
            public void updated(String item, ItemState state) {
                if (entered.getCount() > 0) {
                    entered.countDown();
                    try {
                        hang.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                }
            }

            @Override
            public void replaced(ItemChanges changes) {}
        };
    }

    private static ItemListener noting(List<String> others) {
        return new ItemListener() {
            @Override
            public void updated(String item, ItemState state) {
                others.add(item + "=" + state.text());
            }

            @Override
            public void replaced(ItemChanges changes) {}
        };
    }

    @Test
    void oneThatLeftHearsNothing() throws Exception {
        listeners.listen(noting(state -> {})).close();
        listeners.updated("Lamp", ItemState.OnOff.ON);
        listeners.tell();
        assertEquals(List.of(), heard);
    }

    @Test
    void theOldestNoticeIsLostWhenNobodyTells() {
        listeners.listen(noting(state -> {}));
        for (int i = 0; i < 10_001; i++) {
            listeners.updated("Item" + i, ItemState.OnOff.ON);
        }
        listeners.tell();
        assertEquals(10_000, heard.size());
        assertEquals("Item1=ON", heard.get(0));
        assertTrue(trouble.get(0).getMessage().contains("10000"));
    }

    private ItemListener noting(Consumer<ItemState> then) {
        return new ItemListener() {
            @Override
            public void updated(String item, ItemState state) {
                heard.add(item + "=" + state.text());
                then.accept(state);
            }

            @Override
            public void replaced(ItemChanges changes) {
                heard.add("replaced " + changes.added());
            }
        };
    }
}
