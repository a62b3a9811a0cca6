// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often an address may begin pair-setup, once a second: each beginning costs many milliseconds of computing. One that
 * comes too early waits for its second, so that nobody hears of it who only tries again; who comes while another of his
 * waits is refused. Remembers as many addresses as can have a connection. Safe for all threads.
 */
final class SetupRate {
    private static final long BETWEEN = Duration.ofSeconds(1).toNanos();
    private static final int MOST = 4096;

    private final LongSupplier nanoTime;
    /** When an address may begin next; forgotten when that is over. */
    private final Map<InetAddress, Long> next = new HashMap<>();

    SetupRate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How long an address has to wait to begin, zero for now; empty when it is refused. */
    synchronized Optional<Duration> begin(InetAddress remote) {
        long now = nanoTime.getAsLong();
        next.values().removeIf(then -> then - now <= 0);
        long left = next.getOrDefault(remote, now) - now;
        if (left > BETWEEN || next.size() >= MOST) {
            return Optional.empty();
        }
        next.put(remote, now + left + BETWEEN);
        return Optional.of(Duration.ofNanos(left));
    }
}
