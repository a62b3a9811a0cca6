// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.google.gson.JsonObject;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.ManualWorkers;
import io.latchkey.api.transport.After;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.ExchangeHandler;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.Session;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.api.transport.SessionLimits;
import io.latchkey.api.transport.SessionListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first traffic of a secured session, byte for byte as the vectors have it, event and long answer included. */
class TranscriptTest {
    private static final String JSON = "application/hap+json";

    private final JsonObject vectors = Vectors.load("pair-verify.json");
    private final List<JsonObject> session =
            Vectors.cases("pair-verify.json", "session").toList();

    @Test
    void everyByteIsThatOfTheVectors() throws IOException {
        JettyTransport transport = new JettyTransport(new ManualWorkers());
        try (Listener listener = transport.listen(wishes(), new Script(), new SessionListener() {});
                HapClient client = new HapClient(listener.address())) {
            client.ask("POST", "/pair-verify", "M3");
            exchange(client, session.get(0), session.get(1));
            exchange(client, session.get(2), session.get(3));
            Session ours = listener.sessions().iterator().next();
            ours.event(CharacteristicId.of(1, 9), Value.of(0), EventUrgency.COALESCED);
            assertReads(client, session.get(4));
            HapClient.Frames frames = HapClient.framesFor(keys());
            frames.empty();
            frames.empty();
            client.write(frames.sealed(HapClient.request("GET", "/accessories", ""), 1024));
            assertReads(client, session.get(5));
        } finally {
            transport.stop();
        }
    }

    private static void exchange(HapClient client, JsonObject request, JsonObject answer) throws IOException {
        client.write(Vectors.frames(request));
        assertReads(client, answer);
    }

    private static void assertReads(HapClient client, JsonObject message) throws IOException {
        byte[] expected = Vectors.frames(message);
        assertArrayEquals(expected, client.exactly(expected.length));
    }

    private SessionKeys keys() {
        JsonObject derived = vectors.getAsJsonObject("derived");
        return new SessionKeys(
                Vectors.bytes(derived, "accessory_to_controller_key"),
                Vectors.bytes(derived, "controller_to_accessory_key"));
    }

    private ListenRequest wishes() {
        byte[] body = body(session.get(4));
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new ListenRequest("test", anyPort, SessionLimits.of(8), Duration.ofSeconds(1), true, events -> body);
    }

    private static byte[] body(JsonObject message) {
        byte[] plain = Vectors.bytes(message, "plaintext");
        int start = new String(plain, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
        return Arrays.copyOfRange(plain, start, plain.length);
    }

    /** Answers as the accessory of the vectors did. */
    private final class Script implements ExchangeHandler {
        @Override
        public int bodyLimit(String method, String path) {
            return 4096;
        }

        @Override
        public void handle(Exchange exchange) {
            switch (exchange.method() + exchange.path()) {
                case "POST/pair-verify" ->
                    exchange.respond(TestHandler.text("M4"), new After.SecureWith(keys(), TestBridge.CONTROLLER));
                case "GET/characteristics" -> exchange.respond(Answer.of(200, JSON, body(session.get(1))));
                case "GET/accessories" -> exchange.respond(Answer.of(200, JSON, body(session.get(5))));
                default -> exchange.respond(Answer.empty(204));
            }
        }
    }
}
