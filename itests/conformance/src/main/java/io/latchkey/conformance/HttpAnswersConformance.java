// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Which status a request gets by its path and method, what an answer's head says, and when an answer is the last one. */
@OverTheWire
@Order(ConformanceOrder.HTTP)
class HttpAnswersConformance {
    private static final byte[] NOTHING = {};
    private static final Set<String> TYPES =
            Set.of("application/hap+json", "application/pairing+tlv8", "image/jpeg", "application/octet-stream");
    private static final byte[] LIST_PAIRINGS = {0x06, 0x01, 0x01, 0x00, 0x01, 0x05};

    @Test
    @DisplayName("B48 A request of HTTP/1.0 is the last one of its connection")
    void oldHttp(Server server) throws IOException {
        byte[] request = Requests.bytes("GET /accessories HTTP/1.0\r\n\r\n");
        try (WireClient connection = server.open()) {
            OddOutcome outcome = OddOutcome.of(connection.wire(), request);
            Expect.that(outcome.closed(), "GET of HTTP/1.0 before verifying", "the connection closed", outcome);
        }
        try (WireClient session = server.admin()) {
            OddOutcome outcome = OddOutcome.of(session.wire(), session.wire().seal(request));
            Expect.that(outcome.closed(), "GET of HTTP/1.0", "the connection closed", outcome);
        }
    }

