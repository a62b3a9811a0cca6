// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.latchkey.api.model.HapStatus;
import io.latchkey.itests.home.Probe;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Characteristics are read by id, each for itself, and answered in the order in which they were asked for. */
@OverTheWire
@Order(ConformanceOrder.MEANWHILE)
class CharacteristicsConformance {
    private static final Set<String> PLAIN = Set.of("aid", "iid", "value");
    private static final int[] ONE_SPOILT = {207};
    private static final int[] SPOILT_OR_NOT = {200, 207, 400};
    private static final Set<String> EXTRAS = Set.of("type", "format", "perms", "ev");

    @Test
    @DisplayName("B89 What can be read is answered by 200 with aid, iid and value")
    void read(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            CharacteristicsReply reply =
                    controller.read(home.on(), home.brightness()).is(200);
            reply.names(List.of(home.on(), home.brightness()));
            assertEquals(
                    "application/hap+json",
                    reply.message().header("content-type").orElse(""),
                    "the Content-Type");
            for (JsonObject each : reply.entries().all()) {
                Expect.that(each.keySet().containsAll(PLAIN), reply.done(), "aid, iid and value", each);
                Expect.that(Collections.disjoint(each.keySet(), EXTRAS), reply.done(), "nothing unasked", each);
                Expect.that(each.get("value").isJsonPrimitive(), reply.done(), "a plain value", each);
            }
        }
    }

    @Test
    @DisplayName("B90 When one of several can't be read, all have a status and the others their value")
    void mixed(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            CharacteristicsReply reply = controller
                    .read(home.on(), home.identify(), home.brightness())
                    .is(207);
            reply.says(home.on(), HapStatus.SUCCESS).says(home.brightness(), HapStatus.SUCCESS);
            reply.says(home.identify(), HapStatus.WRITE_ONLY);
            for (String good : List.of(home.on(), home.brightness())) {
                Expect.that(reply.entry(good).has("value"), reply.done(), "a value of " + good, reply.entries());
            }
        }
    }

    @Test
    @DisplayName("B91 A characteristic or accessory that is not there is answered by -70409")
    void absent(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            for (String id : List.of(home.absent(), home.absentAccessory())) {
                controller.read(id).is(207).says(id, HapStatus.RESOURCE_DOES_NOT_EXIST);
            }
        }
    }

    @Test
    @DisplayName("B91 An id of 64 bits comes back as it was asked for")
    void longest(Server server) throws IOException {
        String id = "18446744073709551615.18446744073709551615";
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.read(id).is(207).names(List.of(id)).says(id, HapStatus.RESOURCE_DOES_NOT_EXIST);
        }
    }

    @Test
    @DisplayName("B92 A characteristic that can only be written is answered by -70405")
    void writeOnly(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.read(home.identify()).is(207).says(home.identify(), HapStatus.WRITE_ONLY);
        }
    }

    @Test
    @DisplayName("B93 type, perms, meta and ev each add what they name and nothing else")
    void eachAlone(Server server) throws IOException {
        TestedHome home = server.home();
        String query = "id=" + home.brightness();
        try (SuiteController controller = SuiteController.admin(server)) {
            assertAdds(controller.ask(query + "&type=1"), home.brightness(), Set.of("type"));
            assertAdds(controller.ask(query + "&perms=1"), home.brightness(), Set.of("perms"));
            assertAdds(controller.ask(query + "&meta=1"), home.brightness(), Set.of("format"));
            assertAdds(controller.ask(query + "&ev=1"), home.brightness(), Set.of("ev"));
            assertAdds(controller.ask(query + "&meta=0&perms=0&type=0&ev=0"), home.brightness(), Set.of());
        }
    }

    @Test
    @DisplayName("B93 type, perms, meta and ev together tell what the list of accessories tells")
    void together(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.subscribe(home.brightness());
            CharacteristicsReply reply = controller.ask("ev=1&meta=1&id=" + home.brightness() + "&perms=1&type=1");
            assertAdds(reply, home.brightness(), EXTRAS);
            JsonObject entry = reply.entry(home.brightness());
            JsonObject listed = home.listed(home.brightness());
            for (String member : List.of("type", "format", "perms", "unit", "minValue", "maxValue", "minStep")) {
                assertEquals(listed.get(member), entry.get(member), member + ", as in the list of accessories");
            }
            Expect.that(Entries.isSame(entry.get("ev"), "true"), reply.done(), "ev true, as subscribed", entry);
        }
    }

    @Test
    @DisplayName("B94 What is asked for twice is answered twice")
    void duplicates(Server server) throws IOException {
        TestedHome home = server.home();
        List<String> ids = List.of(home.on(), home.brightness(), home.on());
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.read(ids.toArray(String[]::new)).is(200).names(ids);
            controller.ask("id=" + home.on() + "&id=" + home.on()).is(200).names(List.of(home.on(), home.on()));
        }
    }

    /**
     * HomeKitADK refuses the whole request, which is allowed. Latchkey doesn't since hubs take 400 for a bridge in trouble
     * and Homebridge's pages ask for {@code -1.-1} (apple-traffic.md, section 12, row 13).
     */
    @Test
    @DisplayName("B95 An id that nothing can have costs its own entry, or is refused with 400, and the session goes on")
    void oddIds(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            for (String id : List.of(
                    "-1.-1",
                    "a.b",
                    "1.x",
                    "1",
                    "1.",
                    ".1",
                    "+1.2",
                    "1.2.3",
                    "1.0x2",
                    "1.2;3",
                    "1.18446744073709551616")) {
                CharacteristicsReply reply = controller.read(id, home.on());
                Expect.status(reply.message(), reply.done(), server.isLatchkey() ? ONE_SPOILT : SPOILT_OR_NOT);
                if (server.isLatchkey()) {
                    List<JsonObject> entries = reply.entries().all();
                    Expect.that(entries.size() == 2, reply.done(), "as many entries as ids", entries);
                    Expect.that(hasStatus(entries.get(0), HapStatus.RESOURCE_DOES_NOT_EXIST), id, "-70409", entries);
                    Expect.that(hasStatus(entries.get(1), HapStatus.SUCCESS), home.on(), "0", entries);
                }
            }
            controller.read(home.on()).is(200);
        }
    }

    /** The same row: HAP-NodeJS takes {@code true}, HomeKitADK refuses it. */
    @Test
    @DisplayName("B95 A flag that is a word is taken or refused with 400, and one that is neither 1 nor 0 does no harm")
    void wordsAsFlags(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            String query = "id=" + home.brightness();
            CharacteristicsReply words = controller.ask(query + "&meta=true&perms=true&type=true&ev=true");
            if (server.isLatchkey() || words.message().status() != 400) {
                assertAdds(words, home.brightness(), EXTRAS);
            }
            CharacteristicsReply other = controller.ask(query + "&meta=2");
            Expect.status(other.message(), other.done(), server.isLatchkey() ? new int[] {400} : new int[] {200, 400});
            controller.read(home.brightness()).is(200);
        }
    }

    @Test
    @DisplayName("B95 A read without a query is answered by 400, one without ids by 204")
    void noIds(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            Expect.status(session.get("/characteristics"), "a read without a query", 400);
            WireMessage empty = session.get("/characteristics?id=");
            Expect.status(empty, "a read without ids", 204, 400);
        }
    }

    @Test
    @DisplayName("B111 A button reads as null, because a press has no value that lasts")
    void eventOnly(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            CharacteristicsReply reply = controller.read(home.button()).is(200);
            Expect.that(
                    reply.entries().value(home.button()).isJsonNull(), "the read of a button", "null", reply.entries());
        }
    }

    @Test
    @DisplayName("B115 Reads are answered in the order in which they were asked for")
    void order(Server server) throws IOException {
        List<String> ids = new ArrayList<>(server.home().readable());
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.read(ids.toArray(String[]::new)).is(200).names(ids);
            Collections.reverse(ids);
            controller.read(ids.toArray(String[]::new)).is(200).names(ids);
        }
    }

    @Test
    @DisplayName("B115 What takes its time is answered in its place")
    void slowInOrder(Server server) throws IOException {
        TestedHome home = server.home();
        List<String> ids = List.of(home.probe(Probe.SLOW), home.on(), home.probe(Probe.LEVEL));
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.read(ids.toArray(String[]::new)).is(200).names(ids);
        }
    }

    private static boolean hasStatus(JsonObject entry, HapStatus status) {
        return entry.get("status").getAsInt() == status.code();
    }

    private static void assertAdds(CharacteristicsReply reply, String id, Set<String> expected) {
        JsonObject entry = reply.is(200).entry(id);
        for (String extra : EXTRAS) {
            Expect.that(
                    expected.contains(extra) == entry.has(extra),
                    reply.done(),
                    "of the extras only " + expected,
                    entry);
        }
        Expect.that(!entry.get("value").isJsonNull(), reply.done(), "a value", entry);
    }
}
