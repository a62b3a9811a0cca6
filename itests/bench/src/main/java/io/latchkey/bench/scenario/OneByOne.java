// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.scenario;

import io.latchkey.bench.scenario.Scenario.Bridge;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * Times operations one by one: first for a while that does not count, so that neither side's compiler is at work any more,
 * then until there are enough. HAP-Java needs seconds to forget a pairing, therefore the while is a number as well.
 */
final class OneByOne {
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final int LEAST_TO_WARM_UP = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double MILLION = 1e6;

    private final LongSupplier cpu;
    private final int enough;
    private final long begin = System.nanoTime();
    private final LongStream.Builder times = LongStream.builder();
    private int attempts;
    private int count;
    private long cost;

    OneByOne(Bridge bridge, int enough) {
        this.cpu = bridge.cpu();
        this.enough = enough;
    }

    /** Whether there are enough of them. */
    boolean isDone() {
        if (System.nanoTime() - begin > PATIENCE.toNanos()) {
            throw new IllegalStateException("only " + count + " of " + enough + " succeeded in " + PATIENCE);
        }
        return count == enough;
    }

    /** Does it once; what says false does not count. */
    void time(BooleanSupplier operation) {
        long costBefore = cpu.getAsLong();
        long before = System.nanoTime();
        boolean succeeded = operation.getAsBoolean();
        long time = System.nanoTime() - before;
        boolean isWarm = ++attempts > LEAST_TO_WARM_UP && before - begin > WARM_UP.toNanos();
        if (succeeded && isWarm) {
            times.add(time);
            cost += cpu.getAsLong() - costBefore;
            count++;
        }
    }

    List<Figure> figures(String scenario) {
        return List.of(
                new Figure(
                        scenario,
                        "time p50 (ms)",
                        MeasuredValues.of(times.build()).median() / MILLION),
                new Figure(scenario, "CPU (ms)", cost / MILLION / count));
    }
}
