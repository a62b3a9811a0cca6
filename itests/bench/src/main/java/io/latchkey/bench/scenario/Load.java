// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.scenario;

import io.latchkey.api.transport.Answer;
import io.latchkey.bench.wire.Line;
import io.latchkey.bench.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/**
 * Sends requests over several connections, on each the next one as soon as the answer has come: first for a while that does
 * not count, then for one that does.
 */
final class Load {
    /** How long each lasts before it counts. */
    static final Duration WARM_UP = Duration.ofSeconds(1);
    /** How long each counts. */
    static final Duration TIME = Duration.ofSeconds(Long.getLong("latchkey.bench.seconds", 2));

    private final List<Sender> senders = new ArrayList<>();
    private volatile boolean counts;
    private volatile boolean ended;

    /** Sends one request over the line of that index. */
    interface Asking {
        CompletionStage<Answer> ask(Line line, int index, long round);
    }

    /**
     * What came of it.
     *
     * @param rate answers a second
     * @param latencies of each request, in nanoseconds
     * @param cpu processor time of the bridge for one, in nanoseconds
     */
    record Result(double rate, Samples latencies, double cpu) {}

    /** Runs it to its end. */
    static Result run(List<Line> lines, Asking asking, LongSupplier cpu) {
        return new Load().over(lines, asking, cpu);
    }

    private Result over(List<Line> lines, Asking asking, LongSupplier cpu) {
        for (int i = 0; i < lines.size(); i++) {
            senders.add(new Sender(lines.get(i), i, asking));
        }
        senders.forEach(Sender::next);
        pause(WARM_UP);
        long cpuBefore = cpu.getAsLong();
        long begin = System.nanoTime();
        counts = true;
        pause(TIME);
        counts = false;
        long time = System.nanoTime() - begin;
        long used = cpu.getAsLong() - cpuBefore;
        ended = true;
        senders.forEach(each -> Wire.await(each.last));
        Samples all = Samples.of(senders.stream().flatMap(each -> each.latencies.stream()));
        return new Result(all.count() * 1e9 / time, all, (double) used / all.count());
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private final class Sender {
        private final Line line;
        private final int index;
        private final Asking asking;
        private final List<Long> latencies = new ArrayList<>();
        private final CompletableFuture<Void> last = new CompletableFuture<>();
        private long round;

        Sender(Line line, int index, Asking asking) {
            this.line = line;
            this.index = index;
            this.asking = asking;
        }

        void next() {
            if (ended) {
                last.complete(null);
                return;
            }
            long sent = System.nanoTime();
            asking.ask(line, index, round++).whenComplete((answer, failure) -> {
                if (failure != null) {
                    last.completeExceptionally(failure);
                    return;
                }
                if (counts) {
                    latencies.add(System.nanoTime() - sent);
                }
                next();
            });
        }
    }
}
