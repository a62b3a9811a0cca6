// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the values of the wire refuse, keep and hide. */
class TransportValuesTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(0);

    @Test
    void sessionKeysAreCopiedHiddenAndCompared() {
        byte[] one = filled(1);
        SessionKeys keys = new SessionKeys(one, filled(2));
        one[0] = 9;
        keys.controllerToAccessory()[0] = 9;
        assertArrayEquals(filled(1), keys.accessoryToController());
        assertArrayEquals(filled(2), keys.controllerToAccessory());
        assertEquals("SessionKeys[hidden]", keys.toString());
        assertEquals(new SessionKeys(filled(1), filled(2)), keys);
        assertEquals(new SessionKeys(filled(1), filled(2)).hashCode(), keys.hashCode());
        assertNotEquals(new SessionKeys(filled(2), filled(1)), keys);
        assertThrows(IllegalArgumentException.class, () -> new SessionKeys(new byte[31], filled(2)));
    }

    @Test
    void answersKeepTheRulesOfHttp() {
        assertEquals(0, Answer.empty(204).body().length);
        assertEquals(Optional.of("a/b"), Answer.of(200, "a/b", new byte[1]).contentType());
        assertThrows(IllegalArgumentException.class, () -> Answer.empty(100));
        assertThrows(IllegalArgumentException.class, () -> Answer.empty(600));
        assertThrows(IllegalArgumentException.class, () -> Answer.of(204, "a/b", new byte[1]));
        assertThrows(IllegalArgumentException.class, () -> new Answer(200, Optional.empty(), new byte[1]));
        byte[] secret = "secret".getBytes(StandardCharsets.US_ASCII);
        assertEquals("Answer[200, a/b, 6 bytes]", Answer.of(200, "a/b", secret).toString());
    }

    @Test
    void listenRequestsAreBounded() {
        Duration longest = ListenRequest.MOST_COALESCING;
        assertEquals(longest, request(longest, ANY).coalescing());
        assertThrows(IllegalArgumentException.class, () -> request(Duration.ofNanos(-1), ANY));
        assertThrows(IllegalArgumentException.class, () -> request(longest.plusNanos(1), ANY));
        InetSocketAddress unknown = InetSocketAddress.createUnresolved("nowhere.invalid", 1);
        assertThrows(IllegalArgumentException.class, () -> request(Duration.ZERO, unknown));
        assertThrows(IllegalArgumentException.class, () -> new Event(null, null));
    }

    @Test
    void requestsHoldNothingThatWouldBreakTheirHead() {
        byte[] secret = "secret".getBytes(StandardCharsets.US_ASCII);
        Request request = Request.of("PUT", "/a?id=1.2", "application/hap+json", secret);
        secret[0] = 9;
        request.body()[0] = 9;
        assertEquals("secret", new String(request.body(), StandardCharsets.US_ASCII));
        assertEquals("PUT /a?id=1.2 with 6 bytes", request.toString());
        assertThrows(IllegalArgumentException.class, () -> Request.of("put", "/a"));
        assertThrows(IllegalArgumentException.class, () -> Request.of("GET", "a"));
        assertThrows(IllegalArgumentException.class, () -> Request.of("GET", "/a b"));
        assertThrows(IllegalArgumentException.class, () -> Request.of("GET", "/a\r\nHost: b"));
        assertThrows(IllegalArgumentException.class, () -> Request.of("PUT", "/a", "a/b\r\nHost: b", secret));
        assertThrows(IllegalArgumentException.class, () -> Request.of("PUT", "/a", "", secret));
    }

    @Test
    void connectRequestsNeedAnAddressAndTimes() {
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", 1);
        Duration time = Duration.ofSeconds(1);
        assertEquals(time, new ConnectRequest(address, Optional.empty(), time, time, 1).requestTime());
        assertThrows(IllegalArgumentException.class, () -> new ConnectRequest(ANY, Optional.empty(), time, time, 1));
        InetSocketAddress unknown = InetSocketAddress.createUnresolved("nowhere.invalid", 1);
        assertThrows(
                IllegalArgumentException.class, () -> new ConnectRequest(unknown, Optional.empty(), time, time, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConnectRequest(address, Optional.empty(), Duration.ZERO, time, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConnectRequest(address, Optional.empty(), time, Duration.ofNanos(-1), 1));
        assertThrows(
                IllegalArgumentException.class, () -> new ConnectRequest(address, Optional.empty(), time, time, 0));
    }

    @Test
    void sessionsAreBounded() {
        assertEquals(new SessionLimits(8, 32, 16), SessionLimits.of(8));
        assertEquals(4096, new SessionLimits(4096, 4096, 4096).unverified());
        assertThrows(IllegalArgumentException.class, () -> SessionLimits.of(7));
        assertThrows(IllegalArgumentException.class, () -> SessionLimits.of(4097));
        assertThrows(IllegalArgumentException.class, () -> new SessionLimits(8, 7, 1));
        assertThrows(IllegalArgumentException.class, () -> new SessionLimits(8, 8, 0));
    }

    private static ListenRequest request(Duration coalescing, InetSocketAddress address) {
        return new ListenRequest("home", address, SessionLimits.of(8), coalescing, true, events -> new byte[0]);
    }

    private static byte[] filled(int value) {
        byte[] key = new byte[SessionKeys.LENGTH];
        Arrays.fill(key, (byte) value);
        return key;
    }
}
