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
class SocketWriterTest {
    private static final String EVENT_HEAD =
            "EVENT/1.0 200 OK\r\nContent-Type: application/hap+json\r\nContent-Length: ";

    private final ConcurrentManualWorkers time = new ConcurrentManualWorkers();
    private final ByteArrayEndPoint raw = new ByteArrayEndPoint(new byte[0], 10, false);
    private final List<String> heard = new ArrayList<>();
    private final SocketWriter writer = writer(TestBridge::encode);

    @Test
    void bytesLeaveAsTheNetworkTakesThem() {
        writer.write(heard("answer"), bytes("0123456789"), bytes("abcde"));
        assertEquals(List.of(), heard);
        assertTrue(writer.writingSince().isPresent());
        assertEquals("0123456789", raw.takeOutputString());
        assertEquals("abcde", raw.takeOutputString());
        assertEquals(List.of("answer done"), heard);
        assertEquals(Optional.empty(), writer.writingSince());
    }

    @Test
    void emptyWriteIsDoneAtOnce() {
        writer.write(heard("nothing"), bytes(""));
        assertEquals(List.of("nothing done"), heard);
    }

    @Test
    void eventWaitsBetweenTwoPartsOfAnAnswer() {
        writer.requestBegin();
        writer.write(heard("head"), bytes("head "));
        offer(1, EventUrgency.EACH);
        assertEquals("head ", all());
        writer.write(heard("body"), bytes("body"));
        assertEquals("body", all());
        writer.requestEnd();
        assertEquals(event("1.1=Whole[number=1]"), all());
    }

    @Test
    void eventIsNotInterruptedByAnAnswer() {
        offer(1, EventUrgency.COALESCED);
        writer.requestBegin();
        writer.write(heard("answer"), bytes("answer"));
        assertEquals(event("1.1=Whole[number=1]") + "answer", all());
        assertEquals(List.of("answer done"), heard);
    }

    @Test
    void oneEventMessageHasATurnBetweenAnswersWithoutAPause() {
        writer.requestBegin();
        writer.write(heard("first"), bytes("0123456789first"));
        offer(1, EventUrgency.EACH);
        offer(2, EventUrgency.EACH);
        writer.requestEnd();
        writer.requestBegin();
        writer.write(heard("second"), bytes("second"));
        assertEquals("0123456789first" + event("1.1=Whole[number=1]") + "second", all());
        writer.requestEnd();
        assertEquals(event("1.1=Whole[number=2]"), all());
    }

    @Test
    void stalledNetworkKeepsTheNewestValueOnly() {
        writer.write(heard("answer"), bytes("0123456789x"));
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
        writer.write(heard("first"), bytes("0123456789x"));
        writer.write(heard("second"), bytes("second"));
        writer.write(heard("third"), bytes("third"));
        assertEquals(List.of("third failed"), heard);
        assertEquals("0123456789xsecond", all());
        assertEquals(List.of("third failed", "first done", "second done"), heard);
        writer.write(heard("fourth"), bytes("fourth"));
        assertEquals("fourth", all());
    }

    @Test
    void endOfTheOutputIsSaidOnceHoweverOftenItIsAskedFor() {
        writer.write(heard("first"), bytes("0123456789x"));
        writer.shutdown();
        writer.write(heard("second"), bytes("second"));
        writer.shutdown();
        assertEquals("0123456789xsecond", all());
        assertTrue(raw.isOutputShutdown());
        assertEquals(List.of("first done", "second done"), heard);
    }

    @Test
    void brokenAnswerIsFollowedByNothing() {
        writer.requestBegin();
        offer(1, EventUrgency.EACH);
        writer.write(heard("half"), bytes("half"));
        writer.requestFailed();
        offer(2, EventUrgency.EACH);
        assertEquals("half", all());
    }

    @Test
    void failureOfTheNetworkFailsEverythingOnce() {
        writer.write(heard("first"), bytes("0123456789x"));
        writer.write(heard("second"), bytes("y"));
        raw.getWriteFlusher().onFail(new IOException("gone"));
        assertEquals(List.of("first failed", "second failed"), heard);
        assertFalse(raw.isOpen());
        writer.write(heard("third"), bytes("z"));
        assertEquals(List.of("first failed", "second failed", "third failed"), heard);
    }

    @Test
    void endFailsWhatWaitsOnce() {
        writer.write(heard("first"), bytes("0123456789x"));
        writer.write(heard("second"), bytes("y"));
        writer.terminate(null);
        raw.close();
        writer.terminate(null);
        assertEquals(List.of("first failed", "second failed"), heard);
        assertTrue(offer(1, EventUrgency.EACH));
        assertEquals(0, time.waiting());
    }

    @Test
    void endOfTheOutputFollowsWhatWaits() {
        writer.write(heard("answer"), bytes("0123456789x"));
        writer.shutdown();
        assertFalse(raw.isOutputShutdown());
        assertEquals("0123456789x", all());
        assertTrue(raw.isOutputShutdown());
    }

    @Test
    void cancelledWriteGivesBackOnlyWhatNobodyTouches() {
        Callback waiting = heard("waiting");
        writer.write(heard("written"), bytes("0123456789x"));
        writer.write(waiting, bytes("y"));
        assertSame(waiting, writer.cancelWrite(new IOException("cancelled")).orElseThrow());
        raw.close();
        assertEquals(List.of("written failed"), heard);
        assertEquals(Optional.empty(), writer.cancelWrite(new IOException("again")));
    }

    @Test
    void eventsThatCannotBeWrittenCloseTheConnection() {
        SocketWriter broken = writer(events -> {
            throw new IllegalArgumentException("on purpose");
        });
        broken.offer(new Event(CharacteristicId.of(1, 1), Value.TRUE), EventUrgency.EACH);
        assertFalse(raw.isOpen());
    }

    private SocketWriter writer(EventEncoder encoder) {
        ListenRequest wishes = new ListenRequest(
                "test", new InetSocketAddress(0), SessionLimits.of(8), Duration.ofSeconds(1), true, encoder);
        return new SocketWriter(raw, Runnable::run, time, wishes);
    }

    private boolean offer(long value, EventUrgency urgency) {
        return writer.offer(new Event(CharacteristicId.of(1, 1), Value.of(value)), urgency);
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
