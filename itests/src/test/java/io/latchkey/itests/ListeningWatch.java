// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.conformance.ListeningSockets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps in mind where a process listened while it was watched, ten times a second, on a thread of its own. */
final class ListeningWatch implements AutoCloseable {
    private static final long EVERY_MILLIS = 100;

    private final Set<InetSocketAddress> seen = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "listening-watch"));
    private final long process;

    ListeningWatch(long process) {
        this.process = process;
        thread.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** All that was seen until now. */
    Set<InetSocketAddress> seen() {
        return Set.copyOf(seen);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            seen.addAll(ListeningSockets.of(process));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
