// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes: right ones, wrong ones, timed ones; and judges that each ends as it must. */
final class SoakWriter {
    private static final String TOO_LONG = "\"" + "x".repeat(65) + "\"";
    private static final List<String> MALFORMED = List.of(
            "{",
            "[]",
            "{\"characteristics\":[]}",
            "{\"characteristics\":[{\"aid\":2,\"value\":1}]}",
            "{\"characteristics\":[{\"iid\":9,\"value\":1}]}",
            "{\"characteristics\":[{\"aid\":2,\"iid\":9,\"value\":}]}",
            "{\"characteristics\":[[]]}");
    private static final Entry NOBODY =
            new Entry("\"aid\":9999,\"iid\":9", ",\"value\":1", Kind.UNKNOWN, Optional.empty());
    private static final Entry IMPOSSIBLE =
            new Entry("\"aid\":-1,\"iid\":-1", ",\"value\":1", Kind.UNKNOWN, Optional.empty());
    private static final String ANSWERING = ",\"r\":true";
    private static final int LONG_MILLIS = 15_000;
    /** The time begins when the answer has left, which a busy machine may notice late. */
    private static final Duration LATE = Duration.ofMillis(500);

    private final SoakTargets home;
    private final Random random;
    private final NumberedCharacteristic counter;

    /**
     * Prepares the writes of one session.
     *
     * @param counter what only this session raises
     */
    SoakWriter(SoakTargets home, Random random, NumberedCharacteristic counter) {
        this.home = home;
        this.random = random;
        this.counter = counter;
    }

    /** The next number of this session's own counter. */
    void own(Talk talk) throws IOException {
        put(talk, "write", List.of(Entry.raising(talk, counter, "")));
    }

    /** The next number of something that all raise. */
    void shared(Talk talk) throws IOException {
        put(talk, "write", List.of(Entry.raising(talk, any(random.nextInt(4) == 0 ? Kind.WORD : Kind.SHARED), "")));
    }

