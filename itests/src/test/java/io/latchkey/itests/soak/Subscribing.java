// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Subscribes and unsubscribes, and tells the {@link Ear} when that was acknowledged. */
final class Subscribing {
    private static final int MOST = 60;

    private final Random random;
    private final List<NumberedCharacteristic> subjects;

    Subscribing(SoakTargets home, Random random) {
        this.random = random;
        this.subjects = home.all(Kind::hasEvents);
    }

    /** Subscribes to that many, whether or not they are subscribed already. */
    void more(Talk talk, int count) throws IOException {
        Map<NumberedCharacteristic, Long> floors = new HashMap<>();
        for (int i = 0; i < count && talk.ear().subscriptions().size() + i < MOST; i++) {
            NumberedCharacteristic subject = SoakTargets.pick(subjects, random);
            floors.put(subject, subject.established());
        }
        if (!floors.isEmpty() && change(talk, "subscribe", floors.keySet(), true)) {
            floors.forEach(talk.ear()::subscribed);
        }
    }

    /** Subscribes to one and writes it in the same entry. */
    void whileWriting(Talk talk, NumberedCharacteristic counter) throws IOException {
        long floor = counter.established();
        Entry entry = Entry.raising(talk, counter, ",\"ev\":true");
        WireMessage answer = talk.ask("subscribe and write", body(List.of(entry.json())));
        if (talk.expect(answer, 204, entry.json())) {
            talk.ear().subscribed(counter, floor);
            counter.establish(entry.raise().orElseThrow().number());
        }
    }

    /** Unsubscribes from a few that are subscribed, and from one that may not be. */
    void fewer(Talk talk) throws IOException {
        List<NumberedCharacteristic> now = new ArrayList<>(talk.ear().subscriptions());
        Set<NumberedCharacteristic> chosen = new HashSet<>(Set.of(SoakTargets.pick(subjects, random)));
        for (int i = random.nextInt(1, 6); i > 0 && !now.isEmpty(); i--) {
            chosen.add(SoakTargets.pick(now, random));
        }
        if (change(talk, "unsubscribe", chosen, false)) {
            chosen.forEach(talk.ear()::unsubscribed);
        }
    }

    private static boolean change(Talk talk, String operation, Set<NumberedCharacteristic> chosen, boolean on)
            throws IOException {
        List<String> entries = chosen.stream()
                .map(subject -> "{" + subject.address() + ",\"ev\":" + on + "}")
                .toList();
        return talk.expect(talk.ask(operation, body(entries)), 204, operation + " " + chosen);
    }

    private static byte[] body(List<String> entries) {
        return SoakRequests.put(
                "/characteristics", entries.stream().collect(Collectors.joining(",", "{\"characteristics\":[", "]}")));
    }
}
