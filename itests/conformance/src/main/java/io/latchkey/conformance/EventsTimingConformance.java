// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.itests.home.Probe;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** When an event comes: one message a second with the newest values, buttons at once, and never within an answer. */
@OverTheWire
@Order(ConformanceOrder.MEANWHILE)
class EventsTimingConformance extends DimmedLamp {
    private static final String CHANGES = "some changes within a second";
    private static final Duration WINDOW = Duration.ofSeconds(1);
    /** After which a request has surely been received, though the slow probe has not answered. */
    private static final Duration UNDER_WAY = Duration.ofMillis(200);

    @Test
    @DisplayName("B120 The first change is told at once, further ones together a second after it")
    void window(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(on, brightness);
            long begun = System.nanoTime();
            actor.write(brightness, "20");
            listener.hears(brightness, "20");
            Expect.that(since(begun).compareTo(WINDOW) < 0, "a first change", "its event at once", since(begun));
            actor.put(Put.value(on, "true").andValue(brightness, "30")).isDone();
            Entries rest = listener.hear();
            Expect.that(
                    since(begun).compareTo(WINDOW) >= 0,
                    "a change soon after",
                    "a second between events",
                    since(begun));
            Expect.that(rest.has(on) && rest.has(brightness), CHANGES, "both in one message", rest);
        }
    }

    @Test
    @DisplayName("B120 Of several values within a second the newest is told, and only that")
    void newest(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(brightness);
            actor.write(brightness, "20");
            listener.hears(brightness, "20");
            for (String value : List.of("30", "40", "50", "60", "70")) {
                actor.write(brightness, value);
            }
            listener.hears(brightness, "70");
        }
    }

    @Test
    @DisplayName("B120 A value that is written but does not change is not told")
    void unchanged(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(on, brightness);
            actor.write(on, "false");
            actor.write(brightness, "20");
            listener.hears(brightness, "20");
        }
    }

    @Test
    @DisplayName("B121 Presses of a button come one by one, each in a message of its own, none lost")
    void presses(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(home.button());
            actor.order(home, "press 20");
            for (int i = 0; i < 20; i++) {
                listener.hears(home.button(), "0");
            }
            actor.order(home, "press 1");
            listener.hears(home.button(), "0");
        }
    }

    @Test
    @DisplayName("B122 A press does not wait for the second to be over, and does not displace what waits")
    void pressesFirst(Server server) throws IOException {
        String level = home.probe(Probe.LEVEL);
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            actor.write(level, "1");
            listener.subscribe(level, home.button());
            actor.write(level, "2");
            listener.hears(level, "2");
            actor.write(level, "3");
            actor.order(home, "press 2");
            listener.hears(home.button(), "0");
            listener.hears(home.button(), "0");
            listener.hears(level, "3");
        }
    }

    @Test
    @DisplayName("B122 Motion is told within the second, with what waits or before it")
    void motion(Server server) throws IOException {
        String level = home.probe(Probe.LEVEL);
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            boolean moved = !actor.value(home.motion()).getAsBoolean();
            actor.write(level, "1");
            listener.subscribe(level, home.motion());
            actor.write(level, "2");
            listener.hears(level, "2");
            actor.write(level, "3");
            long begun = System.nanoTime();
            actor.order(home, "motion 1");
            Entries next = listener.hear();
            boolean levelTold = next.has(level);
            while (!next.has(home.motion())) {
                next = listener.hear();
                levelTold |= next.has(level);
            }
            Duration taken = since(begun);
            Expect.that(taken.compareTo(WINDOW.multipliedBy(2)) < 0, "motion", "its event within a second", taken);
            Expect.that(next.tell(home.motion(), Boolean.toString(moved)), "motion", "the value " + moved, next);
            if (!levelTold) {
                listener.hears(level, "3");
            }
        }
    }

    @Test
    @DisplayName("B123 A message names each characteristic once, so that its order says nothing about time")
    void onceEach(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(on, brightness);
            actor.write(brightness, "20");
            listener.hears(brightness, "20");
            actor.write(brightness, "30");
            actor.write(on, "true");
            actor.write(brightness, "40");
            actor.write(on, "false");
            actor.write(on, "true");
            Entries heard = listener.hear();
            Expect.that(heard.all().size() == 2, CHANGES, "one entry of each", heard);
            Expect.that(heard.tell(brightness, "40"), CHANGES, "the newest brightness, 40", heard);
            Expect.that(heard.tell(on, "true"), CHANGES, "the newest truth, true", heard);
        }
    }

    @Test
    @DisplayName("B124 No event comes between a request and its answer, and it comes right after")
    void notWithinARequest(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(on);
            listener.beginRead(home.probe(Probe.SLOW));
            ConformanceWait.pass(UNDER_WAY);
            actor.write(on, "true");
            WireMessage first = listener.wire().receive();
            Expect.that(!first.isEvent(), "a change while a request waits", "the answer first", first);
            listener.hears(on, "true");
        }
    }

    @Test
    @DisplayName("B124 Under a storm of requests and changes all answers and events come whole and right")
    void storm(Server server) throws IOException {
        int rounds = 40;
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(on, brightness);
            for (int i = 1; i <= rounds; i++) {
                listener.begin("GET", "/accessories");
                listener.beginRead(on, brightness);
                actor.put(Put.value(brightness, Integer.toString(10 + i)).andValue(on, Boolean.toString(i % 2 == 0)))
                        .isDone();
            }
            for (int i = 0; i < rounds; i++) {
                WireMessage list = listener.wire().answer();
                Expect.that(list.json().has("accessories"), "GET /accessories", "the list", list);
                listener.answer().is(200).names(List.of(on, brightness));
            }
            Entries heard = listener.hear();
            while (!heard.tell(brightness, Integer.toString(10 + rounds))) {
                heard = listener.hear();
            }
        }
    }

    @Test
    @DisplayName("B130 A request of which only a part has come holds no event back")
    void withinPartOfARequest(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(on);
            byte[] request = Requests.get("/characteristics?id=" + on);
            listener.wire().send(Arrays.copyOf(request, 10));
            actor.write(on, "true");
            listener.hears(on, "true");
            listener.wire().send(Arrays.copyOfRange(request, 10, request.length));
            listener.answer().is(200).tells(on, "true");
        }
    }

    @Test
    @DisplayName("B130 A frame of which only a part has come holds no event back")
    void withinPartOfAFrame(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(on);
            byte[] frame = listener.wire().seal(Requests.get("/characteristics?id=" + on));
            listener.wire().sendRaw(Arrays.copyOf(frame, 20));
            actor.write(on, "true");
            listener.hears(on, "true");
            listener.wire().sendRaw(Arrays.copyOfRange(frame, 20, frame.length));
            listener.answer().is(200).tells(on, "true");
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
