// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A body that is not a proper request is answered by 400: nothing of it is done, and the session goes on. */
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

    @Test
    @DisplayName("B114 An entry without a proper aid and iid is answered by 400, though others are good")
    void wrongIds(Server server) throws IOException {
        TestedHome home = server.home();
        for (String entry : List.of(
                "{}",
                "{\"aid\":1,\"value\":1}",
                "{\"iid\":1,\"value\":1}",
                "{\"aid\":\"1\",\"iid\":1,\"value\":1}",
                "{\"aid\":-1,\"iid\":1,\"value\":1}",
                "{\"aid\":1,\"iid\":1.5,\"value\":1}",
                "{\"aid\":1,\"iid\":true,\"value\":1}",
                "{\"aid\":1,\"iid\":18446744073709551616,\"value\":1}")) {
            assertNothingDone(server, home, entry);
        }
    }

    @Test
    @DisplayName("B114 A value that is null, a list or an object is answered by 400, as is ev that is no truth value")
    void wrongMembers(Server server) throws IOException {
        TestedHome home = server.home();
        for (String member : List.of("\"value\":null", "\"value\":[1]", "\"value\":{}", "\"ev\":\"on\"", "\"ev\":2")) {
            assertNothingDone(server, home, "{\"aid\":1,\"iid\":1," + member + "}");
        }
    }

    @Test
    @DisplayName("B114 Lists and objects that nest ten thousand deep are answered by 400")
    void deep(Server server) throws IOException {
        String lists = "[".repeat(DEEP) + "]".repeat(DEEP);
        String objects = "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
        assertRefused(
                server,
                "{\"characteristics\":" + lists + "}",
                "{\"characteristics\":[{\"aid\":1,\"iid\":1,\"value\":" + lists + "}]}",
                "{\"characteristics\":[{\"aid\":1,\"iid\":1,\"value\":" + objects + "}]}");
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

    private static void assertNothingDone(Server server, TestedHome home, String entry) throws IOException {
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.write(home.brightness(), "10");
            String good = Put.value(home.brightness(), "90").json();
            String body = good.replace("]}", "," + entry + "]}");
            controller.put(body).is(400);
            controller.finds(home.brightness(), "10");
        }
    }
}
