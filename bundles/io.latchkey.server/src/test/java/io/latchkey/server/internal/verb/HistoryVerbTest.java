// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.store.ControllerWrite;
import io.latchkey.api.store.ControllerWrite.SentCommand;
import io.latchkey.api.store.Happening;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.api.store.History;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and programs see of what has happened. */
class HistoryVerbTest {
    private static final ControllerId PHONE = new ControllerId("PHONE");
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final VerbRig office = new VerbRig();
    private final HistoryVerb verb = new HistoryVerb(office);

    @BeforeEach
    void fill() {
        Instant now = Instant.now();
        Instant yesterday = now.minus(Duration.ofHours(25));
        office.history = new History(
                List.of(
                        new Happening(
                                yesterday, yesterday, 1, Kind.OPENED, Optional.empty(), Optional.empty(), "port 1"),
                        new Happening(
                                now, now, 3, Kind.CLOSED, Optional.of(PHONE), Optional.of("10.0.0.7"), "it hung up")),
                List.of(new ControllerWrite(
                        now,
                        PHONE,
                        true,
                        "Desk lamp",
                        "openhab:Desk_Lamp",
                        "On",
                        "true",
                        List.of(new SentCommand("Desk_Lamp", "ON")),
                        HapStatus.TIMED_OUT)));
    }

    private static List<List<String>> rows(VerbResult result, int table) {
        assertEquals(0, result.status());
        return ((Output.Table) result.outputs().get(table)).rows();
    }

    private static String text(VerbResult result) {
        return ((Output.Text) result.outputs().get(0)).text();
    }

    @Test
    void itShowsWhatHappenedAndWhoSwitchedWhat() {
        VerbResult result = verb.run(List.of());
        assertEquals(2, rows(result, 0).size());
        List<String> closed = rows(result, 0).get(1);
        assertTrue(closed.get(2).startsWith("3 since "), closed::toString);
        assertEquals(List.of("closed", "PHONE", "10.0.0.7", "it hung up"), closed.subList(3, 7));
        List<String> write = rows(result, 1).get(0);
        assertEquals("home", write.get(0));
        assertEquals(
                List.of("PHONE through a hub", "Desk lamp", "On true", "Desk_Lamp ON", "timed out"),
                write.subList(2, 7));
    }

    @Test
    void itShowsOnlyWhatIsAskedFor() {
        assertEquals(1, rows(verb.run(List.of("home", "--since", "1d")), 0).size());
        assertEquals(2, rows(verb.run(List.of("--since", "2d", "home")), 0).size());
        assertEquals("Nothing has happened", text(verb.run(List.of("attic"))));
        assertEquals(1, verb.run(List.of("cellar")).status());
        assertEquals(1, verb.run(List.of("home", "attic")).status());
        assertEquals(1, verb.run(List.of("home", "--since")).status());
        VerbResult wrong = verb.run(List.of("--since", "yesterday"));
        assertEquals(1, wrong.status());
        assertTrue(text(wrong).contains("30m") && text(wrong).contains("not yesterday"), text(wrong));
        assertEquals(
                2,
                rows(verb.run(List.of("--since", "2026-11-01", "18:00", "home")), 0)
                        .size());
    }

    @Test
    void programsGetTheSame() {
        JsonObject json = JsonParser.parseString(text(verb.run(List.of("--json", "home"))))
                .getAsJsonObject()
                .getAsJsonArray("bridges")
                .get(0)
                .getAsJsonObject();
        assertEquals("home", json.get("bridge").getAsString());
        assertEquals(2, json.getAsJsonArray("happenings").size());
        JsonObject write = json.getAsJsonArray("writes").get(0).getAsJsonObject();
        assertEquals(-70408, write.get("result").getAsInt());
        assertEquals(
                "ON",
                write.getAsJsonArray("commands")
                        .get(0)
                        .getAsJsonObject()
                        .get("command")
                        .getAsString());
    }

    @Test
    void whatAStrangerHasSentIsShownAndNotObeyed() {
        Instant now = Instant.now();
        String sent = "\u001b[2J\u009b1m\u202e\r\nhome";
        office.history = new History(
                List.of(new Happening(
                        now,
                        now,
                        1,
                        Kind.REFUSED,
                        Optional.of(new ControllerId(sent)),
                        Optional.empty(),
                        "it isn't paired")),
                List.of());
        assertEquals(
                "\\u001b[2J\\u009b1m\\u202e\\u000d\\u000ahome",
                rows(verb.run(List.of("home")), 0).get(0).get(4));
        String json = text(verb.run(List.of("--json", "home")));
        assertTrue(json.chars().noneMatch(each -> each < ' ' && each != '\n' || each > '~'), json);
        JsonObject happening = JsonParser.parseString(json)
                .getAsJsonObject()
                .getAsJsonArray("bridges")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("happenings")
                .get(0)
                .getAsJsonObject();
        assertEquals(sent, happening.get("controller").getAsString(), "programs get it as it came");
    }

    @Test
    void itOffersWhatCanFollow() {
        assertEquals(List.of("attic", "home", "--since", "--json"), verb.complete(List.of("")));
        assertEquals(List.of("--since"), verb.complete(List.of("home", "--json", "")));
        assertEquals(List.of("1h", "1d", "7d"), verb.complete(List.of("--since", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "30m, 2026-11-30T11:30:00Z",
        "2h, 2026-11-30T10:00:00Z",
        "7d, 2026-11-23T12:00:00Z",
        "7D, 2026-11-23T12:00:00Z",
        "2w, 2026-11-16T12:00:00Z",
        "90min, 2026-11-30T10:30:00Z",
        "45s, 2026-11-30T11:59:15Z",
        "9:30, 2026-11-30T08:30:00Z",
        "18:00, 2026-11-29T17:00:00Z",
        "29.11.2026, 2026-11-28T23:00:00Z",
        "29.11.2026 18:00, 2026-11-29T17:00:00Z",
        "2026-11-29 18:00, 2026-11-29T17:00:00Z",
        "2026-11-29 18:00:30, 2026-11-29T17:00:30Z",
        "2026-11-29, 2026-11-28T23:00:00Z",
        "2026-11-29T18:00, 2026-11-29T17:00:00Z",
        "2026-11-29T18:00:00Z, 2026-11-29T18:00:00Z"
    })
    void timesAreRead(String text, Instant meant) {
        ZoneId zone = ZoneOffset.ofHours(1);
        assertEquals(Optional.of(meant), SinceTime.of(text, NOW, zone));
    }

    @ParameterizedTest
    @CsvSource({"7", "7y", "-1h", "noon", "1234567890d", "2026-02-30", "2026-11-30 25:00", "2027-01-01", "11/30/2026"})
    void otherTimesAreNot(String text) {
        assertEquals(Optional.empty(), SinceTime.of(text, NOW, ZoneOffset.UTC));
    }
}
