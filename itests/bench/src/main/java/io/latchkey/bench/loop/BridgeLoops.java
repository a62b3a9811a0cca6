// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.loop;

import io.latchkey.api.transport.Answer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Requests and changes on a bridge with 150 accessories that hangs on no wire: no sockets, no HTTP, no frames. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BridgeLoops {
    private static final int IDS = 40;
    private static final int LISTENERS = 256;

    private final OfflineBridge bridge = new OfflineBridge(LISTENERS);
    private final String one = bridge.addresses(1);
    private final String many = bridge.addresses(IDS);
    private boolean on;

    /** Reads one value. */
    @Benchmark
    public Answer readOne() {
        return bridge.get("/characteristics", "id=" + one);
    }

    /** Reads 40 values. */
    @Benchmark
    public Answer readForty() {
        return bridge.get("/characteristics", "id=" + many);
    }

    /** Lists all accessories. */
    @Benchmark
    public Answer list() {
        return bridge.get("/accessories", "");
    }

    /** Writes the body of an event message. */
    @Benchmark
    public byte[] eventBody() {
        on = !on;
        return bridge.eventBody(on);
    }

    /** Takes a change in and offers it to 256 sessions that have subscribed. */
    @Benchmark
    public void fanOut() {
        on = !on;
        bridge.change(on);
    }
}
