// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The list of all accessories is one that a controller takes. */
@OverTheWire
@Order(ConformanceOrder.MEANWHILE)
class DatabaseConformance {

    @Test
    @DisplayName("B88 The list of accessories comes as JSON of HAP, with aid 1 first")
    void list(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            WireMessage answer = session.get("/accessories");
            assertEquals(200, answer.status(), "the HTTP status of /accessories");
            assertEquals("application/hap+json", answer.header("content-type").orElse(""), "the Content-Type");
            JsonObject first =
                    answer.json().getAsJsonArray("accessories").get(0).getAsJsonObject();
            assertEquals(1, first.get("aid").getAsInt(), "the aid of the first accessory");
        }
    }

    @Test
    @DisplayName("B88 Types, formats, permissions, limits and values in the list are what controllers accept")
    void rules(Server server) throws IOException {
        assertEquals(List.of(), DatabaseRules.check(server.home().accessories()), "the rules that the list breaks");
    }

    @Test
    @DisplayName("B88 The list keeps its order and its ids from one request to the next")
    void order(Server server) throws IOException {
        assertEquals(ids(server.home()), ids(server.home()), "the ids of services and characteristics, listed twice");
    }

    @Test
    @DisplayName("B88 The list tells of each session which events it gets, if it tells of them at all")
    void subscriptions(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController one = SuiteController.admin(server);
                SuiteController other = SuiteController.admin(server)) {
            one.subscribe(home.on());
            assertTrue(agrees(one, home.on(), true), "expected ev to be true for who has subscribed");
            assertTrue(agrees(other, home.on(), false), "expected ev to be false for who has not");
        }
    }

    private static boolean agrees(SuiteController controller, String id, boolean subscribed) throws IOException {
        JsonObject listed = controller.home().listed(id);
        return !listed.has("ev") || Entries.isSame(listed.get("ev"), Boolean.toString(subscribed));
    }

    private static List<Long> ids(TestedHome home) {
        return Accessories.objects(home.accessories())
                .flatMap(accessory -> Accessories.objects(accessory.getAsJsonArray("services")))
                .flatMap(service -> Stream.concat(
                        Stream.of(service), Accessories.objects(service.getAsJsonArray("characteristics"))))
                .map(each -> each.get("iid").getAsLong())
                .toList();
    }
}
