// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException.Reason;
import io.latchkey.api.transport.Request;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Accessories that answer or read too slowly are given up in time. */
class SlowAccessoryTest extends ControllerAndAccessory {
    @Test
    void bodyThatTricklesIsTimedOut() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        controller.ask(connection, "/1");
        end.request();
        end.send(TestAccessory.event("still here") + "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n");
        controller.awaitHeard("event still here");
        for (int second = 0; second < 9; second++) {
            end.send("x");
            controller.time.pass(TestController.REQUEST_TIME.dividedBy(10));
        }
        assertTrue(connection.isOpen());
        controller.time.pass(TestController.REQUEST_TIME.dividedBy(10));
        controller.awaitHeard("event still here", "failed TIMED_OUT", "closed TIMED_OUT");
        end.awaitEnd();
    }

    @Test
    void floodOfEventsKeepsNobodyFromTimingOut() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        CompletionStage<Answer> answer = connection.send(Request.of("GET", "/1"));
        end.request();
        Thread flood = new Thread(() -> assertThrows(SocketException.class, () -> {
            while (true) {
                end.send(TestAccessory.event("x").repeat(100));
            }
        }));
        flood.start();
        TestBridge.await("the flood", () -> controller.heard.size() > 1000);
        controller.time.pass(TestController.REQUEST_TIME);
        assertEquals(Reason.TIMED_OUT, TestController.failure(answer));
        flood.join(20_000);
        assertFalse(flood.isAlive());
        TestBridge.await("the end", () -> last(controller.heard).equals("closed TIMED_OUT"));
    }

    @Test
    void accessoryThatDoesNotReadIsTimedOut() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        controller.ask(connection, Request.of("PUT", "/1", "a/b", new byte[16_000_000]));
        end.awaitBytes();
        controller.time.pass(TestController.REQUEST_TIME);
        controller.awaitHeard("failed TIMED_OUT", "closed TIMED_OUT");
    }

    private static String last(List<String> heard) {
        return heard.get(heard.size() - 1);
    }
}
