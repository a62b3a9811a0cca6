// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Event;
import io.latchkey.api.transport.EventEncoder;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.SessionLimits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** The one writer on an end point that can refuse to take bytes. */
class FlusherTest {
    private static final String EVENT_HEAD =
            "EVENT/1.0 200 OK\r\nContent-Type: application/hap+json\r\nContent-Length: ";

    private final ConcurrentManualWorkers time = new ConcurrentManualWorkers();
    private final ByteArrayEndPoint raw = new ByteArrayEndPoint(new byte[0], 10, false);
    private final List<String> heard = new ArrayList<>();
    private final Flusher flusher = flusher(TestBridge::encode);

    @Test
    void bytesLeaveAsTheNetworkTakesThem() {
        flusher.write(heard("answer"), bytes("0123456789"), bytes("abcde"));
        assertEquals(List.of(), heard);
        assertTrue(flusher.writingSince().isPresent());
        assertEquals("0123456789", raw.takeOutputString());
        assertEquals("abcde", raw.takeOutputString());
        assertEquals(List.of("answer done"), heard);
        assertEquals(Optional.empty(), flusher.writingSince());
    }

    @Test
    void emptyWriteIsDoneAtOnce() {
        flusher.write(heard("nothing"), bytes(""));
        assertEquals(List.of("nothing done"), heard);
    }

    @Test
    void eventWaitsBetweenTwoPartsOfAnAnswer() {
        flusher.requestBegin();
        flusher.write(heard("head"), bytes("head "));
        offer(1, EventUrgency.EACH);
        assertEquals("head ", all());
        flusher.write(heard("body"), bytes("body"));
        assertEquals("body", all());
        flusher.requestEnd();
        assertEquals(event("1.1=Whole[number=1]"), all());
    }

    @Test
    void eventIsNotInterruptedByAnAnswer() {
        offer(1, EventUrgency.COALESCED);
        flusher.requestBegin();
        flusher.write(heard("answer"), bytes("answer"));
        assertEquals(event("1.1=Whole[number=1]") + "answer", all());
        assertEquals(List.of("answer done"), heard);
    }

    @Test
    void oneEventMessageHasATurnBetweenAnswersWithoutAPause() {
        flusher.requestBegin();
        flusher.write(heard("first"), bytes("0123456789first"));
        offer(1, EventUrgency.EACH);
        offer(2, EventUrgency.EACH);
        flusher.requestEnd();
        flusher.requestBegin();
        flusher.write(heard("second"), bytes("second"));
        assertEquals("0123456789first" + event("1.1=Whole[number=1]") + "second", all());
        flusher.requestEnd();
        assertEquals(event("1.1=Whole[number=2]"), all());
    }

    @Test
    void stalledNetworkKeepsTheNewestValueOnly() {
        flusher.write(heard("answer"), bytes("0123456789x"));
        for (int value = 0; value < 1000; value++) {
            assertTrue(offer(value, EventUrgency.COALESCED));
        }
        assertEquals("0123456789x" + event("1.1=Whole[number=999]"), all());
    }

    @Test
    void waitingEventsLeaveWhenTheirTimeHasCome() {
        offer(1, EventUrgency.COALESCED);
        assertEquals(event("1.1=Whole[number=1]"), all());
        offer(2, EventUrgency.COALESCED);
        time.pass(Duration.ofMillis(950));
        assertEquals("", all());
        time.pass(Duration.ofMillis(50));
        assertEquals(event("1.1=Whole[number=2]"), all());
        assertEquals(0, time.waiting());
    }

    @Test
    void onlyOnePartOfAnAnswerWaits() {
        flusher.write(heard("first"), bytes("0123456789x"));
        flusher.write(heard("second"), bytes("second"));
        flusher.write(heard("third"), bytes("third"));
        assertEquals(List.of("third failed"), heard);
        assertEquals("0123456789xsecond", all());
        assertEquals(List.of("third failed", "first done", "second done"), heard);
        flusher.write(heard("fourth"), bytes("fourth"));
        assertEquals("fourth", all());
    }

