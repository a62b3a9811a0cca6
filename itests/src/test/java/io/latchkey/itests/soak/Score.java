// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import java.util.concurrent.atomic.LongAdder;

/** What all sessions of a soak have seen together. Safe for all threads. */
final class Score {
    private final Faults faults = new Faults();
    private final Latencies latencies = new Latencies();
    private final LongAdder answers = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder values = new LongAdder();
    private final LongAdder connections = new LongAdder();

    Faults faults() {
        return faults;
    }

    Latencies latencies() {
        return latencies;
    }

    void answered(String operation, long nanos) {
        latencies.add(operation, nanos);
        answers.increment();
    }

    void heard(int count) {
        events.increment();
        values.add(count);
    }

    void connected(long nanos) {
        latencies.add("connect and verify", nanos);
        connections.increment();
    }

    /** How much there was, in one line. */
    String traffic() {
        return answers.sum() + " answers, " + events.sum() + " event messages with " + values.sum() + " values, "
                + connections.sum() + " connections";
    }
}
