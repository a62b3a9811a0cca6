// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static io.latchkey.transport.internal.SocketWriterRig.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Event;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** How the writer ends: with its last bytes, by a failure, or because somebody closes. */
class SocketWriterEndTest {
    private final SocketWriterRig rig = new SocketWriterRig();

    @Test
    void endOfTheOutputIsSaidOnceHoweverOftenItIsAskedFor() {
        rig.writer.write(rig.heard("first"), bytes("0123456789x"));
        rig.writer.shutdown();
        rig.writer.write(rig.heard("second"), bytes("second"));
        rig.writer.shutdown();
        assertEquals("0123456789xsecond", rig.all());
        assertTrue(rig.raw.isOutputShutdown());
        assertEquals(List.of("first done", "second done"), rig.heard);
    }

    @Test
    void brokenAnswerIsFollowedByNothing() {
        rig.writer.requestBegin();
        rig.offer(1, EventUrgency.EACH);
        rig.writer.write(rig.heard("half"), bytes("half"));
        rig.writer.requestFailed();
        rig.offer(2, EventUrgency.EACH);
        assertEquals("half", rig.all());
    }

    @Test
    void failureOfTheNetworkFailsEverythingOnce() {
        rig.writer.write(rig.heard("first"), bytes("0123456789x"));
        rig.writer.write(rig.heard("second"), bytes("y"));
        rig.raw.getWriteFlusher().onFail(new IOException("gone"));
        assertEquals(List.of("first failed", "second failed"), rig.heard);
        assertFalse(rig.raw.isOpen());
        rig.writer.write(rig.heard("third"), bytes("z"));
        assertEquals(List.of("first failed", "second failed", "third failed"), rig.heard);
    }

    @Test
    void endFailsWhatWaitsOnce() {
        rig.writer.write(rig.heard("first"), bytes("0123456789x"));
        rig.writer.write(rig.heard("second"), bytes("y"));
        rig.writer.terminate(null);
        rig.raw.close();
        rig.writer.terminate(null);
        assertEquals(List.of("first failed", "second failed"), rig.heard);
        assertTrue(rig.offer(1, EventUrgency.EACH));
        assertEquals(0, rig.time.pending());
    }

    @Test
    void endOfTheOutputFollowsWhatWaits() {
        rig.writer.write(rig.heard("answer"), bytes("0123456789x"));
        rig.writer.shutdown();
        assertFalse(rig.raw.isOutputShutdown());
        assertEquals("0123456789x", rig.all());
        assertTrue(rig.raw.isOutputShutdown());
    }

    @Test
    void cancelledWriteGivesBackOnlyWhatNobodyTouches() {
        Callback waiting = rig.heard("waiting");
        rig.writer.write(rig.heard("written"), bytes("0123456789x"));
        rig.writer.write(waiting, bytes("y"));
        assertSame(waiting, rig.writer.cancelWrite(new IOException("cancelled")).orElseThrow());
        rig.raw.close();
        assertEquals(List.of("written failed"), rig.heard);
        assertEquals(Optional.empty(), rig.writer.cancelWrite(new IOException("again")));
    }

    @Test
    void eventsThatCannotBeWrittenCloseTheConnection() {
        SocketWriter broken = rig.writer(events -> {
            throw new IllegalArgumentException("on purpose");
        });
        broken.offer(new Event(CharacteristicId.of(1, 1), Value.TRUE), EventUrgency.EACH);
        assertFalse(rig.raw.isOpen());
    }
}
