// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.loop;

import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
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

/** TLV8 as in the second message of pair-setup: a state, a salt, and a public key in two fragments. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TlvLoops {
    private static final int STATE = 6;
    private static final int SALT = 2;
    private static final int KEY = 3;

    private final byte[] salt = new byte[16];
    private final byte[] key = new byte[384];
    private final byte[] written = write();

    /** Writes. */
    @Benchmark
    public byte[] write() {
        return Tlv8.builder()
                .integer(STATE, 2)
                .bytes(SALT, salt)
                .bytes(KEY, key)
                .build()
                .bytes();
    }

    /** Reads. */
    @Benchmark
    public byte[] read() throws MalformedTlv8Exception {
        return Tlv8.read(written).find(KEY).orElseThrow();
    }
}
