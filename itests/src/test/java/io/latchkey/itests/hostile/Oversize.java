// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.SessionStatus;
import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is larger than it may be is refused or closed early; what is as large as it may be works. */
abstract class Oversize {
    private static final int METERS = 140;
    private static final int MOST_TAKEN = 8 << 20;
    private static Victim bridge;

    @BeforeAll
    static void start() throws Exception {
        bridge = new Victim("hostile-oversize", METERS, Map.of());
    }

    @AfterAll
    static void end() throws Exception {
        bridge.assertUnharmed();
        bridge.say("oversized requests are over");
        bridge.close();
    }

    @Test
    void headsAreBoundedBeforeAnybodyIsVerified() throws IOException {
        for (Oversized each : Oversized.heads()) {
            try (HapWire wire = HapWire.connect(bridge.address())) {
                expect(each, wire);
            }
        }
    }

    @Test
    void headsAreBoundedOnSecuredSessions() throws IOException {
        for (Oversized each : Oversized.heads()) {
            try (WireClient session = bridge.guest()) {
                expect(each, session.wire());
            }
        }
    }

    @Test
    void bodiesAreBounded() throws IOException {
        for (Oversized each : Oversized.bodies(bridge.on(3))) {
            try (WireClient session = bridge.guest()) {
                expect(each, session.wire());
            }
        }
    }

    @Test
    void anEndlessHeadIsCutOff() throws IOException {
        assertCutOff(HapWire.begin("GET", "/accessories") + "X: ");
        assertCutOff("GET /");
        assertCutOff("\r\n");
    }

    @Test
    void aFrameThatSaysItIsTooLongClosesAtOnce() throws IOException {
        for (int length : new int[] {1025, 0x7fff, 0xffff}) {
            try (WireClient session = bridge.guest()) {
                session.wire().sendRaw(new byte[] {(byte) length, (byte) (length >> 8)});
                assertTrue(session.isClosedWithin(Victim.PATIENCE), length + " bytes");
            }
        }
    }

    @Test
    void asManyIdsAsFitAreRead() throws IOException {
        String ids =
                IntStream.range(0, 2000).mapToObj(i -> bridge.lux(i % METERS)).collect(Collectors.joining(","));
        try (WireClient session = bridge.guest()) {
            WireMessage answer = session.get("/characteristics?id=" + ids);
            assertEquals(200, answer.status());
            assertEquals(2000, answer.json().getAsJsonArray("characteristics").size());
        }
    }

    @Test
    void asManyPipelinedRequestsAsOneLikesAreAnsweredInOrder() throws IOException {
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        for (int i = 0; i < 1000; i++) {
            requests.writeBytes(
                    HapWire.request("GET", "/characteristics?id=" + bridge.lux(i % METERS), "", new byte[0]));
        }
        try (WireClient session = bridge.guest()) {
            session.wire().send(requests.toByteArray());
            for (int i = 0; i < 1000; i++) {
                String aid = bridge.lux(i % METERS).split("\\.")[0];
                assertTrue(session.wire().answer().text().contains("\"aid\":" + aid + ","), "answer " + i);
            }
        }
    }

    @Test
    void subscribingTimeAndAgainCountsOnce() throws IOException {
        String entries = IntStream.range(0, 4000)
                .mapToObj(i -> bridge.lux(i % METERS).split("\\."))
                .map(id -> "{\"aid\":" + id[0] + ",\"iid\":" + id[1] + ",\"ev\":true}")
                .collect(Collectors.joining(",", "{\"characteristics\":[", "]}"));
        try (WireClient session = bridge.guest()) {
            for (int i = 0; i < 5; i++) {
                assertEquals(204, session.put("/characteristics", entries).status());
            }
            List<Integer> subscriptions = bridge.sessions().stream()
                    .map(SessionStatus::subscriptions)
                    .filter(count -> count > 0)
                    .toList();
            assertEquals(List.of(METERS), subscriptions);
        }
    }

    private static void expect(Oversized each, HapWire wire) throws IOException {
        String outcome = each.outcome(wire);
        assertTrue(each.outcomes().contains(outcome), each + " ended with " + outcome);
        bridge.ask();
    }

    /** What the network holds on both ends may be sent, and not much more. */
    private static void assertCutOff(String beginning) throws IOException {
        byte[] more = new byte[64 << 10];
        Arrays.fill(more, (byte) (beginning.isBlank() ? '\n' : 'x'));
        try (HapWire wire = HapWire.connect(bridge.address())) {
            wire.sendRaw(beginning.getBytes(StandardCharsets.US_ASCII));
            assertThrows(
                    SocketException.class,
                    () -> {
                        for (int sent = 0; sent < MOST_TAKEN; sent += more.length) {
                            wire.sendRaw(more);
                        }
                    },
                    beginning);
        }
    }
}
