// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When events leave, seen from the other end of the wire. */
class EventTest extends BridgeAndSession {
    @Test
    void firstEventLeavesAtOnceAsOneMessage() throws IOException {
        session.event(ON, Value.TRUE, EventUrgency.COALESCED);
        Message event = client.read();
        assertEquals(
                List.of("EVENT/1.0 200 OK", "Content-Type: application/hap+json", "Content-Length: 17"), event.head());
        assertEquals("1.9=Bool[on=true]", event.text());
    }

    @Test
    void laterEventsWaitTogetherAndTheNewestValueWins() throws IOException {
        session.event(ON, Value.TRUE, EventUrgency.COALESCED);
        assertTrue(client.read().isEvent());
        session.event(LEVEL, Value.of(1), EventUrgency.COALESCED);
        session.event(ON, Value.FALSE, EventUrgency.COALESCED);
        session.event(LEVEL, Value.of(2), EventUrgency.COALESCED);
        bridge.time.pass(Duration.ofMillis(950));
        assertTrue(client.isSilent(MOMENT));
        bridge.time.pass(Duration.ofMillis(50));
        assertEquals("1.9=Bool[on=false],1.10=Whole[number=2]", client.read().text());
        bridge.time.pass(Duration.ofSeconds(5));
        assertTrue(client.isSilent(MOMENT));
    }

    @Test
    void promptEventsDoNotQueueBehindOthers() throws IOException {
        session.event(LEVEL, Value.of(1), EventUrgency.COALESCED);
        assertTrue(client.read().isEvent());
        session.event(ON, Value.TRUE, EventUrgency.PROMPT);
        assertEquals("1.9=Bool[on=true]", client.read().text());
        session.event(ON, Value.FALSE, EventUrgency.PROMPT);
        assertTrue(client.isSilent(MOMENT));
        bridge.time.pass(Duration.ofMillis(250));
        assertEquals("1.9=Bool[on=false]", client.read().text());
    }

    @Test
    void pressesLeaveOneByOneAndAtOnce() throws IOException {
        for (int press = 0; press < 3; press++) {
            session.event(ON, Value.of(press % 2), EventUrgency.EACH);
        }
        for (int press = 0; press < 3; press++) {
            assertEquals("1.9=Whole[number=" + press % 2 + "]", client.read().text());
        }
    }

    @Test
    void noEventLeavesBetweenARequestAndTheEndOfItsAnswer() throws Exception {
        client.send("GET", "/later", "");
        Exchange exchange = bridge.next();
        session.event(ON, Value.TRUE, EventUrgency.EACH);
        session.event(LEVEL, Value.of(1), EventUrgency.COALESCED);
        assertTrue(client.isSilent(MOMENT));
        exchange.respond(TestHandler.text("answer"));
        assertEquals("answer", client.read().text());
        assertEquals("1.9=Bool[on=true]", client.read().text());
        assertEquals("1.10=Whole[number=1]", client.read().text());
    }

    @Test
    void gateClosesWithTheHeadNotWithTheBody() throws Exception {
        byte[] request = HapClient.request("PUT", "/later", "body");
        client.write(client.sealed(Arrays.copyOf(request, request.length - 1), 1024));
        TestBridge.await("the head", () -> bridge.heads.contains("/later"));
        session.event(ON, Value.TRUE, EventUrgency.EACH);
        assertTrue(client.isSilent(MOMENT));
        client.write(client.sealed(new byte[] {'y'}, 1024));
        bridge.next().respond(TestHandler.text("answer"));
        assertEquals("answer", client.read().text());
        assertTrue(client.read().isEvent());
    }

    @Test
    void eventsAreNotStarvedByRequestsWithoutAPause() throws Exception {
        client.write(client.sealed(
                SecuredSessionTest.joined(
                        HapClient.request("GET", "/later", ""), HapClient.request("GET", "/later", "")),
                1024));
        Exchange first = bridge.next();
        session.event(ON, Value.TRUE, EventUrgency.COALESCED);
        first.respond(TestHandler.text("first"));
        bridge.next().respond(TestHandler.text("second"));
        assertEquals("first", client.read().text());
        assertTrue(client.read().isEvent());
        assertEquals("second", client.read().text());
    }

    @Test
    void withdrawnEventsDoNotLeave() throws IOException {
        session.event(ON, Value.TRUE, EventUrgency.COALESCED);
        assertTrue(client.read().isEvent());
        session.event(ON, Value.FALSE, EventUrgency.COALESCED);
        session.withdraw(ON);
        bridge.time.pass(Duration.ofSeconds(2));
        assertTrue(client.isSilent(MOMENT));
    }

    @Test
    void plainSessionGetsNoEvents() throws IOException {
        try (HapClient stranger = bridge.plain()) {
            bridge.sessionOf(stranger).event(ON, Value.TRUE, EventUrgency.EACH);
            assertTrue(stranger.isSilent(MOMENT));
            assertEquals("GET /a - ", stranger.ask("GET", "/a", "").text());
        }
    }
}
