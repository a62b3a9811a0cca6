// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException.Reason;
import io.latchkey.api.transport.Request;
import io.latchkey.crypto.FrameCipher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What goes over the wire of a controller, byte by byte: answers, events and frames in any pieces. */
class ConnectionWireTest extends ControllerAndAccessory {
    @Test
    void plainAnswerMayBeSplitAtEveryByte() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        byte[] answer = TestAccessory.answer("one").getBytes(StandardCharsets.US_ASCII);
        List<String> expected = new ArrayList<>();
        for (int split = 1; split < answer.length; split++) {
            controller.ask(connection, "/1");
            end.request();
            sendInTwo(end, answer, split);
            expected.add("answer one");
            controller.awaitHeard(expected.toArray(String[]::new));
        }
    }

    @Test
    void framesMayBeSplitAtEveryByte() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        String messages = TestAccessory.event("before") + TestAccessory.answer("one") + TestAccessory.event("behind");
        int frames = (messages.length() + 59) / 60;
        int length = messages.length() + frames * FrameCipher.OVERHEAD;
        List<String> expected = new ArrayList<>();
        for (int split = 1; split < length; split++) {
            controller.ask(connection, "/1");
            end.request();
            sendInTwo(end, end.sealed(messages, 60), split);
            expected.addAll(List.of("event before", "answer one", "event behind"));
            controller.awaitHeard(expected.toArray(String[]::new));
        }
    }

    @Test
    void framesOfOneByteMayComeByteByByte() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        controller.ask(connection, "/1");
        end.request();
        for (byte next : end.sealed(TestAccessory.event("before") + TestAccessory.answer("one"), 1)) {
            end.write(new byte[] {next});
        }
        controller.awaitHeard("event before", "answer one");
    }

    @Test
    void emptyFramesYieldNothing() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        controller.ask(connection, "/1");
        end.request();
        end.write(end.emptyFrame());
        end.write(end.emptyFrame());
        end.send(TestAccessory.answer("one"));
        controller.awaitHeard("answer one");
    }

    @Test
    void largeAnswersOfManyFramesArriveWhole() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        controller.ask(connection, "/1");
        end.request();
        String large = "0123456789".repeat(TestController.BODY_LIMIT / 10);
        end.send(TestAccessory.answer(large));
        controller.awaitHeard("answer " + large);
    }

    @Test
    void tenThousandEventsAreHeardInOrderAmongAnswers() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        List<String> expected = new ArrayList<>();
        for (int hundred = 0; hundred < 100; hundred++) {
            controller.ask(connection, "/" + hundred);
            end.request();
            StringBuilder messages = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                String event = hundred + "." + i;
                messages.append(TestAccessory.event(event));
                expected.add("event " + event);
            }
            end.send(messages + TestAccessory.answer("to " + hundred));
            expected.add("answer to " + hundred);
        }
        controller.awaitHeard(expected.toArray(String[]::new));
    }

    @Test
    void answerMayComeBeforeItsRequestHasLeft() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        controller.ask(connection, Request.of("PUT", "/1", "a/b", new byte[8_000_000]));
        controller.ask(connection, "/2");
        end.awaitBytes();
        end.send(TestAccessory.answer("one"));
        controller.awaitHeard("answer one");
        assertTrue(end.request().startsWith("PUT /1 HTTP/1.1"));
        assertEquals("GET /2 HTTP/1.1", end.requestLine());
        end.send(TestAccessory.answer("two"));
        controller.awaitHeard("answer one", "answer two");
    }

    @Test
    void bodyWithoutALengthEndsWithTheConnection() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        controller.ask(connection, "/1");
        controller.ask(connection, "/2");
        end.request();
        end.send("HTTP/1.1 200 OK\r\n\r\nsome");
        end.send("thing");
        end.finishOutput();
        controller.awaitHeard("answer something", "failed CLOSED_BY_PEER", "closed CLOSED_BY_PEER");
    }

    @Test
    void requestsWaitInTurnUpToABound() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        IntStream.rangeClosed(0, 64).forEach(i -> controller.ask(connection, "/" + i));
        assertEquals(Reason.OVERLOADED, TestController.failure(connection.send(Request.of("GET", "/more"))));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i <= 64; i++) {
            assertEquals("GET /" + i + " HTTP/1.1", end.requestLine());
            end.send(TestAccessory.answer("to " + i));
            expected.add("answer to " + i);
        }
        controller.awaitHeard(expected.toArray(String[]::new));
        controller.ask(connection, "/room");
        assertEquals("GET /room HTTP/1.1", end.requestLine());
    }

    private static void sendInTwo(TestAccessory.End end, byte[] bytes, int split) throws IOException {
        end.write(Arrays.copyOf(bytes, split));
        end.write(Arrays.copyOfRange(bytes, split, bytes.length));
    }
}
