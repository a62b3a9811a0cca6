// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import io.latchkey.api.extension.ExtendedBridge;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the history of one accessory: an entry each ten minutes of all that can be read, measured values as their average, and
 * one at each change of a state. Called in the queue of the bridge, but for {@link #changed}; no method waits.
 */
final class AccessoryRecording {
    /** Between two entries of measured values. */
    static final Duration INTERVAL = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(AccessoryRecording.class);
    private static final long EVE_EPOCH = 978_307_200;
    private static final long MOST_SECONDS = 0xFFFF_FFFFL;
    private static final int MILLIS = 1000;
    private static final int SPREAD = 20;

    private final ExtendedBridge bridge;
    private final HistoryPlace place;
    private final StoredHistory stored;
    private final LongSupplier clock;
    private final Map<DataPoint, MeasuredAverage> averages = new EnumMap<>(DataPoint.class);
    private final Map<DataPoint, Double> states = new EnumMap<>(DataPoint.class);
    private Future<?> timer = CompletableFuture.completedFuture(null);
    private boolean stopped;

    /**
     * Prepares it.
     *
     * @param place where its values are and where it is told
     * @param stored where its entries are kept
     * @param clock milliseconds since 1970-01-01 UTC
     */
    AccessoryRecording(ExtendedBridge bridge, HistoryPlace place, StoredHistory stored, LongSupplier clock) {
        this.bridge = bridge;
        this.place = place;
        this.stored = stored;
        this.clock = clock;
        place.points().values().stream()
                .filter(point -> !point.isState())
                .forEach(point -> averages.put(point, new MeasuredAverage()));
    }

    HistoryPlace place() {
        return place;
    }

    StoredHistory stored() {
        return stored;
    }

    /** Begins soon; many accessories don't begin at one moment. */
    void begin() {
        schedule(Duration.ofSeconds(1 + Math.floorMod(place.key().hashCode(), SPREAD)));
    }

    /** Takes no more values, and touches its file no more. */
    void stop() {
        stopped = true;
        timer.cancel(false);
        stored.close();
    }

    /** A characteristic has another value; called on a thread of the host, which goes on at once. */
    void changed(CharacteristicId id, Value value) {
        DataPoint point = place.points().get(id);
        Optional<Double> number = number(value);
        if (point == null || number.isEmpty()) {
            return;
        }
        if (!point.isState()) {
            averages.get(point).changed(number.get(), clock.getAsLong());
            return;
        }
        long now = clock.getAsLong();
        try {
            bridge.execute(() -> stateChanged(point, number.get(), now));
        } catch (RejectedExecutionException full) {
            LOG.debug("A change of {} is not in its history: too much is to be done", place.key());
        }
    }

    private void stateChanged(DataPoint point, double value, long now) {
        if (!Double.valueOf(value).equals(states.put(point, value))) {
            add(now, Map.of(point, value));
        }
    }

    private void sample() {
        if (stopped) {
            return;
        }
        bridge.read(place.points().keySet()).thenAccept(this::sampled);
        schedule(INTERVAL);
    }

    private void sampled(Map<CharacteristicId, Value> values) {
        long now = clock.getAsLong();
        Map<DataPoint, Double> sample = new EnumMap<>(DataPoint.class);
        place.points()
                .forEach((id, point) -> Optional.ofNullable(values.get(id))
                        .flatMap(AccessoryRecording::number)
                        .ifPresentOrElse(value -> sample.put(point, sampled(point, value, now)), () -> forget(point)));
        add(now, sample);
    }

    private double sampled(DataPoint point, double value, long now) {
        if (point.isState()) {
            states.put(point, value);
            return value;
        }
        MeasuredAverage average = averages.get(point);
        average.changed(value, now);
        return average.take(now).orElse(value);
    }

    private void forget(DataPoint point) {
        Optional.ofNullable(averages.get(point)).ifPresent(MeasuredAverage::forget);
        states.remove(point);
    }

    private void add(long now, Map<DataPoint, Double> values) {
        long time = now / MILLIS - EVE_EPOCH;
        if (stopped || values.isEmpty() || time < 0 || time > MOST_SECONDS) {
            return;
        }
        stored.add(time, place.series().entries(values)).thenRun(this::tell);
    }

    private void tell() {
        stored.status().thenAccept(status -> tell(place.status(), Value.of(status)));
        place.activation()
                .ifPresent(id -> stored.lastActivation().thenAccept(seconds -> tell(id, Value.of((long) seconds))));
    }

    private void tell(CharacteristicId id, Value value) {
        try {
            bridge.execute(() -> bridge.tell(id, value));
        } catch (RejectedExecutionException full) {
            LOG.debug("Nobody is told of an entry of {}: too much is to be done", place.key());
        }
    }

    private void schedule(Duration delay) {
        timer = bridge.schedule(delay, this::sample);
    }

    private static Optional<Double> number(Value value) {
        if (value instanceof Value.Bool bool) {
            return Optional.of(bool.on() ? 1.0 : 0.0);
        }
        if (value instanceof Value.Whole whole) {
            return Optional.of((double) whole.number());
        }
        return value instanceof Value.Decimal decimal ? Optional.of(decimal.number()) : Optional.empty();
    }
}
