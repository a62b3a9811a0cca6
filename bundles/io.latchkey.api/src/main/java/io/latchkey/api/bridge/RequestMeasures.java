// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How requests of one kind were answered since a bridge began. An answer takes from the last byte of the request until it is
 * ready; the way over the network isn't in it.
 *
 * @param kind what was asked
 * @param answers how many had which outcome; those that never occurred may be left out
 * @param time that all of them took together
 * @param within for each of {@link #BOUNDS} how many took no longer than it and longer than the one before; one number more
 *     for those that took longer than the last
 */
public record RequestMeasures(RequestKind kind, Map<RequestOutcome, Long> answers, Duration time, List<Long> within) {
    /** The times by which answers are counted, from the shortest to the longest. */
    public static final List<Duration> BOUNDS = Stream.of(
                    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
            .map(Duration::ofMillis)
            .toList();

    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException when there aren't as many numbers as times, and one more
     */
    public RequestMeasures {
        answers = Map.copyOf(answers);
        within = List.copyOf(within);
        if (within.size() != BOUNDS.size() + 1) {
            throw new IllegalArgumentException(
                    "answers are counted by " + BOUNDS.size() + " times and once beyond, not by " + within.size());
        }
    }

    /** How many were answered. */
    public long count() {
        return within.stream().mapToLong(Long::longValue).sum();
    }

    /** How many had that outcome. */
    public long count(RequestOutcome outcome) {
        return answers.getOrDefault(outcome, 0L);
    }

    /**
     * How many took longer than that.
     *
     * @param bound one of {@link #BOUNDS}
     * @throws IllegalArgumentException when it is another time
     */
    public long slowerThan(Duration bound) {
        int index = BOUNDS.indexOf(bound);
        if (index < 0) {
            throw new IllegalArgumentException("answers are counted by " + BOUNDS + ", not by " + bound);
        }
        return within.subList(index + 1, within.size()).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * The shortest of {@link #BOUNDS} within which that part of the answers was ready; the longest one where more of them took
     * longer than that; zero when nothing was answered.
     *
     * @param part above 0, up to 1: 0.5 is the median
     */
    public Duration quantile(double part) {
        long wanted = (long) Math.ceil(part * count());
        long seen = 0;
        for (int i = 0; i < BOUNDS.size() && wanted > 0; i++) {
            seen += within.get(i);
            if (seen >= wanted) {
                return BOUNDS.get(i);
            }
        }
        return wanted > 0 ? BOUNDS.get(BOUNDS.size() - 1) : Duration.ZERO;
    }
}
