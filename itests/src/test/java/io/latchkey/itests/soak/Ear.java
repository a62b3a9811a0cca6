// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges the events of one connection: only what is subscribed, never what this connection wrote, no number that isn't
 * higher than the one before or that was known to be passed, no press missing, no more messages than one a second. The
 * same number may come again to remind a session whose own write came too late. For one thread.
 */
final class Ear {
    private static final Set<String> MEMBERS = Set.of("aid", "iid", "value");
    private static final int FREE_MESSAGES = 3;
    private static final long LATEST_NANOS = 20_000_000_000L;

    private final SoakTargets home;
    private final Score score;
    private final String who;
    private final long since = System.nanoTime();
    private final Map<NumberedCharacteristic, Heard> subscribed = new HashMap<>();
    private final Map<NumberedCharacteristic, Set<Long>> written = new HashMap<>();
    private long ordinaryMessages;

    Ear(SoakTargets home, Score score, String who) {
        this.home = home;
        this.score = score;
        this.who = who;
    }

    /** What was heard of a characteristic since it was subscribed. */
    private static final class Heard {
        private final long subscribedAt = System.nanoTime();
        private final long issuedBefore;
        private long floor;
        private long last = -1;
        private String value = "";

        Heard(long floor, long issuedBefore) {
            this.floor = floor;
            this.issuedBefore = issuedBefore;
        }
    }

    Set<NumberedCharacteristic> subscriptions() {
        return Set.copyOf(subscribed.keySet());
    }

    boolean isSubscribed(NumberedCharacteristic subject) {
        return subscribed.containsKey(subject);
    }

    /** A subscription was acknowledged; the floor was established before it was asked for. */
    void subscribed(NumberedCharacteristic subject, long floor) {
        subscribed.computeIfAbsent(subject, none -> new Heard(floor, subject.issued()));
    }

    /** The end of a subscription was acknowledged. */
    void unsubscribed(NumberedCharacteristic subject) {
        subscribed.remove(subject);
    }

    /** This connection is about to write something that is no number. */
    void wrote(NumberedCharacteristic subject) {
        written.computeIfAbsent(subject, none -> new HashSet<>());
    }

    /** This connection is about to write a number. */
    void wrote(NumberedCharacteristic subject, long number) {
        written.computeIfAbsent(subject, none -> new HashSet<>()).add(number);
    }

    /** A read has shown a number: no event with a lower one may follow. */
    void read(NumberedCharacteristic subject, long number) {
        Heard heard = subscribed.get(subject);
        if (heard != null) {
            heard.floor = Math.max(heard.floor, number);
        }
    }

    /** Judges an event message. */
    void hear(WireMessage event) {
        List<JsonObject> entries;
        try {
            entries = Accessories.objects(event.json().getAsJsonArray("characteristics"))
                    .toList();
        } catch (JsonParseException | IllegalStateException | NullPointerException broken) {
            fault("event is no JSON", event.toString());
            return;
        }
        Set<NumberedCharacteristic> named = new HashSet<>();
        boolean prompt = false;
        for (JsonObject entry : entries) {
            NumberedCharacteristic subject = home.find(entry.get("aid") + "." + entry.get("iid"))
                    .filter(each -> entry.keySet().equals(MEMBERS))
                    .orElse(null);
            if (subject == null || !named.add(subject)) {
                fault("event malformed", event.text());
                return;
            }
            prompt |= subject.kind().isPrompt();
            hear(subject, entry.get("value"));
        }
        score.heard(entries.size());
        pace(event, entries.isEmpty(), prompt);
    }

    /**
     * Judges what was heard now that nothing changes any more.
     *
     * @param last the last number or value of each, as read
     * @param settling since when the home was to be calm
     */
    void check(Map<NumberedCharacteristic, JsonElement> last, long settling) {
        subscribed.forEach((subject, heard) -> {
            if (subject.kind().isNumbered()) {
                long number = subject.kind().number(last.get(subject));
                boolean news = subject.kind().isRaised()
                        ? number > heard.issuedBefore
                        : settling - heard.subscribedAt > 3_000_000_000L;
                if (news && heard.last != number && !isOwn(subject, number)) {
                    fault("event missing", subject + " is " + number + ", last heard " + heard.last);
                }
            } else if (isOutdated(subject, heard.value, last)) {
                fault("event missing", subject + " is " + last.get(subject) + ", last heard " + heard.value);
            }
        });
    }

    /** Only of what this connection has not written itself: then it may know better than its last event. */
    private boolean isOutdated(
            NumberedCharacteristic subject, String heard, Map<NumberedCharacteristic, JsonElement> last) {
        return last.containsKey(subject)
                && subject.kind() != Kind.PRESS
                && !written.containsKey(subject)
                && !heard.isEmpty()
                && !heard.equals(last.get(subject).toString());
    }

    private void hear(NumberedCharacteristic subject, JsonElement value) {
        Heard heard = subscribed.get(subject);
        if (heard == null) {
            fault("event not subscribed", subject + " " + value);
        } else if (!subject.kind().isLegal(value, true)) {
            fault("event value illegal", subject + " " + value);
        } else if (subject.kind() == Kind.PRESS) {
            long press = value.getAsLong();
            if (heard.last >= 0 && press != (heard.last + 1) % 3) {
                fault("press missing", subject + " " + press + " after " + heard.last);
            }
            heard.last = press;
        } else if (subject.kind().isNumbered()) {
            number(subject, heard, subject.kind().number(value));
        }
        if (heard != null) {
            heard.value = value.toString();
        }
    }

    private void number(NumberedCharacteristic subject, Heard heard, long number) {
        boolean reminder = number == heard.last && written.containsKey(subject);
        if (number <= heard.last && !reminder || number < heard.floor) {
            fault("event went back", subject + " " + number + " after " + heard.last + ", known " + heard.floor);
        }
        if (isOwn(subject, number)) {
            fault("event of own write", subject + " " + number);
        }
        if (subject.kind().isRaised()) {
            if (number > subject.issued()) {
                fault("event from nowhere", subject + " " + number + " of " + subject.issued());
            }
            late(subject, number);
        }
        heard.last = number;
        heard.floor = Math.max(heard.floor, number);
        subject.establish(number);
    }

    private void late(NumberedCharacteristic subject, long number) {
        long issued = subject.issuedAt(number);
        if (issued != 0) {
            long took = System.nanoTime() - issued;
            score.latencies().add("event, written to heard", took);
            if (took > LATEST_NANOS) {
                fault("event late", subject + " " + number + " after " + took / 1_000_000 + " ms");
            }
        }
    }

    private void pace(WireMessage event, boolean empty, boolean prompt) {
        if (empty || event.header("content-length").isEmpty()) {
            fault("event malformed", event.toString());
        }
        if (!prompt) {
            ordinaryMessages++;
            long allowed = (System.nanoTime() - since) / 1_000_000_000L + FREE_MESSAGES;
            if (ordinaryMessages > allowed) {
                fault("events too often", ordinaryMessages + " messages where " + allowed + " may be");
            }
        }
    }

    private boolean isOwn(NumberedCharacteristic subject, long number) {
        return written.getOrDefault(subject, Set.of()).contains(number);
    }

    private void fault(String kind, String detail) {
        score.faults().add(kind, who, detail);
    }
}
