// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.measure;

import io.latchkey.api.bridge.RequestKind;
import io.latchkey.api.bridge.RequestMeasures;
import io.latchkey.api.bridge.RequestOutcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers to one kind of request, by outcome and by time. Safe for all threads; adding makes no object. */
final class AnswerCounters {
    private static final long[] BOUNDS =
            RequestMeasures.BOUNDS.stream().mapToLong(Duration::toNanos).toArray();

    private final LongAdder[] outcomes = adders(RequestOutcome.values().length);
    private final LongAdder[] within = adders(BOUNDS.length + 1);
    private final LongAdder nanos = new LongAdder();

    void add(int status, long took) {
        outcomes[RequestOutcome.of(status).ordinal()].increment();
        int bound = 0;
        while (bound < BOUNDS.length && took > BOUNDS[bound]) {
            bound++;
        }
        within[bound].increment();
        nanos.add(took);
    }

    RequestMeasures measures(RequestKind kind) {
        Map<RequestOutcome, Long> answers = Arrays.stream(RequestOutcome.values())
                .collect(Collectors.toMap(Function.identity(), each -> outcomes[each.ordinal()].sum()));
        return new RequestMeasures(
                kind,
                answers,
                Duration.ofNanos(nanos.sum()),
                Arrays.stream(within).map(LongAdder::sum).toList());
    }

    private static LongAdder[] adders(int count) {
        return Stream.generate(LongAdder::new).limit(count).toArray(LongAdder[]::new);
    }
}
