// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.measure;

import io.latchkey.api.bridge.RequestKind;
import io.latchkey.api.bridge.RequestMeasures;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * What one bridge counts, from its making to its end. Counting is done on the way of requests and events: it adds to a number,
 * makes no object and waits for nobody. Safe for all threads; a look at it is no moment that all numbers share.
 */
public final class BridgeCounters {
    /** An event message that leaves this long after it could have is late. */
    private static final long LATE = Duration.ofSeconds(1).toNanos();

    private final List<AnswerCounters> answers = Stream.generate(AnswerCounters::new)
            .limit(RequestKind.values().length)
            .toList();
    private final LongAdder openedSessions = new LongAdder();
    private final LongAdder eventMessages = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder lateEventMessages = new LongAdder();
    private final LongAdder slowAnswers = new LongAdder();
    private final LongAdder storeWrites = new LongAdder();
    private final LongAdder storeFailures = new LongAdder();

    /** A request was answered. */
    void answered(RequestKind kind, int status, long nanos) {
        answers.get(kind.ordinal()).add(status, nanos);
    }

    /** A session was opened. */
    void opened() {
        openedSessions.increment();
    }

    /** An event message leaves, so many nanoseconds after it could have. */
    void told(int values, long late) {
        eventMessages.increment();
        events.add(values);
        if (late >= LATE) {
            lateEventMessages.increment();
        }
    }

    /** An accessory has taken three seconds or longer. */
    public void slow() {
        slowAnswers.increment();
    }

    /** A change of the memory is durable. */
    void stored() {
        storeWrites.increment();
    }

    /** The store has refused something. */
    void storeFailed() {
        storeFailures.increment();
    }

    /** What was asked and answered, by kind. */
    public List<RequestMeasures> requests() {
        return Arrays.stream(RequestKind.values())
                .map(kind -> answers.get(kind.ordinal()).measures(kind))
                .toList();
    }

    /** How many sessions were opened. */
    public long openedSessions() {
        return openedSessions.sum();
    }

    /** How many event messages have left. */
    public long eventMessages() {
        return eventMessages.sum();
    }

    /** How many values they have told. */
    public long events() {
        return events.sum();
    }

    /** How many messages were late. */
    public long lateEventMessages() {
        return lateEventMessages.sum();
    }

    /** How often an accessory was slow. */
    public long slowAnswers() {
        return slowAnswers.sum();
    }

    /** How often the memory was changed. */
    public long storeWrites() {
        return storeWrites.sum();
    }

    /** How often the store has refused something. */
    public long storeFailures() {
        return storeFailures.sum();
    }
}
