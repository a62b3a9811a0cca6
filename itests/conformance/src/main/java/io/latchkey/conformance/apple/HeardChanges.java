// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.conformance.Entries;
import io.latchkey.conformance.Expect;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one device hears of changes that it has subscribed to. */
final class HeardChanges {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration NO_MORE = Duration.ofMillis(1300);

    private final AppleConnection listener;

    HeardChanges(AppleConnection listener) {
        this.listener = listener;
    }

    /** Subscribes as T14 does, which causes no event. */
    void listenTo(Collection<String> ids) throws IOException {
        listener.write(AppleDatabase.subscription(List.copyOf(ids)));
        listener.expectSilence("T14", NO_MORE);
    }

    /** Each of these is told once, with that value, and nothing else. */
    void expectOnceEach(Map<String, String> expected) throws IOException {
        List<String> ids = new ArrayList<>();
        while (ids.size() < expected.size()) {
            Entries heard = next(expected + ", of which came " + ids);
            ids.addAll(heard.ids());
            for (String id : heard.ids()) {
                boolean right = expected.containsKey(id) && Entries.isSame(heard.value(id), expected.get(id));
                Expect.that(right, "a change", id + " with " + expected.get(id), heard.of(id));
            }
        }
        boolean once = new HashSet<>(ids).size() == ids.size();
        Expect.that(once, "changes", "each id once", counts(ids));
        listener.expectSilence("the last change", NO_MORE);
    }

    /** That value comes at last, and perhaps before; no message has an id twice. */
    void expectInTheEnd(String id, String value) throws IOException {
        Optional<Entries> heard = Optional.of(next(id + " with " + value));
        while (heard.isPresent()) {
            boolean mayBeTheLast = Entries.isSame(heard.get().value(id), value);
            heard = mayBeTheLast ? listener.hear(NO_MORE) : Optional.of(next(id + " with " + value));
            heard.ifPresent(HeardChanges::expectEachIdOnce);
        }
    }

    private Entries next(String expected) throws IOException {
        Optional<Entries> heard = listener.hear(PATIENCE);
        Expect.that(heard.isPresent(), "changes", "events of " + expected, "nothing in " + PATIENCE);
        expectEachIdOnce(heard.get());
        return heard.get();
    }

    private static void expectEachIdOnce(Entries heard) {
        List<String> ids = heard.ids();
        Expect.that(new HashSet<>(ids).size() == ids.size(), "an event", "each id once", heard);
    }

    private static Map<String, Long> counts(List<String> ids) {
        return ids.stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
    }
}
