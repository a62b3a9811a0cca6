// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.transport.SessionKeys;
import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import io.latchkey.pairing.ControllerPairVerify;
import io.latchkey.pairing.Conversation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However the network cuts what a controller sends, the answers are the same. */
abstract class Segments {
    private static final int METERS = 12;
    private static final int PADDING = 1700;
    private static final int FRAME = 1024 + 18;

    private static Victim bridge;

    @BeforeAll
    static void start() throws Exception {
        bridge = new Victim("hostile-segments", METERS, Map.of());
    }

    @AfterAll
    static void end() throws Exception {
        bridge.assertUnharmed();
        bridge.close();
    }

    @Test
    void aWholeSessionWorksByteByByte() throws Exception {
        try (HapWire wire = HapWire.connect(bridge.address())) {
            wire.secure(verifyByteByByte(wire));
            byte[] write = write();
            sendByteByByte(wire, wire.seal(write));
            sendByteByByte(wire, wire.seal(HapWire.request("GET", "/accessories", "", new byte[0]), 1));
            assertEquals(207, wire.answer().status());
            assertEquals(200, wire.answer().status());
        }
    }

    @Test
    void everySplitOfAThreeFrameRequestGivesTheSameAnswer() throws Exception {
        int length;
        try (WireClient session = bridge.guest()) {
            HapWire wire = session.wire();
            wire.send(write());
            WireMessage expected = wire.answer();
            assertEquals(207, expected.status());
            length = wire.seal(write()).length;
            assertTrue(length > 2 * FRAME && length < 3 * FRAME, length + " bytes are three frames");
        }
        long begun = System.nanoTime();
        String expected = null;
        try (WireClient session = bridge.guest()) {
            HapWire wire = session.wire();
            for (int split = 0; split < length; split++) {
                byte[] frames = wire.seal(write());
                sendInTwo(wire, frames, split);
                WireMessage answer = wire.answer();
                expected = expected == null ? answer.toString() : expected;
                assertEquals(expected, answer.toString(), "split at " + split);
            }
        }
        bridge.say(length + " splits of a request of three frames gave one answer in "
                + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }

    @Test
    void everySplitOfAPlainRequestGivesTheSameAnswer() throws Exception {
        byte[] request = HapWire.request("POST", "/pair-verify", WireClient.TLV, firstVerify());
        try (HapWire wire = HapWire.connect(bridge.address())) {
            for (int split = 1; split < request.length; split++) {
                sendInTwo(wire, request, split);
                WireMessage answer = wire.answer();
                assertEquals(200, answer.status(), "split at " + split);
                assertTrue(answer.body().length > 100, "M2 and no error, split at " + split);
            }
        }
    }

    /** The second part leaves when the bridge has answered somebody else, so it has seen the first part. */
    private static void sendInTwo(HapWire wire, byte[] bytes, int split) throws IOException {
        wire.sendRaw(Arrays.copyOf(bytes, split));
        bridge.ask();
        wire.sendRaw(Arrays.copyOfRange(bytes, split, bytes.length));
    }

    private static void sendByteByByte(HapWire wire, byte[] bytes) throws IOException {
        for (byte each : bytes) {
            wire.sendRaw(new byte[] {each});
        }
    }

    private static SessionKeys verifyByteByByte(HapWire wire) throws IOException {
        Conversation<SessionKeys> step = begin();
        while (step instanceof Conversation.Send<SessionKeys> send) {
            sendByteByByte(wire, HapWire.request("POST", "/pair-verify", WireClient.TLV, send.request()));
            step = send.answered(wire.answer().body());
        }
        return ((Conversation.Done<SessionKeys>) step).result();
    }

    private static byte[] firstVerify() {
        return ((Conversation.Send<SessionKeys>) begin()).request();
    }

    private static Conversation<SessionKeys> begin() {
        return ControllerPairVerify.begin(bridge.guestKeys(), bridge.peer(), new SecureRandom());
    }

    /** Switches what can be switched and writes what can't be written, with so much space that it takes three frames. */
    private static byte[] write() {
        String entries = IntStream.range(0, METERS)
                .mapToObj(meter -> entry(meter % 2 == 0 ? bridge.on(meter) : bridge.lux(meter)))
                .collect(Collectors.joining(","));
        byte[] body =
                ("{\"characteristics\":[" + " ".repeat(PADDING) + entries + "]}").getBytes(StandardCharsets.UTF_8);
        return HapWire.request("PUT", "/characteristics", WireClient.JSON, body);
    }

    private static String entry(String id) {
        String[] numbers = id.split("\\.");
        return "{\"aid\":" + numbers[0] + ",\"iid\":" + numbers[1] + ",\"value\":1}";
    }
}
