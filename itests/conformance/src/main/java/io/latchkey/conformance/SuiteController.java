// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import com.google.gson.JsonElement;
import io.latchkey.api.model.HapStatus;
import io.latchkey.itests.home.Probe;
import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A controller in a verified session, as tests speak of it: it reads, writes, subscribes and hears. For one thread. */
final class SuiteController implements AutoCloseable {
    /** How long an event may take that is due within a second. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String CHANGE = "a change that is subscribed";
    private static final int LONGEST_TEXT = 120;

    private final WireClient session;

    SuiteController(WireClient session) {
        this.session = session;
    }

    /** A new session of the administrator. */
    static SuiteController admin(Server server) throws IOException {
        return new SuiteController(server.admin());
    }

    /** A new session of a controller that is no administrator. */
    static SuiteController user(Server server) throws IOException {
        return new SuiteController(server.user());
    }

    /** What the server shows to this session. */
    TestedHome home() throws IOException {
        return new TestedHome(session.accessories());
    }

    /** Reads some characteristics. */
    CharacteristicsReply read(String... ids) throws IOException {
        return ask("id=" + String.join(",", ids));
    }

    /** Asks {@code /characteristics} with that query. */
    CharacteristicsReply ask(String query) throws IOException {
        String target = "/characteristics?" + query;
        return new CharacteristicsReply("GET " + start(target), session.get(target));
    }

    /** Sends a PUT. */
    CharacteristicsReply put(Put body) throws IOException {
        return put(body.json());
    }

    /** Sends a PUT with any body. */
    CharacteristicsReply put(String body) throws IOException {
        return new CharacteristicsReply("PUT " + start(body), session.put("/characteristics", body));
    }

    /** Sends a PUT whose answer is to be fetched later. */
    void begin(Put body) throws IOException {
        begin("PUT", "/characteristics", body.json());
    }

    /** Sends a read whose answer is to be fetched later. */
    void beginRead(String... ids) throws IOException {
        begin("GET", "/characteristics?id=" + String.join(",", ids));
    }

    /** Sends a request without a body whose answer is to be fetched later. */
    void begin(String method, String target) throws IOException {
        begin(method, target, "");
    }

    /** Fetches an answer. */
    CharacteristicsReply answer() throws IOException {
        return new CharacteristicsReply("a request that was sent before", wire().answer());
    }

    /** Writes one value, which must succeed. */
    void write(String id, String json) throws IOException {
        put(Put.value(id, json)).isDone();
    }

    /** Gives the test home an order. */
    void order(TestedHome home, String words) throws IOException {
        write(home.probe(Probe.ORDER), "\"" + words + "\"");
    }

    /** Announces a timed write. */
    void prepare(long ttlMillis, String pid) throws IOException {
        WireMessage answer = prepare("{\"ttl\":" + ttlMillis + ",\"pid\":" + pid + "}");
        Expect.status(answer, "PUT /prepare", 200);
        int status = answer.json().get("status").getAsInt();
        Expect.that(status == HapStatus.SUCCESS.code(), "PUT /prepare", "status 0", answer.text());
    }

    /** Sends a body to {@code /prepare}. */
    WireMessage prepare(String body) throws IOException {
        return session.put("/prepare", body);
    }

    /** The value of one characteristic. */
    JsonElement value(String id) throws IOException {
        return read(id).is(200).entries().value(id);
    }

    /** Finds that value, written as JSON. */
    void finds(String id, String json) throws IOException {
        read(id).is(200).tells(id, json);
    }

    /** Subscribes to all of them. */
    void subscribe(String... ids) throws IOException {
        for (String id : ids) {
            put(Put.events(id, true)).isDone();
        }
    }

    /** Unsubscribes from it. */
    void unsubscribe(String id) throws IOException {
        put(Put.events(id, false)).isDone();
    }

    /** Whether the server counts this session as subscribed. */
    boolean isSubscribed(String id) throws IOException {
        JsonElement ev = ask("id=" + id + "&ev=1").is(200).entry(id).get("ev");
        Expect.that(ev != null, "a read with ev=1", "the member ev", "none");
        return Entries.isSame(ev, "true");
    }

    /** Waits for the next event message. */
    Entries hear() throws IOException {
        Optional<Entries> heard = hear(PATIENCE);
        Expect.that(heard.isPresent(), CHANGE, "an event", "nothing in " + PATIENCE.toSeconds() + " seconds");
        return heard.get();
    }

    /** The next event message, if one comes in that time. */
    Optional<Entries> hear(Duration patience) throws IOException {
        return wire().event(patience).map(Entries::of);
    }

    /** Hears next of this characteristic alone, with that value written as JSON. */
    void hears(String id, String json) throws IOException {
        Entries heard = hear();
        boolean alone = heard.ids().equals(List.of(id));
        Expect.that(alone && heard.tell(id, json), CHANGE, "an event with " + id + " alone, " + json, heard);
    }

    /** Hears nothing for that time. */
    void hearsNothingFor(Duration time) throws IOException {
        Optional<Entries> heard = hear(time);
        Expect.that(
                heard.isEmpty(),
                "what is not to be told",
                "no event",
                heard.map(Entries::toString).orElse(""));
    }

    HapWire wire() {
        return session.wire();
    }

    @Override
    public void close() throws IOException {
        session.close();
    }

    private void begin(String method, String target, String body) throws IOException {
        wire().send(HapWire.request(method, target, WireClient.JSON, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String start(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    }
}
