// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.scenario;

import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.ConnectionException;
import io.latchkey.bench.scenario.Scenario.Bridge;
import io.latchkey.bench.wire.BenchConnection;
import io.latchkey.bench.wire.BenchController;
import io.latchkey.bench.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * Sends requests over several sessions, on each the next one as soon as the answer has come: first for a while that does
 * not count, then for one that does. A session that is lost is opened anew, and counted: HAP-Java 2.0.6 seals about one of
 * 170,000 frames with a wrong tag. Latencies are kept unboxed: the load's own collections would be in the tail.
 */
final class Load {
    /** How long each lasts before it counts. */
    static final Duration WARM_UP = Duration.ofSeconds(1);
    /** How long each counts. */
    static final Duration TIME = Duration.ofSeconds(Long.getLong("latchkey.bench.seconds", 2));

    private static final int TOO_MANY_LOST = 20;

    private final BenchController controller;
    private final Asking asking;
    private final List<Sender> senders = new ArrayList<>();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean counts;
    private volatile boolean ended;

    /** Sends one request over the line of that index. */
    interface Asking {
        CompletionStage<Answer> ask(BenchConnection line, int index, long round);
    }

    /**
     * What came of it.
     *
     * @param rate answers a second
     * @param latencies of each request, in nanoseconds
     * @param cpu processor time of the bridge for one, in nanoseconds
     * @param lost sessions that had to be opened anew
     */
    record Result(double rate, MeasuredValues latencies, double cpu, int lost) {}

    private Load(BenchController controller, Asking asking) {
        this.controller = controller;
        this.asking = asking;
    }

    /** Runs it to its end, over so many sessions of its own. */
    static Result run(Bridge bridge, int sessions, Asking asking) {
        Load load = new Load(bridge.controller(), asking);
        for (int i = 0; i < sessions; i++) {
            load.senders.add(load.new Sender(bridge.controller().verified(), i));
        }
        try {
            return load.measured(bridge.cpu());
        } finally {
            load.senders.forEach(each -> each.line.close());
        }
    }

    private Result measured(LongSupplier cpu) {
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
        MeasuredValues all = MeasuredValues.of(senders.stream().flatMapToLong(each -> each.latencies.build()));
        return new Result(all.count() * 1e9 / time, all, (double) used / all.count(), lost.get());
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
        private final int index;
        private final LongStream.Builder latencies = LongStream.builder();
        private final CompletableFuture<Void> last = new CompletableFuture<>();
        private volatile BenchConnection line;
        private long round;

        Sender(BenchConnection line, int index) {
            this.line = line;
            this.index = index;
        }

        void next() {
            if (ended) {
                last.complete(null);
                return;
            }
            long sent = System.nanoTime();
            asking.ask(line, index, round++).whenComplete((answer, failure) -> {
                if (failure != null) {
                    failed(failure);
                    return;
                }
                if (counts) {
                    latencies.add(System.nanoTime() - sent);
                }
                next();
            });
        }

        private void failed(Throwable failure) {
            boolean sessionLost = failure.getCause() instanceof ConnectionException;
            if (!sessionLost || lost.incrementAndGet() > TOO_MANY_LOST) {
                last.completeExceptionally(failure);
                return;
            }
            CompletableFuture.runAsync(() -> {
                        line = controller.verified();
                        next();
                    })
                    .exceptionally(refused -> {
                        last.completeExceptionally(refused);
                        return null;
                    });
        }
    }
}
