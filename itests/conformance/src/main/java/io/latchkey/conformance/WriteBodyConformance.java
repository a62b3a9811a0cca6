// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.model.HapStatus;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A body that is not a proper request is answered by 400: nothing of it is done, and the session goes on. What is wrong
 * in one entry of a proper request may cost that entry alone: HomeKitADK refuses all of it, which is allowed, but hubs
 * take 400 for a bridge in trouble, and Homebridge's pages send {@code -1} as aid and iid (apple-traffic.md, section 12,
 * row 13). Latchkey has to do the rest.
 */
@OverTheWire
@Order(ConformanceOrder.MEANWHILE)
class WriteBodyConformance {
    private static final int DEEP = 10_000;

    @Test
    @DisplayName("B114 A body that is no JSON is answered by 400")
    void noJson(Server server) throws IOException {
        assertRefused(
                server,
                "",
                "{",
                "}",
                "{]",
                "nonsense",
                "{\"characteristics\":[{\"aid\":1,\"iid\":1,\"value\":1}]",
                "{\"characteristics\":[{\"aid\":1,\"iid\":1,\"value\":1}]}]",
                "{\"characteristics\":[{\"aid\":1,\"iid\":1,\"value\":}]}",
                "{'characteristics':[{'aid':1,'iid':1,'value':1}]}");
    }

    @Test
    @DisplayName("B114 A body whose top is no object with a list of characteristics is answered by 400")
    void wrongTop(Server server) throws IOException {
        assertRefused(
                server,
                "[]",
                "null",
                "1",
                "\"characteristics\"",
                "{}",
                "{\"characteristics\":null}",
                "{\"characteristics\":{}}",
                "{\"characteristics\":[]}",
                "{\"characteristics\":[1]}",
                "{\"characteristics\":[[]]}");
    }

    /** HAP-NodeJS lets it cost its own entry, which is as good. */
    @Test
    @DisplayName("B114 An entry that lacks aid or iid is answered by 400, or costs its own entry")
    void noIds(Server server) throws IOException {
        TestedHome home = server.home();
        for (String entry : List.of("{}", "{\"aid\":1,\"value\":1}", "{\"iid\":1,\"value\":1}")) {
            assertRefusedOrCostsItself(server, home, entry);
        }
    }

    @Test
    @DisplayName("B114 An aid or iid that nothing can have costs its own entry, or is answered by 400")
    void oddIds(Server server) throws IOException {
        TestedHome home = server.home();
        for (String ids : List.of(
                "\"aid\":-1,\"iid\":-1",
                "\"aid\":\"1\",\"iid\":1",
                "\"aid\":1,\"iid\":1.5",
                "\"aid\":1,\"iid\":true",
                "\"aid\":1,\"iid\":18446744073709551616")) {
            assertCostsItself(server, home, "{" + ids + ",\"value\":1}", HapStatus.RESOURCE_DOES_NOT_EXIST);
        }
    }

    @Test
    @DisplayName(
            "B114 A value that is null, a list or an object costs its own entry, or is answered by 400, as is a wrong ev")
    void wrongMembers(Server server) throws IOException {
        TestedHome home = server.home();
        String ids = "\"aid\":" + home.on().replace(".", ",\"iid\":");
        for (String member : List.of("\"value\":null", "\"value\":[1]", "\"value\":{}", "\"ev\":\"on\"", "\"ev\":2")) {
            assertCostsItself(server, home, "{" + ids + "," + member + "}", HapStatus.INVALID_VALUE);
        }
    }

    @Test
    @DisplayName("B114 Lists and objects that nest ten thousand deep cost no more than their own entry")
    void deep(Server server) throws IOException {
        String lists = "[".repeat(DEEP) + "]".repeat(DEEP);
        String objects = "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
        assertRefused(server, "{\"characteristics\":" + lists + "}");
        TestedHome home = server.home();
        String ids = "\"aid\":" + home.on().replace(".", ",\"iid\":");
        for (String value : List.of(lists, objects)) {
            assertCostsItself(server, home, "{" + ids + ",\"value\":" + value + "}", HapStatus.INVALID_VALUE);
        }
    }

    @Test
    @DisplayName("B114 Members that nobody knows are passed over")
    void unknown(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.write(home.brightness(), "10");
            Put put = Put.value(home.brightness(), "25").with("colour", "{\"of\":[1,\"two\",null]}");
            controller.put(put.with("remote", "true")).isDone();
            controller.finds(home.brightness(), "25");
        }
    }

    private static void assertRefused(Server server, String... bodies) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            for (String body : bodies) {
                controller.put(body).is(400);
            }
            controller.read(home.on()).is(200);
        }
    }

    private static void assertRefusedOrCostsItself(Server server, TestedHome home, String entry) throws IOException {
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.write(home.brightness(), "10");
            CharacteristicsReply reply = controller.put(beside(home, entry));
            Expect.status(reply.message(), reply.done(), server.isLatchkey() ? new int[] {400} : new int[] {207, 400});
            controller.finds(home.brightness(), reply.message().status() == 400 ? "10" : "90");
        }
    }

    private static void assertCostsItself(Server server, TestedHome home, String entry, HapStatus status)
            throws IOException {
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.write(home.brightness(), "10");
            CharacteristicsReply reply = controller.put(beside(home, entry));
            if (server.isLatchkey()) {
                reply.is(207).says(home.brightness(), HapStatus.SUCCESS);
                int told = reply.entries().all().get(1).get("status").getAsInt();
                Expect.that(told == status.code(), reply.done(), status.code() + " for the second entry", told);
            } else {
                Expect.status(reply.message(), reply.done(), 204, 207, 400);
            }
            controller.finds(home.brightness(), reply.message().status() == 400 ? "10" : "90");
        }
    }

    private static String beside(TestedHome home, String entry) {
        return Put.value(home.brightness(), "90").json().replace("]}", "," + entry + "]}");
    }
}
