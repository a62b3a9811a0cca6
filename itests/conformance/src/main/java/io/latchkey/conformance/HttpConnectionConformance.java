// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import com.google.gson.JsonParseException;
import io.latchkey.itests.home.Probe;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Large answers while events fire, connections that end in the middle of something, and where the server listens. */
@OverTheWire
@Order(ConformanceOrder.HTTP)
class HttpConnectionConformance {
    private static final byte[] ACCESSORIES = Requests.get("/accessories");
    private static final int BLOB = 1_200_000;
    private static final int ROUNDS = 40;
    private static final int RESETS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    @DisplayName("B59 Answers of more than a megabyte stay whole while events fire")
    void largeAnswersAndEvents(Server server) throws IOException {
        TestedHome home = server.home();
        String blob = home.probe(Probe.BLOB);
        String counter = home.probe(Probe.COUNTER);
        String order = home.probe(Probe.ORDER);
        try (WireClient reader = server.admin();
                WireClient writer = server.admin()) {
            Expect.status(reader.put(counter, "ev", "true"), "Subscribing to a counter", 204);
            Expect.status(writer.put(order, "value", "\"blob " + BLOB + "\""), "Making the home large", 204);
            Expect.status(writer.put(order, "value", "\"count 20000 5000\""), "5,000 changes a second", 204);
            int events = 0;
            for (int round = 0; round < ROUNDS && (events < 3 || round < 10); round++) {
                expectLarge(reader.get("/accessories"));
                expectLarge(reader.get("/characteristics?id=" + blob));
                while (reader.event(Duration.ofMillis(50)).isPresent()) {
                    events++;
                }
            }
            Expect.that(events > 0, "Large answers while 5,000 changes a second happen", "events between them", "none");
            Expect.status(writer.put(order, "value", "\"blob 16\""), "Making the home small", 204);
        }
    }

    @Test
    @DisplayName("B59 GET /accessories stays whole while another session switches what this one hears of")
    void accessoriesAndEvents(Server server) throws IOException {
        String on = server.home().on();
        try (WireClient reader = server.admin();
                WireClient writer = server.admin()) {
            Expect.status(reader.put(on, "ev", "true"), "Subscribing to " + on, 204);
            int events = 0;
            for (int round = 0; round < ROUNDS; round++) {
                reader.wire().send(ACCESSORIES);
                Expect.status(writer.put(on, "value", round % 2 == 0 ? "true" : "false"), "Switching " + on, 204);
                expectJson(reader.wire().answer());
                while (reader.event(Duration.ofMillis(50)).isPresent()) {
                    events++;
                }
            }
            boolean heard = events > 0 || reader.event(PATIENCE).isPresent();
            Expect.that(heard, "Switching " + on + " while another session reads", "events", "none");
        }
    }

    @Test
    @DisplayName("B60 A controller that has said its last word is answered or closed, and never kept")
    void halfClose(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            session.wire().send(ACCESSORIES);
            session.wire().shutdownOutput();
            OddOutcome outcome = OddOutcome.of(session.wire());
            Expect.that(
                    outcome.closed() && (outcome.isStatus(200) || !server.isLatchkey()),
                    "GET /accessories, then the end of the sending side",
                    "200, then the connection closed",
                    outcome);
        }
        try (WireClient session = server.admin()) {
            session.wire().shutdownOutput();
            OddOutcome.of(session.wire()).mustBeSilentlyClosed("Nothing but the end of the sending side");
        }
    }

    @Test
    @DisplayName("B60 A request that is cut by the end of the sending side is not served")
    void halfRequest(Server server) throws IOException {
        byte[] half = Requests.bytes("GET /accessories HTTP/1.1\r\nHost: Blue\\032Ba");
        try (WireClient session = server.admin()) {
            session.wire().send(half);
            session.wire().shutdownOutput();
            OddOutcome.of(session.wire()).mustBeRefused("Half a request, then the end of the sending side", 400);
        }
        try (WireClient connection = server.open()) {
            connection.wire().sendRaw(half);
            connection.wire().shutdownOutput();
            OddOutcome.of(connection.wire())
                    .mustBeRefused("Half a plain request, then the end of the sending side", 400);
        }
    }

    @Test
    @DisplayName("B61 Controllers that reset the connection within an answer leave the server unharmed")
    void reset(Server server) throws IOException {
        try (WireClient witness = server.admin()) {
            for (int i = 0; i < RESETS; i++) {
                WireClient session = server.admin();
                for (int j = 0; j <= i; j++) {
                    session.wire().send(ACCESSORIES);
                }
                boolean silent = session.wire().isSilentFor(PATIENCE);
                session.wire().reset();
                Expect.that(!silent, "GET /accessories", "the begin of an answer", "nothing for " + PATIENCE);
            }
            Expect.status(witness.get("/accessories"), RESETS + " resets within answers, then another session", 200);
        }
        try (WireClient session = server.admin()) {
            Expect.status(session.get("/accessories"), RESETS + " resets within answers, then a new session", 200);
        } catch (EOFException | SocketException refused) {
            Expect.that(false, RESETS + " resets within answers", "new sessions", refused.getMessage());
        }
    }

    @Test
    @DisplayName("B62 Nothing but the port of the server listens, not even on the loopback")
    void noSecondListener(Server server) throws IOException {
        if (server.process().isEmpty()) {
            throw new TestAbortedException("not applicable: the process of the server is not ours to look into");
        }
        try (WireClient session = server.admin()) {
            Expect.status(session.get("/accessories"), "GET /accessories", 200);
            Set<Integer> ports = ListeningSockets.of(server.process().getAsLong()).stream()
                    .map(InetSocketAddress::getPort)
                    .collect(Collectors.toSet());
            Set<Integer> own = Set.of(server.address().getPort());
            Expect.that(ports.equals(own), "A session in use", "listening ports " + own, ports);
        }
    }

    private static void expectLarge(WireMessage answer) {
        Expect.that(
                answer.body().length > BLOB,
                "A large answer while events fire",
                "all of it",
                answer.startLine() + " with " + answer.body().length + " bytes");
        expectJson(answer);
    }

    private static void expectJson(WireMessage answer) {
        Expect.status(answer, "An answer while events fire", 200);
        try {
            answer.json();
        } catch (JsonParseException broken) {
            Expect.that(false, "An answer while events fire", "JSON to its end", broken.getMessage());
        }
    }
}
