// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long operations took, by kind, in buckets five percent wide: as small after a day as after a second. Safe for all
 * threads.
 */
public final class Latencies {
    private static final double WIDTH = Math.log(1.05);
    private static final int BUCKETS = 420;

    private final Map<String, Row> rows = new ConcurrentSkipListMap<>();

    /** The times of one kind. */
    private static final class Row {
        private final AtomicLongArray buckets = new AtomicLongArray(BUCKETS);
        private final AtomicLong count = new AtomicLong();
        private final AtomicLong maximum = new AtomicLong();

        void add(long nanos) {
            long micros = Math.max(1, nanos / 1000);
            buckets.incrementAndGet(Math.min(BUCKETS - 1, (int) (Math.log(micros) / WIDTH)));
            count.incrementAndGet();
            maximum.accumulateAndGet(micros, Math::max);
        }

        double millis(double part) {
            long wanted = (long) Math.ceil(count.get() * part);
            long passed = 0;
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                passed += buckets.get(bucket);
                if (passed >= wanted) {
                    return Math.min(Math.exp((bucket + 1) * WIDTH), maximum.get()) / 1000;
                }
            }
            return maximum.get() / 1000.0;
        }
    }

    /** Notes how long one took. */
    public void add(String operation, long nanos) {
        rows.computeIfAbsent(operation, none -> new Row()).add(nanos);
    }

    /** The longest of that kind, in milliseconds; 0 where there was none. */
    public double longest(String operation) {
        Row row = rows.get(operation);
        return row == null ? 0 : row.maximum.get() / 1000.0;
    }

    /** A line for each kind: count, median, 99th percentile and longest, in milliseconds. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-28s %9s %9s %9s %9s", "operation", "count", "p50 ms", "p99 ms", "max ms"));
        rows.forEach((operation, row) -> lines.add(String.format(
                "%-28s %9d %9.1f %9.1f %9.1f",
                operation, row.count.get(), row.millis(0.5), row.millis(0.99), row.maximum.get() / 1000.0)));
        return lines;
    }
}
