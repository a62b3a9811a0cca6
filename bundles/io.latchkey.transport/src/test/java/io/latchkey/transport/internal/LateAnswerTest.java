// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.transport.Exchange;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that come later than the request: on which thread they are made, and what becomes of one that never comes. */
class LateAnswerTest {
    private static final int SWEEPS_OF_55_SECONDS = 11;

    private TestBridge bridge;
    private HapClient client;

    @BeforeEach
    void start() throws IOException {
        bridge = new TestBridge();
        client = bridge.secured();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        bridge.close();
    }

    @Test
    void whatIsKnownAtOnceIsAnsweredInPlace() throws IOException {
        assertEquals("true", client.ask("GET", "/here", "").text());
    }

    @Test
    void whoBringsAResultBuildsAndWritesNoAnswer() throws Exception {
        client.send("GET", "/later", "");
        Exchange exchange = bridge.next();
        BlockingQueue<String> threads = new LinkedBlockingQueue<>();
        Thread host = new Thread(() -> exchange.execute(() -> {
            threads.add(Thread.currentThread().getName());
            exchange.respond(TestHandler.text("late"));
        }));
        host.start();
        host.join();
        assertEquals("late", client.read().text());
        String thread = threads.poll(10, TimeUnit.SECONDS);
        assertTrue(thread.startsWith("latchkey-io"), thread);
    }

    @Test
    void whatThrowsWhileItAnswersIsAnsweredAsAFault() throws Exception {
        client.send("GET", "/later", "");
        bridge.next().execute(() -> {
            throw new StackOverflowError("a fault that the log of this test shows");
        });
        assertEquals(500, client.read().status());
        assertEquals("GET /a - ", client.ask("GET", "/a", "").text());
    }

    @Test
    void aRequestThatNobodyAnswersClosesItsSessionAfterAMinute() throws Exception {
        HapClient other = bridge.secured();
        client.send("GET", "/later", "");
        Exchange forgotten = bridge.next();
        bridge.sweep(SWEEPS_OF_55_SECONDS);
        assertTrue(bridge.sessionOf(client).isOpen());
        bridge.sweep(2);
        TestBridge.await("its end", () -> !bridge.sessionOf(client).isOpen());
        assertEquals("", client.rest());
        assertEquals("GET /a - ", other.ask("GET", "/a", "").text());
        forgotten.respond(TestHandler.text("too late, and no harm"));
        other.close();
    }

    @Test
    void aSessionThatIsEncryptedIsHeardOf() {
        TestBridge.await("it is heard of", () -> bridge.secured.size() == 1);
        assertEquals(bridge.opened, bridge.secured);
    }
}
