// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.latchkey.api.model.HapStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A write that is announced is done within its time and once, on the connection that announced it, or not at all. */
@OverTheWire
@Order(ConformanceOrder.MEANWHILE)
class TimedWriteConformance {
    private static final long AMPLE = 20_000;
    private static final long LONGEST = (1L << 53) - 1;

    @Test
    @DisplayName("B107 A timed write in time is done, whatever it writes")
    void inTime(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = controllerAt(server, home, "10")) {
            controller.prepare(AMPLE, "11122333");
            controller
                    .put(Put.value(home.brightness(), "20")
                            .andValue(home.on(), "true")
                            .pid("11122333"))
                    .isDone();
            controller.finds(home.brightness(), "20");
        }
    }

    @Test
    @DisplayName("B107 A timed write after its time is answered by -70410 and not done")
    void expired(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = controllerAt(server, home, "10")) {
            controller.prepare(100, "7");
            ConformanceWait.pass(Duration.ofMillis(300));
            assertRefused(controller, home, "7", "10");
        }
    }

    @Test
    @DisplayName("B107 A timed write with another number is answered by -70410, each entry, and not done")
    void wrongNumber(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = controllerAt(server, home, "10")) {
            controller.prepare(AMPLE, "7");
            Put put = Put.value(home.brightness(), "99").andEvents(home.on(), true);
            CharacteristicsReply reply = controller.put(put.pid("8")).is(207);
            reply.says(home.brightness(), HapStatus.INVALID_VALUE).says(home.on(), HapStatus.INVALID_VALUE);
            controller.finds(home.brightness(), "10");
            assertFalse(controller.isSubscribed(home.on()), "expected no subscription by a timed write that failed");
        }
    }

    @Test
    @DisplayName("B107 A timed write that was never announced, or was used already, is answered by -70410")
    void onlyOnce(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = controllerAt(server, home, "10")) {
            assertRefused(controller, home, "7", "10");
            controller.prepare(AMPLE, "7");
            controller.put(Put.value(home.brightness(), "20").pid("7")).isDone();
            assertRefused(controller, home, "7", "20");
        }
    }

    /**
     * HomeKitADK lets the second take the place of the first, HAP-python keeps several; both are allowed, Latchkey does the
     * latter (apple-traffic.md, section 12, row 9).
     */
    @Test
    @DisplayName("B107 A second announcement holds, and does the first one no harm or takes its place")
    void severalAtOnce(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = controllerAt(server, home, "10")) {
            controller.prepare(1, "7");
            controller.prepare(AMPLE, "8");
            controller.put(Put.value(home.brightness(), "20").pid("8")).isDone();
            controller.finds(home.brightness(), "20");
            controller.prepare(AMPLE, "7");
            controller.prepare(AMPLE, "8");
            CharacteristicsReply first =
                    controller.put(Put.value(home.brightness(), "30").pid("7"));
            if (server.isLatchkey() || first.message().status() == 204) {
                first.isDone();
                controller.put(Put.value(home.brightness(), "40").pid("8")).isDone();
                controller.finds(home.brightness(), "40");
            } else {
                first.is(207).says(home.brightness(), HapStatus.INVALID_VALUE);
                controller.finds(home.brightness(), "20");
            }
        }
    }

    /** The same row: HomeKitADK uses an announcement up by a wrong number too. */
    @Test
    @DisplayName("B107 A wrong number is refused, whether or not the announced one holds behind it")
    void wrongNumberFirst(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = controllerAt(server, home, "10")) {
            controller.prepare(AMPLE, "7");
            assertRefused(controller, home, "8", "10");
            CharacteristicsReply right =
                    controller.put(Put.value(home.brightness(), "20").pid("7"));
            if (server.isLatchkey()) {
                right.isDone();
            }
            Expect.status(right.message(), right.done(), 204, 207);
            controller.finds(home.brightness(), right.message().status() == 204 ? "20" : "10");
        }
    }

    @Test
    @DisplayName("B107 An announcement holds for its own connection only")
    void ownConnection(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController one = controllerAt(server, home, "10");
                SuiteController other = SuiteController.admin(server)) {
            one.prepare(AMPLE, "7");
            assertRefused(other, home, "7", "10");
            one.put(Put.value(home.brightness(), "20").pid("7")).isDone();
            one.finds(home.brightness(), "20");
        }
    }

    @Test
    @DisplayName("B107 A plain write does not use an announcement up")
    void plainBetween(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = controllerAt(server, home, "10")) {
            controller.prepare(AMPLE, "7");
            controller.write(home.brightness(), "15");
            controller.put(Put.value(home.brightness(), "20").pid("7")).isDone();
            controller.finds(home.brightness(), "20");
        }
    }

    @Test
    @DisplayName("B107 No time at all is too short for any write")
    void shortest(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = controllerAt(server, home, "10")) {
            controller.prepare("{\"ttl\":0,\"pid\":7}");
            assertRefused(controller, home, "7", "10");
        }
    }

    @Test
    @DisplayName("B107 The longest time and the largest number are taken")
    void longest(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = controllerAt(server, home, "10")) {
            controller.prepare(LONGEST, "18446744073709551615");
            Put put = Put.value(home.brightness(), "20").pid("18446744073709551615");
            controller.put(put).isDone();
            controller.finds(home.brightness(), "20");
        }
    }

    @Test
    @DisplayName("B107 An announcement without a proper time and number is answered by 400")
    void malformed(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = controllerAt(server, home, "10")) {
            for (String body : List.of(
                    "",
                    "[]",
                    "{}",
                    "{\"ttl\":1000}",
                    "{\"pid\":7}",
                    "{\"ttl\":-1,\"pid\":7}",
                    "{\"ttl\":\"1000\",\"pid\":7}",
                    "{\"ttl\":1000,\"pid\":\"7\"}",
                    "{\"ttl\":1000,\"pid\":-7}",
                    "{\"ttl\":1000,\"pid\":1.5}",
                    "{\"ttl\":1000,\"pid\":18446744073709551616}",
                    "{\"ttl\":9007199254740992,\"pid\":7}")) {
                Expect.status(controller.prepare(body), "PUT /prepare " + body, 400);
                assertRefused(controller, home, "7", "10");
            }
        }
    }

    @Test
    @DisplayName("B108 What needs a timed write is not written by a plain one, but by a timed one")
    void needed(Server server) throws IOException {
        String id = server.home()
                .any(
                        "something that needs timed writes",
                        each -> TestedHome.allows(each, "tw") && TestedHome.allows(each, "pr"));
        try (SuiteController controller = SuiteController.admin(server)) {
            String before = controller.value(id).toString();
            controller.put(Put.value(id, before)).is(207).says(id, HapStatus.INVALID_VALUE);
            controller.prepare(AMPLE, "7");
            controller.put(Put.value(id, before).pid("7")).isDone();
        }
    }

    @Test
    @DisplayName("B108 What needs a timed write is read and subscribed without one")
    void onlyForValues(Server server) throws IOException {
        String id = server.home()
                .any(
                        "something that needs timed writes",
                        each -> TestedHome.allows(each, "tw") && TestedHome.allows(each, "ev"));
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.subscribe(id);
            controller.unsubscribe(id);
        }
    }

    private static SuiteController controllerAt(Server server, TestedHome home, String brightness) throws IOException {
        SuiteController controller = SuiteController.admin(server);
        controller.write(home.brightness(), brightness);
        return controller;
    }

    private static void assertRefused(SuiteController controller, TestedHome home, String pid, String stays)
            throws IOException {
        CharacteristicsReply reply =
                controller.put(Put.value(home.brightness(), "99").pid(pid));
        reply.is(207).says(home.brightness(), HapStatus.INVALID_VALUE);
        controller.finds(home.brightness(), stays);
    }
}
