// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.api.transport.Connection;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an accessory may not send to a controller: it ends the connection. */
class BrokenAccessoryTest extends ControllerAndAccessory {
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "garbage", "EVENT/2.0 200 OK\r\n\r\n"})
    void whatNobodyWantsEndsAnIdleConnection(String wrong) throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        end.send(TestAccessory.event("right"));
        end.send(wrong);
        controller.awaitHeard("event right", "closed PROTOCOL");
        assertFalse(connection.isOpen());
        end.awaitEnd();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000000", "Transfer-Encoding: chunked", "X: a"})
    void bodyOverItsLimitEndsTheConnection(String length) throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        controller.ask(connection, "/1");
        end.request();
        end.send("HTTP/1.1 200 OK\r\n" + length + "\r\n\r\nf4240\r\n");
        assertThrows(SocketException.class, () -> {
            while (true) {
                end.send("x".repeat(1000));
            }
        });
        controller.awaitHeard("failed PROTOCOL", "closed PROTOCOL");
    }

    @Test
    void answerBeforeTheFirstRequestEndsAPlainConnection() throws Exception {
        controller.connect(accessory.address());
        accessory.accept().send(TestAccessory.answer("unasked"));
        controller.awaitHeard("closed PROTOCOL");
    }

    @Test
    void whatPilesUpUnaskedEndsAPlainConnection() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        controller.ask(connection, "/1");
        end.request();
        end.send(TestAccessory.answer("one") + "x".repeat(5000));
        controller.awaitHeard("answer one", "closed PROTOCOL");
    }

    @Test
    void wrongTagEndsTheConnection() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        controller.ask(connection, "/1");
        end.request();
        byte[] frame = end.sealed(TestAccessory.answer("forged"), 1024);
        frame[frame.length - 1] ^= 1;
        end.write(frame);
        controller.awaitHeard("failed PROTOCOL", "closed PROTOCOL");
    }

    @Test
    void frameLongerThanAllowedEndsTheConnectionAtItsSecondByte() throws Exception {
        controller.secured(accessory);
        accessory.accept().write(new byte[] {1, 4});
        controller.awaitHeard("closed PROTOCOL");
    }
}
