// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.discovery.internal.Interfaces.Place;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One responder for a place, as long as somebody uses it. */
@Timeout(60)
class RespondersTest {
    private MdnsWorkers threads;
    private MdnsThread thread;
    private Responders responders;
    private Place loopback;

    @BeforeEach
    void open() throws Exception {
        threads = new MdnsWorkers();
        thread = new MdnsThread(threads);
        responders = new Responders(thread, () -> "latchkey-test");
        loopback = new LocalNetwork(new Container(Path.of("/"), System::getenv))
                .toSearch(InetAddress.getLoopbackAddress())
                .iterator()
                .next();
    }

    @AfterEach
    void close() {
        responders.closeAll();
        thread.end();
        threads.close();
    }

    @Test
    void aPlaceHasOneResponderUntilItIsForgotten() {
        Responder first = responders.at(loopback).orElseThrow();
        assertSame(first, responders.at(loopback).orElseThrow());
        assertTrue(responders.isCurrent(loopback, first));
        first.close();
        responders.forget(first);
        assertFalse(responders.isCurrent(loopback, first));
        assertNotSame(first, responders.at(loopback).orElseThrow());
    }

    @Test
    void theLastUserClosesTheResponder() throws Exception {
        Responder responder = responders.at(loopback).orElseThrow();
        ServiceInfo one = responder.publish("One " + System.nanoTime(), 51_826, Map.of("id", "1"));
        ServiceInfo two = responder.publish("Two " + System.nanoTime(), 51_827, Map.of("id", "2"));
        assertFalse(responder.withdraw(one));
        assertTrue(responder.withdraw(two));
        responders.forget(responder);
    }

    @Test
    void twoRecordsOfOneNameAndPlaceAreToldApart() throws Exception {
        Responder responder = responders.at(loopback).orElseThrow();
        String name = "Same " + System.nanoTime();
        ServiceInfo one = responder.publish(name, 51_826, Map.of("id", "1"));
        ServiceInfo two = responder.publish(name, 51_827, Map.of("id", "2"));
        assertEquals(name, one.getName());
        assertEquals(name + " (2)", two.getName());
        assertFalse(responder.withdraw(two));
        assertTrue(responder.withdraw(one));
        responders.forget(responder);
    }

    @Test
    void anAddressThatIsStillThereIsNotGivenUp() throws Exception {
        Responder staying = responders.at(loopback).orElseThrow();
        responders.dropDead();
        responders.buryDead();
        assertTrue(responders.isCurrent(loopback, staying));
    }

    @Test
    void aResponderThatHasEndedByItselfIsBegunAnew() throws Exception {
        Responder first = responders.at(loopback).orElseThrow();
        while (first.hasEnded(in(60))) { // an announced one alone hasn't, so late
            TimeUnit.MILLISECONDS.sleep(20);
        }
        responders.dropEnded(in(120));
        assertTrue(responders.isCurrent(loopback, first));
        first.close();
        responders.dropEnded(in(140));
        assertTrue(responders.isCurrent(loopback, first), "JmDNS may be beginning anew by itself");
        responders.dropEnded(in(180));
        assertFalse(responders.isCurrent(loopback, first));
        assertNotSame(first, responders.at(loopback).orElseThrow());
    }

    private long in(int seconds) {
        return thread.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    }
}