    /** Several at once, right and wrong. */
    void several(Talk talk) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (int i = random.nextInt(2, 9); i > 0; i--) {
            entries.add(random.nextInt(3) == 0 ? wrong(talk) : right(talk));
        }
        put(talk, "write several", entries);
    }

    /** One that must be refused. */
    void wrong(Talk talk, String operation) throws IOException {
        put(talk, operation, List.of(wrong(talk)));
    }

    /** One that is answered with its value. */
    void answered(Talk talk) throws IOException {
        put(talk, "write with response", List.of(Entry.raising(talk, any(Kind.ANSWER), ANSWERING)));
    }

    /** What is no request at all. */
    void malformed(Talk talk) throws IOException {
        String body = SoakTargets.pick(MALFORMED, random);
        talk.expect(talk.ask("malformed", SoakRequests.put("/characteristics", body)), 400, body);
    }

    /** A timed write in time. */
    void timed(Talk talk) throws IOException {
        long pid = pid();
        prepare(talk, pid, LONG_MILLIS);
        List<Entry> entries = new ArrayList<>(List.of(Entry.raising(talk, any(Kind.TIMED), "")));
        if (random.nextBoolean()) {
            entries.add(right(talk));
        }
        put(talk, "timed write", entries, Optional.of(pid));
        if (random.nextInt(4) == 0) {
            put(talk, "timed write, refused", refused(talk), Optional.of(pid));
        }
    }

    /** A timed write that comes late, bears another number, or was never prepared. */
    void untimely(Talk talk) throws IOException {
        long pid = pid();
        int way = random.nextInt(3);
        if (way == 0) {
            prepare(talk, pid, 1);
            talk.listen(LATE);
        } else if (way == 1) {
            prepare(talk, pid + 1, LONG_MILLIS);
        }
        put(talk, "timed write, refused", refused(talk), Optional.of(pid));
    }

    /** Sends entries and judges the answer. */
    void put(Talk talk, String operation, List<Entry> entries) throws IOException {
        put(talk, operation, entries, Optional.empty());
    }

    private void put(Talk talk, String operation, List<Entry> entries, Optional<Long> pid) throws IOException {
        String body = entries.stream().map(Entry::json).collect(Collectors.joining(",", "{\"characteristics\":[", "]"))
                + pid.map(number -> ",\"pid\":" + number).orElse("") + "}";
        WireMessage answer = talk.ask(operation, SoakRequests.put("/characteristics", body));
        boolean quiet = entries.stream().allMatch(entry -> entry.status() == Kind.SUCCESS && !entry.responds());
        if (!talk.expect(answer, quiet ? 204 : 207, body)) {
            return;
        }
        if (!quiet) {
            SoakAnswers.check(talk, entries, answer, body);
        }
        entries.stream()
                .flatMap(entry -> entry.raise().stream())
                .forEach(raise -> raise.subject().establish(raise.number()));
    }

    private void prepare(Talk talk, long pid, int millis) throws IOException {
        String body = "{\"ttl\":" + millis + ",\"pid\":" + pid + "}";
        WireMessage answer = talk.ask("prepare", SoakRequests.put("/prepare", body));
        if (talk.expect(answer, 200, body) && !answer.text().equals("{\"status\":0}")) {
            talk.fault("prepare answered wrongly", answer.text());
        }
    }

    private List<Entry> refused(Talk talk) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : List.of(Entry.raising(talk, any(Kind.TIMED), ""), right(talk))) {
            entries.add(entry.failing(Kind.INVALID));
        }
        return entries;
    }

    private Entry right(Talk talk) {
        return switch (random.nextInt(7)) {
            case 0 -> Entry.raising(talk, counter, "");
            case 1 -> Entry.raising(talk, any(Kind.SHARED), "");
            case 2 -> Entry.raising(talk, any(Kind.WORD), "");
            case 3 -> Entry.raising(talk, any(Kind.ANSWER), "");
            case 4 ->
                value(talk, Kind.SWITCH, SoakTargets.pick(List.of("true", "false", "1", "0"), random), Kind.SUCCESS);
            case 5 ->
                value(talk, Kind.LEVEL, SoakTargets.pick(List.of("0", "33.3", "100", "7.25"), random), Kind.SUCCESS);
            default -> value(talk, Kind.CHOICE, SoakTargets.pick(List.of("1", "3", "5.0"), random), Kind.SUCCESS);
        };
    }

    private Entry wrong(Talk talk) {
        return switch (random.nextInt(15)) {
            case 0 ->
                value(
                        talk,
                        Kind.COUNTER,
                        SoakTargets.pick(List.of("\"1\"", "-1", "4294967296", "1.5"), random),
                        Kind.INVALID);
            case 1 -> value(talk, Kind.TICK, "5", Kind.READ_ONLY);
            case 2 -> value(talk, Kind.PRESS, "0", Kind.READ_ONLY);
            case 3 -> value(talk, Kind.CHOICE, SoakTargets.pick(List.of("2", "6", "\"x\""), random), Kind.INVALID);
            case 4 -> value(talk, Kind.LEVEL, SoakTargets.pick(List.of("100.5", "-1", "\"x\""), random), Kind.INVALID);
            case 5 -> value(talk, Kind.WORD, SoakTargets.pick(List.of(TOO_LONG, "5", "true"), random), Kind.INVALID);
            case 6 -> value(talk, Kind.SWITCH, SoakTargets.pick(List.of("2", "\"true\""), random), Kind.INVALID);
            case 7 -> Entry.raising(talk, any(Kind.TIMED), "").failing(Kind.INVALID);
            case 8 -> value(talk, Kind.BROKEN, "1", Kind.BUSY);
            case 9 -> Entry.of(any(Kind.SECRET), ",\"ev\":true", Kind.NO_EVENTS);
            case 10 -> Entry.of(any(Kind.CALM), ",\"ev\":true", Kind.NO_EVENTS);
            case 11 -> value(talk, Kind.SWITCH, "true" + ANSWERING, Kind.WRITE_ONLY);
            case 12 -> value(talk, Kind.SWITCH, SoakTargets.pick(List.of("null", "[]", "{}"), random), Kind.INVALID);
            case 13 -> IMPOSSIBLE;
            default -> NOBODY;
        };
    }

    private Entry value(Talk talk, Kind kind, String json, int status) {
        NumberedCharacteristic subject = any(kind);
        talk.ear().wrote(subject);
        return Entry.of(subject, ",\"value\":" + json, status);
    }

    private NumberedCharacteristic any(Kind kind) {
        return home.any(kind, random);
    }

    private long pid() {
        return random.nextLong(1, Long.MAX_VALUE);
    }
}
