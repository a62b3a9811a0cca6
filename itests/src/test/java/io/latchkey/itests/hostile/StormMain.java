// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.itests.FelixRuntime;
import io.latchkey.itests.FrameworkBridge;
import io.latchkey.itests.Libraries;
import io.latchkey.itests.contributor.MeterActivator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * A bridge whose host can be told to change wildly, in a process of its own, so that its memory is its own. Arguments: its
 * folder, how many meters. Prints {@code ready PORT}; takes {@code memory N}, {@code sessions N} and
 * {@code storm RATE CHANGES} on its standard input, whose end stops it.
 */
final class StormMain {
    /** From here on meters show that the storm is over. */
    static final int CALM = 50_000;

    private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();
    private static final int SESSIONS = 256;
    private static final int COALESCING = 100;

    private StormMain() {}

    public static void main(String[] arguments) throws Exception {
        int meters = Integer.parseInt(arguments[1]);
        try (FelixRuntime runtime = FelixRuntime.start(Path.of(arguments[0]), Libraries.LOWEST)) {
            runtime.showItems("[]");
            MeterBundle.install(runtime, meters);
            FrameworkBridge bridge = FrameworkBridge.start(
                    runtime,
                    MeterActivator.BRIDGE,
                    Map.of("maximumSessions", SESSIONS, "coalescingMillis", COALESCING));
            BiConsumer<Integer, Double> setter = MeterBundle.setter(runtime);
            System.out.println("ready " + bridge.address().getPort());
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                String[] words = line.split(" ");
                switch (words[0]) {
                    case "memory" -> System.out.println(line + " " + memory());
                    case "sessions" -> System.out.println(line + " " + sessions(runtime));
                    default ->
                        CompletableFuture.runAsync(
                                () -> storm(setter, meters, Integer.parseInt(words[1]), Integer.parseInt(words[2])));
                }
            }
        }
    }

    private static int sessions(FelixRuntime runtime) {
        return runtime.service(BridgeRuntime.class)
                .sessions(MeterActivator.BRIDGE)
                .size();
    }

    /** Heap that can't be collected, direct buffers, what the process occupies, all in KiB; and the threads. */
    private static String memory() throws IOException {
        long heap = Victim.heap();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .orElse("0");
        return (heap >> 10) + " " + (direct >> 10) + " " + resident + " " + Victim.threads();
    }

    /** Sets one meter after the other to the milliseconds since the storm began, that often and no faster. */
    private static void storm(BiConsumer<Integer, Double> setter, int meters, int rate, int changes) {
        long begun = System.nanoTime();
        System.out.println("storm-began " + System.currentTimeMillis());
        for (int change = 0; change < changes; change++) {
            while ((System.nanoTime() - begun) / 1000 * rate / 1_000_000 < change) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            setter.accept(change % meters, (System.nanoTime() - begun + 1) / 1e6);
        }
        System.out.println("storm-ended " + (System.nanoTime() - begun) / 1_000_000);
        for (int meter = 0; meter < meters; meter++) {
            setter.accept(meter, (double) CALM + meter);
        }
    }
}
