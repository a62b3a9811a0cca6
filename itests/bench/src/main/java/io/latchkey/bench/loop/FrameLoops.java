// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.loop;

import io.latchkey.crypto.FrameCipher;
import io.latchkey.crypto.FrameException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Sealing a frame, and sealing and opening one: a frame can be opened once only. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FrameLoops {
    /** Bytes of plaintext. */
    @Param({"64", "1024"})
    public int length;

    private final FrameCipher out = new FrameCipher(new byte[FrameCipher.KEY_LENGTH]);
    private final FrameCipher there = new FrameCipher(new byte[FrameCipher.KEY_LENGTH]);
    private final FrameCipher back = new FrameCipher(new byte[FrameCipher.KEY_LENGTH]);
    private final byte[] buffer = new byte[FrameCipher.MAX_FRAME];

    /** Seals. */
    @Benchmark
    public int seal() {
        return out.seal(buffer, 0, length);
    }

    /** Seals, and opens what was sealed. */
    @Benchmark
    public int sealAndOpen() throws FrameException {
        there.seal(buffer, 0, length);
        return back.open(buffer, 0);
    }
}
