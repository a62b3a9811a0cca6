// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static io.latchkey.transport.internal.SocketWriterRig.bytes;
import static io.latchkey.transport.internal.SocketWriterRig.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.EventUrgency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The one writer on an end point that can refuse to take bytes: answers, and events between them. */
class SocketWriterTest {
    private final SocketWriterRig rig = new SocketWriterRig();

    @Test
    void bytesLeaveAsTheNetworkTakesThem() {
        rig.writer.write(rig.heard("answer"), bytes("0123456789"), bytes("abcde"));
        assertEquals(List.of(), rig.heard);
        assertTrue(rig.writer.writingSince().isPresent());
        assertEquals("0123456789", rig.raw.takeOutputString());
        assertEquals("abcde", rig.raw.takeOutputString());
        assertEquals(List.of("answer done"), rig.heard);
        assertEquals(Optional.empty(), rig.writer.writingSince());
    }

    @Test
    void emptyWriteIsDoneAtOnce() {
        rig.writer.write(rig.heard("nothing"), bytes(""));
        assertEquals(List.of("nothing done"), rig.heard);
    }

    @Test
    void eventWaitsBetweenTwoPartsOfAnAnswer() {
        rig.writer.requestBegin();
        rig.writer.write(rig.heard("head"), bytes("head "));
        rig.offer(1, EventUrgency.EACH);
        assertEquals("head ", rig.all());
        rig.writer.write(rig.heard("body"), bytes("body"));
        assertEquals("body", rig.all());
        rig.writer.requestEnd();
        assertEquals(event("1.1=Whole[number=1]"), rig.all());
    }

    @Test
    void eventIsNotInterruptedByAnAnswer() {
        rig.offer(1, EventUrgency.COALESCED);
        rig.writer.requestBegin();
        rig.writer.write(rig.heard("answer"), bytes("answer"));
        assertEquals(event("1.1=Whole[number=1]") + "answer", rig.all());
        assertEquals(List.of("answer done"), rig.heard);
    }

    @Test
    void oneEventMessageHasATurnBetweenAnswersWithoutAPause() {
        rig.writer.requestBegin();
        rig.writer.write(rig.heard("first"), bytes("0123456789first"));
        rig.offer(1, EventUrgency.EACH);
        rig.offer(2, EventUrgency.EACH);
        rig.writer.requestEnd();
        rig.writer.requestBegin();
        rig.writer.write(rig.heard("second"), bytes("second"));
        assertEquals("0123456789first" + event("1.1=Whole[number=1]") + "second", rig.all());
        rig.writer.requestEnd();
        assertEquals(event("1.1=Whole[number=2]"), rig.all());
    }

    @Test
    void itTellsHowLongAMessageHasWaitedForAnAnswer() {
        rig.offer(1, EventUrgency.COALESCED);
        rig.writer.requestBegin();
        rig.offer(2, EventUrgency.EACH);
        rig.time.pass(Duration.ofSeconds(3));
        rig.writer.write(rig.heard("answer"), bytes("answer"));
        rig.all();
        rig.writer.requestEnd();
        rig.all();
        assertEquals(List.of("1 events, late by 0", "1 events, late by 3000000000"), rig.told);
    }

    @Test
    void stalledNetworkKeepsTheNewestValueOnly() {
        rig.writer.write(rig.heard("answer"), bytes("0123456789x"));
        for (int value = 0; value < 1000; value++) {
            assertTrue(rig.offer(value, EventUrgency.COALESCED));
        }
        assertEquals("0123456789x" + event("1.1=Whole[number=999]"), rig.all());
    }

    @Test
    void waitingEventsLeaveWhenTheirTimeHasCome() {
        rig.offer(1, EventUrgency.COALESCED);
        assertEquals(event("1.1=Whole[number=1]"), rig.all());
        rig.offer(2, EventUrgency.COALESCED);
        rig.time.pass(Duration.ofMillis(950));
        assertEquals("", rig.all());
        rig.time.pass(Duration.ofMillis(50));
        assertEquals(event("1.1=Whole[number=2]"), rig.all());
        assertEquals(0, rig.time.pending());
    }

    @Test
    void onlyOnePartOfAnAnswerWaits() {
        rig.writer.write(rig.heard("first"), bytes("0123456789x"));
        rig.writer.write(rig.heard("second"), bytes("second"));
        rig.writer.write(rig.heard("third"), bytes("third"));
        assertEquals(List.of("third failed"), rig.heard);
        assertEquals("0123456789xsecond", rig.all());
        assertEquals(List.of("third failed", "first done", "second done"), rig.heard);
        rig.writer.write(rig.heard("fourth"), bytes("fourth"));
        assertEquals("fourth", rig.all());
    }
}
