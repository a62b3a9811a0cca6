// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.scenario;

import io.latchkey.bench.scenario.Scenario.Bridge;
import io.latchkey.bench.wire.BenchConnection;
import io.latchkey.bench.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One session switches a lamp and others hear of it: how long it takes until the first and until the last knows. */
final class FanOut {
    private static final int ROUNDS = 8;
    /** A session gets at most one message a second, so rounds keep a longer distance. */
    private static final int DISTANCE_MILLIS = 1_200;

    private static final int PATIENCE_SECONDS = 30;

    private FanOut() {}

    static List<Figure> run(String scenario, Bridge bridge, int sessions) throws InterruptedException {
        String lamp = bridge.home().switches().get(0);
        List<BenchConnection> listeners = Scenarios.open(bridge, sessions);
        try (BenchConnection writer = bridge.controller().verified()) {
            Wire.await(writer.put("/characteristics", writeOn(lamp, false)));
            listeners.forEach(line -> Wire.await(line.put("/characteristics", subscribe(lamp))));
            List<Long> first = new ArrayList<>();
            List<Long> last = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                TimeUnit.MILLISECONDS.sleep(DISTANCE_MILLIS);
                one(listeners, writer, writeOn(lamp, round % 2 == 0), first, last);
            }
            return List.of(
                    new Figure(
                            scenario,
                            "first event p50 (ms)",
                            MeasuredValues.of(first.stream().mapToLong(Long::longValue))
                                            .median()
                                    / 1e6),
                    new Figure(
                            scenario,
                            "last event p50 (ms)",
                            MeasuredValues.of(last.stream().mapToLong(Long::longValue))
                                            .median()
                                    / 1e6));
        } finally {
            listeners.forEach(BenchConnection::close);
        }
    }

    static String writeOn(String lamp, boolean on) {
        return "{\"characteristics\":[{" + address(lamp) + ",\"value\":" + on + "}]}";
    }

    private static void one(
            List<BenchConnection> listeners, BenchConnection writer, String write, List<Long> first, List<Long> last)
            throws InterruptedException {
        CountDownLatch all = new CountDownLatch(listeners.size());
        AtomicInteger heard = new AtomicInteger();
        long[] times = new long[2];
        listeners.forEach(line -> line.onEvent(() -> {
            long now = System.nanoTime();
            int place = heard.incrementAndGet();
            if (place == 1) {
                times[0] = now;
            }
            if (place == listeners.size()) {
                times[1] = now;
            }
            all.countDown();
        }));
        long begin = System.nanoTime();
        Wire.await(writer.put("/characteristics", write));
        if (!all.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(all.getCount() + " of " + listeners.size() + " heard nothing");
        }
        first.add(times[0] - begin);
        last.add(times[1] - begin);
    }

    private static String subscribe(String lamp) {
        return "{\"characteristics\":[{" + address(lamp) + ",\"ev\":true}]}";
    }

    private static String address(String id) {
        String[] parts = id.split("\\.");
        return "\"aid\":" + parts[0] + ",\"iid\":" + parts[1];
    }
}