    @Test
    void endOfTheOutputIsSaidOnceHoweverOftenItIsAskedFor() {
        flusher.write(heard("first"), bytes("0123456789x"));
        flusher.shutdown();
        flusher.write(heard("second"), bytes("second"));
        flusher.shutdown();
        assertEquals("0123456789xsecond", all());
        assertTrue(raw.isOutputShutdown());
        assertEquals(List.of("first done", "second done"), heard);
    }

    @Test
    void brokenAnswerIsFollowedByNothing() {
        flusher.requestBegin();
        offer(1, EventUrgency.EACH);
        flusher.write(heard("half"), bytes("half"));
        flusher.requestFailed();
        offer(2, EventUrgency.EACH);
        assertEquals("half", all());
    }

    @Test
    void failureOfTheNetworkFailsEverythingOnce() {
        flusher.write(heard("first"), bytes("0123456789x"));
        flusher.write(heard("second"), bytes("y"));
        raw.getWriteFlusher().onFail(new IOException("gone"));
        assertEquals(List.of("first failed", "second failed"), heard);
        assertFalse(raw.isOpen());
        flusher.write(heard("third"), bytes("z"));
        assertEquals(List.of("first failed", "second failed", "third failed"), heard);
    }

    @Test
    void endFailsWhatWaitsOnce() {
        flusher.write(heard("first"), bytes("0123456789x"));
        flusher.write(heard("second"), bytes("y"));
        flusher.terminate(null);
        raw.close();
        flusher.terminate(null);
        assertEquals(List.of("first failed", "second failed"), heard);
        assertTrue(offer(1, EventUrgency.EACH));
        assertEquals(0, time.waiting());
    }

    @Test
    void endOfTheOutputFollowsWhatWaits() {
        flusher.write(heard("answer"), bytes("0123456789x"));
        flusher.shutdown();
        assertFalse(raw.isOutputShutdown());
        assertEquals("0123456789x", all());
        assertTrue(raw.isOutputShutdown());
    }

    @Test
    void cancelledWriteGivesBackOnlyWhatNobodyTouches() {
        Callback waiting = heard("waiting");
        flusher.write(heard("written"), bytes("0123456789x"));
        flusher.write(waiting, bytes("y"));
        assertSame(waiting, flusher.cancelWrite(new IOException("cancelled")).orElseThrow());
        raw.close();
        assertEquals(List.of("written failed"), heard);
        assertEquals(Optional.empty(), flusher.cancelWrite(new IOException("again")));
    }

    @Test
    void eventsThatCannotBeWrittenCloseTheConnection() {
        Flusher broken = flusher(events -> {
            throw new IllegalArgumentException("on purpose");
        });
        broken.offer(new Event(CharacteristicId.of(1, 1), Value.TRUE), EventUrgency.EACH);
        assertFalse(raw.isOpen());
    }

    private Flusher flusher(EventEncoder encoder) {
        ListenRequest wishes = new ListenRequest(
                "test", new InetSocketAddress(0), SessionLimits.of(8), Duration.ofSeconds(1), true, encoder);
        return new Flusher(raw, Runnable::run, time, wishes);
    }

    private boolean offer(long value, EventUrgency urgency) {
        return flusher.offer(new Event(CharacteristicId.of(1, 1), Value.of(value)), urgency);
    }

    private Callback heard(String name) {
        return Callback.from(() -> heard.add(name + " done"), failure -> heard.add(name + " failed"));
    }

    private String all() {
        StringBuilder all = new StringBuilder();
        for (String part = raw.takeOutputString(); !part.isEmpty(); part = raw.takeOutputString()) {
            all.append(part);
        }
        return all.toString();
    }

    private static String event(String body) {
        return EVENT_HEAD + body.length() + "\r\n\r\n" + body;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
