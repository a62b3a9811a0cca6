// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Exchange;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Events for a controller that reads slowly or not at all. */
class SlowReaderTest extends BridgeAndSession {
    @Test
    void pressesThatPileUpCloseTheSession() throws Exception {
        client.send("GET", "/later", "");
        Exchange exchange = bridge.next();
        for (int press = 0; press < 64; press++) {
            session.event(ON, Value.of(0), EventUrgency.EACH);
        }
        assertTrue(session.isOpen());
        session.event(ON, Value.of(0), EventUrgency.EACH);
        TestBridge.await("the end of the session", () -> !session.isOpen());
        exchange.respond(TestHandler.text("too late"));
        assertEquals("", client.rest());
    }

    @Test
    void slowReaderGetsTheNewestValueOnly() throws Exception {
        for (int i = 0; i < 20; i++) {
            client.send("GET", "/large", "");
        }
        for (int value = 0; value < 10_000; value++) {
            session.event(LEVEL, Value.of(value), EventUrgency.COALESCED);
            bridge.time.pass(Duration.ofMillis(1));
        }
        String last = "";
        int events = 0;
        for (int answers = 0; answers < 20 || !last.equals("1.10=Whole[number=9999]"); ) {
            if (client.isSilent(MOMENT)) {
                bridge.time.pass(Duration.ofSeconds(1));
            }
            Message message = client.read();
            if (message.isEvent()) {
                last = message.text();
                events++;
            } else {
                answers++;
            }
        }
        assertTrue(events < 100, "events: " + events);
    }

    @Test
    void stalledReaderIsClosedAfterThirtySeconds() throws Exception {
        for (int i = 0; i < 40; i++) {
            client.send("GET", "/large", "");
        }
        HapSession ours = (HapSession) session;
        Duration before = Duration.ZERO;
        for (int sweeps = 0; sweeps < 10_000 && session.isOpen(); sweeps++) {
            before = ours.stalledFor(bridge.time.nanoTime());
            bridge.sweep(1);
        }
        assertFalse(session.isOpen());
        assertEquals(5, before.toSeconds() / 5, () -> "not 25 to 30 s, five seconds before the end");
    }
}
