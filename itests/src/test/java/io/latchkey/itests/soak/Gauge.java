// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import io.latchkey.itests.BridgeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How much the process of the bridge holds at one moment.
 *
 * @param heap bytes in use after a collection
 * @param resident bytes of memory that the system counts; 0 where it doesn't tell
 * @param threads all of them
 * @param sessions as the bridge counts them
 * @param files open descriptors; 0 where the system doesn't tell
 */
record Gauge(long heap, long resident, long threads, long sessions, long files) {

    /** Asks the process; the name must be a new one. */
    static Gauge of(BridgeProcess process, String name) throws IOException {
        process.tell(name);
        Gauge told = parse(process.said(name + " "));
        return new Gauge(told.heap, resident(process.pid()), told.threads, told.sessions, told.files);
    }

    /** All numbers but the resident memory, which only others see. */
    String line() {
        return heap + " " + threads + " " + sessions + " " + files;
    }

    private static Gauge parse(String line) {
        long[] numbers =
                Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        return new Gauge(numbers[0], 0, numbers[1], numbers[2], numbers[3]);
    }

    private static long resident(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
