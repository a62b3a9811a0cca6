// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.scenario;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Measured values of one kind. */
final class MeasuredValues {
    private final long[] sorted;

    private MeasuredValues(long[] sorted) {
        this.sorted = sorted;
    }

    /** Sorts them. */
    static MeasuredValues of(LongStream values) {
        long[] all = values.toArray();
        if (all.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        Arrays.sort(all);
        return new MeasuredValues(all);
    }

    int count() {
        return sorted.length;
    }

    /** The value that so many of a hundred do not exceed. */
    long percentile(double percent) {
        int index = (int) Math.ceil(percent / 100 * sorted.length) - 1;
        return sorted[Math.max(0, index)];
    }

    long median() {
        return percentile(50);
    }
}
