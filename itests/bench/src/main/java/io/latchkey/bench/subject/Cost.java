// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a process has used so far, from Linux' {@code /proc} and from the JDK's own tools. */
public final class Cost {
    private static final int KIB = 1024;

    private Cost() {}

    /** Nanoseconds of processor time of all its threads that are alive. */
    public static long cpu(ProcessHandle process) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            return threads.mapToLong(Cost::ofThread).sum();
        } catch (IOException e) {
            throw new IllegalStateException("no /proc for process " + process.pid() + ", Linux is needed", e);
        }
    }

    /** Resident bytes. */
    public static long resident(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("no /proc for process " + process.pid() + ", Linux is needed", e);
        }
    }

    /** Bytes of objects that are alive in a Java process, after a collection. */
    public static long liveHeap(ProcessHandle process) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process histogram = new ProcessBuilder(List.of(jcmd, String.valueOf(process.pid()), "GC.class_histogram"))
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(histogram.getInputStream().readAllBytes());
            if (!histogram.waitFor(60, TimeUnit.SECONDS) || histogram.exitValue() != 0) {
                throw new IllegalStateException(
                        "jcmd failed: " + printed.lines().findFirst().orElse(""));
            }
            String total = printed.lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(total.trim().split("\\s+")[2]);
        } catch (IOException e) {
            throw new IllegalStateException("jcmd can't be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long ofThread(Path thread) {
        try {
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
