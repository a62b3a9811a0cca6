// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.HapStatus;
import io.latchkey.itests.home.Probe;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Who hears of a change: each connection for itself, what it has subscribed to, and not what it has done itself. That
 * something is not told is mostly shown without waiting: the next thing that must be told comes alone.
 */
@OverTheWire
@Order(ConformanceOrder.MEANWHILE)
class EventsConformance extends DimmedLamp {
    @Test
    @DisplayName("B116 Who has subscribed hears of a change, once though subscribed twice")
    void subscribed(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(on, on, brightness);
            assertTrue(listener.isSubscribed(on), "expected ev to be true after the subscription");
            actor.write(on, "true");
            listener.hears(on, "true");
            actor.write(brightness, "20");
            listener.hears(brightness, "20");
        }
    }

    @Test
    @DisplayName("B116 Who has unsubscribed hears no more, and may unsubscribe again")
    void unsubscribed(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(on, brightness);
            listener.unsubscribe(on);
            listener.unsubscribe(on);
            assertFalse(listener.isSubscribed(on), "expected ev to be false after unsubscribing");
            actor.write(on, "true");
            actor.write(brightness, "20");
            listener.hears(brightness, "20");
        }
    }

    @Test
    @DisplayName("B116 Who subscribes anew hears again")
    void again(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(on);
            listener.unsubscribe(on);
            listener.subscribe(on);
            actor.write(on, "true");
            listener.hears(on, "true");
        }
    }

    @Test
    @DisplayName("B116 A subscription alone tells nothing; one request may subscribe and write")
    void subscribedAndWritten(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.put(Put.events(on, true).with("value", "true").andEvents(brightness, true))
                    .isDone();
            listener.finds(on, "true");
            assertTrue(listener.isSubscribed(on), "expected ev to be true after the subscription");
            actor.write(brightness, "20");
            listener.hears(brightness, "20");
        }
    }

    @Test
    @DisplayName("B117 A subscription to what has no events is answered by -70406, and so is its end")
    void notNotifiable(Server server) throws IOException {
        try (SuiteController controller = SuiteController.admin(server)) {
            for (boolean wanted : new boolean[] {true, false}) {
                Put put = Put.events(home.name(), wanted).andEvents(on, wanted);
                CharacteristicsReply reply = controller.put(put).is(207);
                reply.says(home.name(), HapStatus.NOTIFICATION_NOT_SUPPORTED).says(on, HapStatus.SUCCESS);
                assertEquals(wanted, controller.isSubscribed(on), "the subscription beside it");
            }
        }
    }

    @Test
    @DisplayName("B118 Who writes a value does not hear of it")
    void originator(Server server) throws IOException {
        try (SuiteController writer = SuiteController.admin(server);
                SuiteController other = SuiteController.admin(server)) {
            writer.subscribe(on, brightness);
            writer.write(on, "true");
            other.write(brightness, "20");
            writer.hears(brightness, "20");
        }
    }

    @Test
    @DisplayName("B118 Who has written a value hears when somebody else changes it")
    void originatorLater(Server server) throws IOException {
        try (SuiteController writer = SuiteController.admin(server);
                SuiteController other = SuiteController.admin(server)) {
            writer.subscribe(brightness);
            writer.write(brightness, "20");
            other.write(brightness, "30");
            writer.hears(brightness, "30");
            other.write(brightness, "20");
            writer.hears(brightness, "20");
        }
    }

    @Test
    @DisplayName("B118 Who has written a value before subscribing hears when somebody else brings it back")
    void originatorBefore(Server server) throws IOException {
        try (SuiteController writer = SuiteController.admin(server);
                SuiteController other = SuiteController.admin(server)) {
            writer.write(brightness, "20");
            other.write(brightness, "30");
            writer.subscribe(brightness);
            other.write(brightness, "20");
            writer.hears(brightness, "20");
        }
    }

    @Test
    @DisplayName("B118 Who writes a value that the accessory does not take hears of the one that it keeps")
    void originatorRefused(Server server) throws IOException {
        String stubborn = home.probe(Probe.STUBBORN);
        try (SuiteController writer = SuiteController.admin(server)) {
            writer.subscribe(stubborn);
            writer.write(stubborn, "5");
            writer.hears(stubborn, "0");
        }
    }

    @Test
    @DisplayName("B118 Who writes a value does not hear an older one afterwards")
    void notOlder(Server server) throws IOException {
        try (SuiteController writer = SuiteController.admin(server);
                SuiteController other = SuiteController.admin(server)) {
            writer.subscribe(on, brightness);
            other.write(brightness, "20");
            writer.hears(brightness, "20");
            other.put(Put.value(brightness, "30").andValue(on, "true")).isDone();
            writer.write(brightness, "40");
            Entries heard = writer.hear();
            Expect.that(!heard.tell(brightness, "30"), "a value of one's own, 40, after 30", "no 30", heard);
        }
    }

    @Test
    @DisplayName("B118 What a write changes beside what it names is told to the writer too")
    void sideEffect(Server server) throws IOException {
        String level = home.probe(Probe.LEVEL);
        try (SuiteController writer = SuiteController.admin(server)) {
            writer.write(level, "1");
            writer.subscribe(level);
            writer.order(home, "level 2");
            writer.hears(level, "2");
        }
    }

    @Test
    @DisplayName("B119 Another connection of the same controller hears of it")
    void sameController(Server server) throws IOException {
        try (SuiteController writer = SuiteController.admin(server);
                SuiteController same = SuiteController.admin(server);
                SuiteController other = SuiteController.user(server)) {
            writer.subscribe(on);
            same.subscribe(on);
            other.subscribe(on);
            writer.write(on, "true");
            same.hears(on, "true");
            other.hears(on, "true");
        }
    }

    @Test
    @DisplayName("B125 Who unsubscribes does not hear of what was waiting, nor an empty message")
    void withdrawn(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(on);
            actor.write(on, "true");
            listener.hears(on, "true");
            actor.write(on, "false");
            listener.unsubscribe(on);
            listener.hearsNothingFor(Duration.ofMillis(1300));
        }
    }

    @Test
    @DisplayName("B125 Who unsubscribes hears of the rest that was waiting")
    void partlyWithdrawn(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(on, brightness);
            actor.write(brightness, "20");
            listener.hears(brightness, "20");
            actor.put(Put.value(on, "true").andValue(brightness, "30")).isDone();
            listener.unsubscribe(on);
            listener.hears(brightness, "30");
        }
    }

    @Test
    @DisplayName("B126 A new connection has no subscriptions, whatever the one before had")
    void disconnected(Server server) throws IOException {
        try (SuiteController first = SuiteController.admin(server)) {
            first.subscribe(on, brightness);
            first.wire().reset();
        }
        try (SuiteController second = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            assertFalse(second.isSubscribed(on), "expected no subscription on a new connection");
            actor.write(on, "true");
            second.subscribe(brightness);
            actor.write(brightness, "20");
            second.hears(brightness, "20");
        }
    }

    @Test
    @DisplayName("B129 An event is EVENT/1.0 200 OK with Content-Type and Content-Length, and bears aid, iid and value")
    void bytes(Server server) throws IOException {
        try (SuiteController listener = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            listener.subscribe(on);
            actor.write(on, "true");
            String head = listener.wire().readThrough("\r\n\r\n");
            String body = listener.wire().readThrough("}]}");
            assertEquals(
                    "EVENT/1.0 200 OK\r\nContent-Type: application/hap+json\r\nContent-Length: " + body.length()
                            + "\r\n\r\n",
                    head,
                    "the head of an event");
            Entries entries = Entries.of(new WireMessage(head, List.of(), body.getBytes(StandardCharsets.UTF_8)));
            assertEquals(Set.of("aid", "iid", "value"), entries.of(on).keySet(), "the members of an entry");
            Expect.that(entries.tell(on, "true"), "a change to true", "the value true", body);
        }
    }
}
