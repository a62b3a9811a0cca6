// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An address begins to pair once a second, whatever others do. */
class SetupRateTest {
    private long nanos = Long.MAX_VALUE - 5;
    private final SetupRate rate = new SetupRate(() -> nanos);

    @Test
    void oneIsTooEarlyAndWaitsAndTheNextIsRefused() throws UnknownHostException {
        assertEquals(Optional.of(Duration.ZERO), rate.begin(address(1)));
        nanos += Duration.ofMillis(300).toNanos();
        assertEquals(Optional.of(Duration.ofMillis(700)), rate.begin(address(1)));
        assertEquals(Optional.empty(), rate.begin(address(1)));
        assertEquals(Optional.of(Duration.ZERO), rate.begin(address(2)));
        nanos += Duration.ofMillis(700).toNanos();
        assertEquals(Optional.of(Duration.ofSeconds(1)), rate.begin(address(1)), "refusals don't make it wait longer");
        nanos += Duration.ofSeconds(2).toNanos();
        assertEquals(Optional.of(Duration.ZERO), rate.begin(address(1)));
    }

    @Test
    void whoWasThereLongAgoIsForgotten() throws UnknownHostException {
        for (int i = 0; i < 4096; i++) {
            assertEquals(Optional.of(Duration.ZERO), rate.begin(address(i)));
        }
        assertEquals(Optional.empty(), rate.begin(address(4096)));
        nanos += Duration.ofSeconds(1).toNanos();
        assertEquals(Optional.of(Duration.ZERO), rate.begin(address(4096)));
    }

    private static InetAddress address(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {10, 0, (byte) (number >> 8), (byte) number});
    }
}
