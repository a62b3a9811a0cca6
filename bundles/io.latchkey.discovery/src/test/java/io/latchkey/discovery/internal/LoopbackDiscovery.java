// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.discovery.Browser.Browsing;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of two computers that see each other on the loopback interface only, and whose threads end. */
abstract class LoopbackDiscovery {
    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    /** JmDNS takes five seconds to announce its first record, and more on a busy computer. */
    static final Duration SEEN = Duration.ofSeconds(20);
    /** Less than changes are gathered for. */
    static final Duration CHANGED = Duration.ofSeconds(8);
    /** Twice the time of JmDNS for looking through its cache. */
    static final Duration LOST = Duration.ofSeconds(20);

    final String name = "Bridge No. 1 für " + System.nanoTime() % 1_000_000;

    @TempDir
    Path folder;

    final Watcher watcher = new Watcher();
    private final MdnsWorkers ourThreads = new MdnsWorkers();
    private final MdnsWorkers theirThreads = new MdnsWorkers();
    MulticastDiscovery ours;
    MulticastDiscovery theirs;
    private Browsing browsing;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(folder.resolve("ours"));
        Files.createDirectory(folder.resolve("theirs"));
        ours = new MulticastDiscovery(ourThreads, folder.resolve("ours"));
        theirs = new MulticastDiscovery(theirThreads, folder.resolve("theirs"));
        browsing = theirs.browse(LOOPBACK, watcher);
    }

    @AfterEach
    void close() throws InterruptedException {
        ours.close();
        browsing.close();
        theirs.close();
        ourThreads.close();
        theirThreads.close();
        awaitNoThreads();
    }

    private static void awaitNoThreads() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            Set<Thread> left = Thread.getAllStackTraces().keySet().stream()
                    .filter(it ->
                            it.getName().contains("latchkey-") || it.getName().contains("JmDNS"))
                    .collect(Collectors.toSet());
            if (left.isEmpty()) {
                return;
            }
            left.iterator().next().join(500);
        }
        throw new AssertionError(
                "threads are left: " + Thread.getAllStackTraces().keySet());
    }
}
