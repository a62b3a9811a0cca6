// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.transport.After;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the last plain answer to the first frame, and what closes a secured session. */
class SecuredSessionTest {
    private TestBridge bridge;

    @BeforeEach
    void start() throws IOException {
        bridge = new TestBridge();
    }

    @AfterEach
    void stop() {
        bridge.close();
    }

    @Test
    void everythingAfterTheLastPlainAnswerIsEncrypted() throws IOException {
        try (HapClient client = bridge.secured()) {
            assertEquals(
                    "GET /characteristics id=1.9 ",
                    client.ask("GET", "/characteristics?id=1.9", "").text());
            assertEquals(
                    "PUT /characteristics - {}",
                    client.ask("PUT", "/characteristics", "{}").text());
            assertTrue(bridge.sessionOf(client).isSecured());
            assertEquals(
                    Optional.of(TestBridge.CONTROLLER), bridge.sessionOf(client).controller());
        }
    }

    @Test
    void firstEncryptedRequestMayComeInTheSegmentOfTheLastPlainOne() throws IOException {
        try (HapClient client = bridge.connect()) {
            byte[] last = HapClient.request("POST", "/verify", "M3");
            HapClient.Frames frames = HapClient.framesFor(TestBridge.KEYS);
            byte[] first = frames.sealed(HapClient.request("GET", "/accessories", ""), 1024);
            client.write(joined(last, first));
            assertEquals("M4", client.read().text());
            client.secure(frames);
            assertEquals("GET /accessories - ", client.read().text());
        }
    }

    @Test
    void keysHoldBeforeTheNextByteWhoeverGivesTheAnswer() throws Exception {
        for (int i = 0; i < 100; i++) {
            try (HapClient client = bridge.connect()) {
                HapClient.Frames frames = HapClient.framesFor(TestBridge.KEYS);
                byte[] first = frames.sealed(HapClient.request("GET", "/accessories", ""), 1024);
                client.write(joined(HapClient.request("GET", "/later", ""), first));
                bridge.next()
                        .respond(TestHandler.text("M4"), new After.SecureWith(TestBridge.KEYS, TestBridge.CONTROLLER));
                assertEquals("M4", client.read().text());
                client.secure(frames);
                assertEquals("GET /accessories - ", client.read().text());
            }
        }
    }

    @Test
    void plainBytesBehindTheLastPlainRequestAreNeverServed() throws IOException {
        try (HapClient client = bridge.connect()) {
            byte[] last = HapClient.request("POST", "/verify", "M3");
            client.write(joined(last, HapClient.request("PUT", "/later", "{}")));
            assertEquals("M4", client.read().text());
            assertEquals("", client.rest());
            assertTrue(bridge.waiting.isEmpty());
        }
    }

    @Test
    void wrongTagClosesWithoutAnAnswer() throws IOException {
        try (HapClient client = bridge.secured()) {
            byte[] frame = client.sealed(HapClient.request("PUT", "/later", "{}"), 1024);
            frame[frame.length - 1] ^= 1;
            client.write(frame);
            assertEquals("", client.rest());
            assertTrue(bridge.waiting.isEmpty());
        }
    }

    @Test
    void frameLongerThanAllowedClosesAtItsSecondByte() throws IOException {
        try (HapClient client = bridge.secured()) {
            client.write(new byte[] {1, 4});
            assertEquals("", client.rest());
        }
    }

    @Test
    void emptyFramesYieldNothing() throws IOException {
        try (HapClient client = bridge.secured()) {
            client.write(client.emptyFrame());
            client.write(client.emptyFrame());
            assertEquals("GET /a - ", client.ask("GET", "/a", "").text());
        }
    }

    @Test
    void endOfStreamInAFrameClosesWithoutAnAnswer() throws IOException {
        try (HapClient client = bridge.secured()) {
            byte[] frame = client.sealed(HapClient.request("GET", "/later", ""), 1024);
            client.write(Arrays.copyOf(frame, frame.length - 1));
            client.finishOutput();
            assertEquals("", client.rest());
            assertTrue(bridge.waiting.isEmpty());
        }
    }

    @Test
    void requestsInOneSegmentAreAnsweredInTheirOrder() throws IOException {
        try (HapClient client = bridge.secured()) {
            ByteArrayOutputStream requests = new ByteArrayOutputStream();
            for (int i = 0; i < 50; i++) {
                requests.writeBytes(HapClient.request("PUT", "/" + i, "body" + i));
            }
            client.write(client.sealed(requests.toByteArray(), 700));
            for (int i = 0; i < 50; i++) {
                assertEquals("PUT /" + i + " - body" + i, client.read().text());
            }
        }
    }

    @Test
    void framesOfOneByteAreUnderstood() throws IOException {
        try (HapClient client = bridge.secured()) {
            client.write(client.sealed(HapClient.request("PUT", "/a", "x".repeat(3000)), 1));
            assertEquals("PUT /a - " + "x".repeat(3000), client.read().text());
        }
    }

    @Test
    void largeAnswersAreCutIntoFrames() throws IOException {
        try (HapClient client = bridge.secured()) {
            Message answer = client.ask("GET", "/large", "");
            assertEquals(TestHandler.LARGE.length, answer.body().length);
            assertEquals("GET /a - ", client.ask("GET", "/a", "").text());
        }
    }

    @Test
    void laterVerifyReplacesTheKeys() throws IOException {
        try (HapClient client = bridge.secured()) {
            assertEquals("M4", client.ask("POST", "/verify", "M3").text());
            client.secure(TestBridge.KEYS);
            assertEquals("GET /a - ", client.ask("GET", "/a", "").text());
        }
    }

    @Test
    void requestParsedBeforeNewKeysIsNotServedUnderThem() throws IOException {
        try (HapClient client = bridge.secured()) {
            client.send(joined(HapClient.request("POST", "/verify", "M3"), HapClient.request("PUT", "/later", "{}")));
            assertEquals("M4", client.read().text());
            assertEquals("", client.rest());
            assertFalse(bridge.sessionOf(client).isOpen());
            assertTrue(bridge.waiting.isEmpty());
        }
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