    @Test
    @DisplayName("B49 A request with Connection: close is answered and closed")
    void connectionClose(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            byte[] request = Requests.get("/accessories", "Connection: close");
            OddOutcome outcome = OddOutcome.of(session.wire(), session.wire().seal(request));
            Expect.that(
                    outcome.closed() && outcome.isStatus(200),
                    "GET /accessories with Connection: close",
                    "200, then the connection closed",
                    outcome);
        }
    }

    @Test
    @DisplayName("B53 An unknown path is 404 in a session, and 470 before it is verified")
    void unknownPath(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            for (String path : List.of("/", "/unknown", "/accessories/1")) {
                Expect.status(session.get(path), "GET " + path, 404);
            }
            Expect.status(session.get("/accessories"), "GET /accessories after unknown paths", 200);
        }
        try (WireClient connection = server.open()) {
            int[] allowed = server.isLatchkey() ? new int[] {470} : new int[] {404, 470};
            Expect.status(connection.get("/unknown"), "GET /unknown before verifying", allowed);
        }
    }

    @Test
    @DisplayName("B53 A wrong method on a known path is 405")
    void wrongMethod(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            for (String request : List.of(
                    "POST /accessories",
                    "PUT /accessories",
                    "POST /characteristics",
                    "GET /prepare",
                    "GET /pairings")) {
                Expect.status(exchange(session, request), request, 405);
            }
            Expect.status(session.get("/accessories"), "GET /accessories after wrong methods", 200);
        }
        try (WireClient connection = server.open()) {
            for (String request : List.of("GET /pair-setup", "PUT /pair-verify", "GET /identify")) {
                Expect.status(exchange(connection, request), request + " before verifying", 405);
            }
        }
    }

    @Test
    @DisplayName("B53 What belongs to a session is 470 before it is verified, whatever the method")
    void authorizationRequired(Server server) throws IOException {
        try (WireClient connection = server.open()) {
            for (String request : List.of(
                    "GET /accessories",
                    "GET /characteristics?id=1.2",
                    "PUT /characteristics",
                    "PUT /prepare",
                    "POST /pairings")) {
                WireMessage answer = exchange(connection, request);
                Expect.status(answer, request + " before verifying", 470);
                Expect.that(
                        !answer.text().contains("\"value\""), request + " before verifying", "no value", answer.text());
            }
        }
    }

    @Test
    @DisplayName("B54 A path in other letters or with a slash behind it is another path, or the same: it is answered")
    void otherSpellings(Server server) throws IOException {
        int[] allowed = server.isLatchkey() ? new int[] {404} : new int[] {200, 404};
        try (WireClient session = server.admin()) {
            for (String path : List.of("/Accessories", "/ACCESSORIES", "/accessories/")) {
                Expect.status(session.get(path), "GET " + path, allowed);
            }
            Expect.status(session.get("/accessories"), "GET /accessories after other spellings", 200);
        }
    }

    /** Nothing says what a query means there; Latchkey drops it (apple-traffic.md, section 12, row 14). */
    @Test
    @DisplayName("B54 A query on a path that has none is dropped, or makes another path of it: it is answered")
    void strayQuery(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            WireMessage answer = session.get("/accessories?x=1");
            Expect.status(
                    answer, "GET /accessories?x=1", server.isLatchkey() ? new int[] {200} : new int[] {200, 400, 404});
            Expect.status(session.get("/accessories"), "GET /accessories after it", 200);
        }
    }

    @Test
    @DisplayName("B55 The order of parameters in a query makes no difference")
    void queryOrder(Server server) throws IOException {
        String on = server.home().on();
        try (WireClient session = server.admin()) {
            WireMessage first = session.get("/characteristics?id=" + on + "&meta=1&perms=1&type=1&ev=1");
            WireMessage second = session.get("/characteristics?ev=1&type=1&perms=1&meta=1&id=" + on);
            Expect.status(first, "A read with its ids first", 200);
            Expect.status(second, "A read with its ids last", 200);
            Expect.that(first.json().equals(second.json()), "A read with its ids last", first.text(), second.text());
        }
    }

    @Test
    @DisplayName("B55 Several lists of ids in one query add up, or are refused with 400")
    void repeatedIds(Server server) throws IOException {
        TestedHome home = server.home();
        try (WireClient session = server.admin()) {
            WireMessage answer = session.get("/characteristics?id=" + home.on() + "&id=" + home.brightness());
            boolean refused = answer.status() == 400 && !server.isLatchkey();
            boolean both = answer.status() == 200
                    && answer.json().getAsJsonArray("characteristics").size() == 2;
            Expect.that(refused || both, "A read with two lists of ids", "200 with both, or 400", answer.text());
        }
    }

    @Test
    @DisplayName("B58 The head of every answer says where it ends, and of what type it is")
    void heads(Server server) throws IOException {
        TestedHome home = server.home();
        try (WireClient session = server.admin()) {
            check(server, "GET /accessories", session.get("/accessories"));
            check(server, "A read", session.get("/characteristics?id=" + home.on()));
            check(server, "A read with a failure", session.get("/characteristics?id=" + home.absent()));
            check(server, "A write", session.put(home.on(), "ev", "false"));
            check(server, "A write with a failure", session.put(home.absent(), "ev", "false"));
            check(server, "PUT /prepare", session.put("/prepare", "{\"ttl\":1000,\"pid\":5}"));
            check(server, "POST /pairings", session.post("/pairings", LIST_PAIRINGS));
            check(server, "GET /unknown", session.get("/unknown"));
        }
        try (WireClient connection = server.open()) {
            check(server, "GET /accessories before verifying", connection.get("/accessories"));
        }
    }

    private static void check(Server server, String done, WireMessage answer) {
        boolean length = answer.header("content-length").isPresent();
        boolean chunked = answer.header("transfer-encoding").isPresent();
        if (answer.status() == 204) {
            Expect.that(!length && !chunked, done, "204 with neither a length nor chunks", answer);
        } else {
            Expect.that(length != chunked, done, "Content-Length, or chunks", answer);
        }
        if (answer.body().length > 0) {
            String type = answer.header("content-type").orElse("none");
            Expect.that(TYPES.contains(type), done, "a Content-Type of the protocol", type);
        }
        if (server.isLatchkey()) {
            Set<String> names = new TreeSet<>();
            answer.headers().forEach(each -> names.add(each.name()));
            names.removeAll(Set.of("content-length", "content-type"));
            Expect.that(names.isEmpty(), done, "Content-Type and Content-Length only", names);
        }
    }

    private static WireMessage exchange(WireClient client, String request) throws IOException {
        String[] words = request.split(" ");
        return client.wire().exchange(words[0], words[1], WireClient.JSON, NOTHING);
    }
}
