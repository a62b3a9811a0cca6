// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException.Reason;
import io.latchkey.api.transport.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How a controller changes to frames: what comes before, with and after the last plain answer. */
class ConnectionKeysTest extends ControllerAndAccessory {
    @Test
    void firstFramesMayShareTheSegmentOfTheLastPlainAnswer() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        controller.ask(connection, "/verify");
        end.request();
        end.secure(TestBridge.KEYS);
        end.write(joined(TestAccessory.answer("M4"), end.sealed(TestAccessory.event("early"), 1024)));
        controller.awaitHeard("answer M4");
        connection.secure(TestBridge.KEYS);
        controller.awaitHeard("answer M4", "event early");
        assertTrue(connection.isSecured());
        controller.ask(connection, "/1");
        assertEquals("GET /1 HTTP/1.1", end.requestLine());
        end.send(TestAccessory.answer("one"));
        controller.awaitHeard("answer M4", "event early", "answer one");
    }

    @Test
    void keysMayBeGivenWithinTheLastAnswer() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        connection.send(Request.of("POST", "/verify")).thenAccept(answer -> {
            connection.secure(TestBridge.KEYS);
            controller.ask(connection, "/1");
        });
        end.request();
        end.send(TestAccessory.answer("M4"));
        end.secure(TestBridge.KEYS);
        assertEquals("GET /1 HTTP/1.1", end.requestLine());
        end.send(TestAccessory.answer("one"));
        controller.awaitHeard("answer one");
    }

    @Test
    void plainBytesBehindTheLastPlainAnswerAreNeverBelieved() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        controller.ask(connection, "/verify");
        end.request();
        end.send(TestAccessory.answer("M4") + TestAccessory.event("injected"));
        controller.awaitHeard("answer M4");
        connection.secure(TestBridge.KEYS);
        controller.awaitHeard("answer M4", "closed PROTOCOL");
    }

    @Test
    void plainAnswerThatCameBeforeItsRequestIsNotTakenForIt() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        controller.ask(connection, "/1");
        end.request();
        end.send(TestAccessory.answer("one") + TestAccessory.answer("two"));
        controller.awaitHeard("answer one");
        assertEquals(Reason.PROTOCOL, TestController.failure(connection.send(Request.of("GET", "/2"))));
        controller.awaitHeard("answer one", "closed PROTOCOL");
    }

    @Test
    void keysAreTakenOnceAndOnlyBetweenRequests() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        assertFalse(connection.isSecured());
        controller.ask(connection, "/1");
        assertThrows(IllegalStateException.class, () -> connection.secure(TestBridge.KEYS));
        end.request();
        end.send(TestAccessory.answer("one"));
        controller.awaitHeard("answer one");
        connection.secure(TestBridge.KEYS);
        assertThrows(IllegalStateException.class, () -> connection.secure(TestBridge.KEYS));
    }

    private static byte[] joined(String plain, byte[] frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(plain.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(frames);
        return all.toByteArray();
    }
}
