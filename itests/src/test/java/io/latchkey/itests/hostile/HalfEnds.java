// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Peers that hang up when they shouldn't, or on one side only. */
abstract class HalfEnds {
    private static final int RESETS = 200;
    private static final int SMALL = 4096;
    private static final byte[] ACCESSORIES = HapWire.request("GET", "/accessories", "", new byte[0]);
    private static Victim bridge;

    @BeforeAll
    static void start() throws Exception {
        bridge = new Victim("hostile-wire", 140, Map.of());
    }

    @AfterEach
    void expectNoHarm() throws IOException {
        bridge.assertUnharmed();
    }

    @AfterAll
    static void end() throws Exception {
        bridge.close();
    }

    @Test
    void twoHundredResetsInTheMiddleOfALargeAnswer() throws Exception {
        int size = 0;
        long slowest = 0;
        try (WireClient whole = bridge.guest()) {
            size = whole.get("/accessories").body().length;
        }
        for (int i = 0; i < RESETS; i++) {
            try (WireClient session = WireClient.over(HapWire.connect(HapWire.BRIDGE, bridge.address(), SMALL))) {
                session.verify(bridge.guestKeys(), bridge.peer());
                session.wire().send(ACCESSORIES);
                assertFalse(session.wire().isSilentFor(Victim.PATIENCE), "the answer has begun");
                session.wire().reset();
            }
            slowest = Math.max(slowest, bridge.ask().toMillis());
        }
        assertTrue(size > 100_000, "a large answer");
        bridge.say(RESETS + " resets within an answer of " + size + " bytes, another session waited " + slowest
                + " ms at most");
    }

    @Test
    void whoEndsItsOutputAfterARequestStillGetsTheAnswer() throws Exception {
        try (WireClient plain = WireClient.open(bridge.address());
                WireClient secured = bridge.guest()) {
            assertEquals(470, answerAfterTheEnd(plain).status());
            assertTrue(answerAfterTheEnd(secured).text().endsWith("]}"), "the whole answer");
        }
    }

    @Test
    void whoEndsItsOutputWithinARequestIsLetGo() throws Exception {
        for (int length = 1; length < ACCESSORIES.length; length++) {
            try (WireClient secured = bridge.guest()) {
                secured.wire().send(Arrays.copyOf(ACCESSORIES, length));
                secured.wire().shutdownOutput();
                assertTrue(isRefusedOrClosed(secured.wire()), "after " + length + " bytes");
            }
        }
    }

    @Test
    void whoEndsItsOutputWithinAFrameIsLetGo() throws Exception {
        try (WireClient secured = bridge.guest()) {
            byte[] frame = secured.wire().seal(ACCESSORIES);
            secured.wire().sendRaw(Arrays.copyOf(frame, frame.length - 1));
            secured.wire().shutdownOutput();
            assertTrue(secured.isClosedWithin(Victim.PATIENCE));
        }
    }

    private static boolean isRefusedOrClosed(HapWire wire) throws IOException {
        try {
            return wire.answer().status() == 400;
        } catch (EOFException closed) {
            return true;
        }
    }

    private static WireMessage answerAfterTheEnd(WireClient session) throws IOException {
        session.wire().send(ACCESSORIES);
        session.wire().shutdownOutput();
        WireMessage answer = session.wire().answer();
        assertTrue(session.isClosedWithin(Victim.PATIENCE), "both have said all");
        return answer;
    }
}
