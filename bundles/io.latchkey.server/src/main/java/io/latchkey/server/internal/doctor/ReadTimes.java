// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How long the read functions of accessories take, also those that haven't ended. Safe for all threads. */
final class ReadTimes {
    private static final long RUNNING = -1;

    private final LongSupplier nanoTime;
    private final Map<Call, AtomicLong> calls = new ConcurrentHashMap<>();

    ReadTimes(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** One call of a read function. Each is itself alone. */
    private static final class Call {
        private final String accessory;
        private final Characteristic characteristic;
        private final long begunAt;

        Call(String accessory, Characteristic characteristic, long begunAt) {
            this.accessory = accessory;
            this.characteristic = characteristic;
            this.begunAt = begunAt;
        }
    }

    /**
     * What took long.
     *
     * @param accessory its key
     * @param characteristic the name of its type
     * @param time it took, or has taken so far
     */
    record Slow(String accessory, String characteristic, Duration time) {}

    /** The read function of a characteristic, timed at each call. */
    Supplier<CompletionStage<Value>> timed(String accessory, Characteristic characteristic) {
        Supplier<CompletionStage<Value>> reader = characteristic.reader().orElseThrow();
        return () -> read(new Call(accessory, characteristic, nanoTime.getAsLong()), reader);
    }

    private CompletionStage<Value> read(Call call, Supplier<CompletionStage<Value>> reader) {
        AtomicLong took = new AtomicLong(RUNNING);
        Runnable ended = () -> took.set(nanoTime.getAsLong() - call.begunAt);
        calls.put(call, took);
        boolean returned = false;
        try {
            CompletionStage<Value> stage = reader.get().whenComplete((value, failure) -> ended.run());
            returned = true;
            return stage;
        } finally {
            if (!returned) {
                ended.run();
            }
        }
    }

    /** Whether some have still to end. */
    boolean isWaiting() {
        return calls.values().stream().anyMatch(took -> took.get() == RUNNING);
    }

    /** Those that took that long or longer, in no order. */
    List<Slow> slowerThan(Duration limit) {
        long now = nanoTime.getAsLong();
        return calls.entrySet().stream()
                .map(each -> slow(each.getKey(), each.getValue().get(), now))
                .filter(each -> each.time().compareTo(limit) >= 0)
                .toList();
    }

    private static Slow slow(Call call, long took, long now) {
        return new Slow(
                call.accessory,
                call.characteristic.type().name(),
                Duration.ofNanos(took == RUNNING ? now - call.begunAt : took));
    }
}
