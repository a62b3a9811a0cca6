// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.model.HapStatus;
import io.latchkey.itests.home.Probe;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Writes are judged entry by entry, done in their order, and answered in it. */
@OverTheWire
@Order(ConformanceOrder.MEANWHILE)
class WriteConformance {

    @Test
    @DisplayName("B96 A write that succeeds is answered by 204 without a body, and holds")
    void done(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            controller
                    .put(Put.value(home.brightness(), "35").andValue(home.on(), "true"))
                    .isDone();
            controller.finds(home.brightness(), "35");
            controller.finds(home.on(), "true");
            controller.write(home.brightness(), "60");
            controller.finds(home.brightness(), "60");
        }
    }

    @Test
    @DisplayName("B97 When one of several writes fails, all have a status and the others are done")
    void partial(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.write(home.brightness(), "10");
            CharacteristicsReply reply =
                    controller.put(Put.value(home.name(), "\"Renamed\"").andValue(home.brightness(), "20"));
            reply.is(207).names(List.of(home.name(), home.brightness()));
            reply.says(home.name(), HapStatus.READ_ONLY).says(home.brightness(), HapStatus.SUCCESS);
            reply.tellsNoValue(home.brightness());
            controller.finds(home.brightness(), "20");
        }
    }

    @Test
    @DisplayName("B97 A write to what is not there is answered by -70409")
    void absent(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            for (String id : List.of(home.absent(), home.absentAccessory())) {
                controller.put(Put.value(id, "1")).is(207).says(id, HapStatus.RESOURCE_DOES_NOT_EXIST);
                controller.put(Put.events(id, true)).is(207).says(id, HapStatus.RESOURCE_DOES_NOT_EXIST);
            }
        }
    }

    @Test
    @DisplayName("B97 An entry that asks for nothing is answered by -70410")
    void nothing(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.put(Put.nothing(home.on())).is(207).says(home.on(), HapStatus.INVALID_VALUE);
        }
    }

    @Test
    @DisplayName("B98 A write to what can only be read is answered by -70404")
    void readOnly(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            String before = controller.value(home.name()).toString();
            CharacteristicsReply reply = controller.put(Put.value(home.name(), "\"Renamed\""));
            reply.is(207).says(home.name(), HapStatus.READ_ONLY);
            controller.finds(home.name(), before);
        }
    }

    @Test
    @DisplayName("B103 A write response bears the value, also a number of 0 and an empty text")
    void response(Server server) throws IOException {
        TestedHome home = server.home();
        String number = home.probe(Probe.RESPONSE);
        String text = home.probe(Probe.TEXT_RESPONSE);
        try (SuiteController controller = SuiteController.admin(server)) {
            for (String value : List.of("7", "0")) {
                CharacteristicsReply reply =
                        controller.put(Put.value(number, value).withResponse());
                reply.is(207).says(number, HapStatus.SUCCESS).tells(number, value);
            }
            for (String value : List.of("\"told\"", "\"\"")) {
                CharacteristicsReply reply =
                        controller.put(Put.value(text, value).withResponse());
                reply.is(207).says(text, HapStatus.SUCCESS).tells(text, value);
            }
        }
    }

    @Test
    @DisplayName("B104 A write response that nobody asks for does not come")
    void responseUnasked(Server server) throws IOException {
        TestedHome home = server.home();
        String id = home.probe(Probe.RESPONSE);
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.write(id, "3");
            controller.put(Put.value(id, "4").with("r", "false")).isDone();
            CharacteristicsReply mixed = controller.put(Put.value(id, "5").andValue(home.name(), "1"));
            mixed.is(207).says(id, HapStatus.SUCCESS).tellsNoValue(id);
        }
    }

    @Test
    @DisplayName("B104 Where there is no write response, asking for one is answered by -70405, the write being done")
    void noResponse(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.write(home.brightness(), "10");
            CharacteristicsReply reply =
                    controller.put(Put.value(home.brightness(), "30").withResponse());
            reply.is(207).says(home.brightness(), HapStatus.WRITE_ONLY);
            controller.finds(home.brightness(), "30");
            controller.put(Put.events(home.brightness(), true).withResponse()).isDone();
        }
    }

    @Test
    @DisplayName("B105 What is for administrators is answered to others by -70401: read, write and subscription")
    void adminOnly(Server server) throws IOException {
        TestedHome home = server.home();
        String id = home.probe(Probe.ADMIN);
        try (SuiteController admin = SuiteController.admin(server);
                SuiteController user = SuiteController.user(server)) {
            admin.write(id, "1");
            user.read(id).is(207).says(id, HapStatus.INSUFFICIENT_PRIVILEGES);
            user.put(Put.value(id, "2")).is(207).says(id, HapStatus.INSUFFICIENT_PRIVILEGES);
            user.put(Put.events(id, true)).is(207).says(id, HapStatus.INSUFFICIENT_PRIVILEGES);
            admin.finds(id, "1");
            admin.subscribe(id);
            admin.write(id, "3");
            user.finds(home.on(), admin.value(home.on()).toString());
        }
    }

    @Test
    @DisplayName("B105 Who is no administrator reads, writes and subscribes what is not restricted")
    void regularUser(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController user = SuiteController.user(server)) {
            user.write(home.brightness(), "45");
            user.finds(home.brightness(), "45");
            user.subscribe(home.on());
        }
    }

    @Test
    @DisplayName("B106 Authorization data is refused by -70411 when missing or wrong, and accepted when right")
    void authorization(Server server) throws IOException {
        TestedHome home = server.home();
        String id = home.probe(Probe.AUTHORIZED);
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.put(Put.value(id, "1").with("authData", "\"c2VjcmV0\"")).isDone();
            for (Put wrong : List.of(Put.value(id, "2"), Put.value(id, "2").with("authData", "\"d3Jvbmc=\""))) {
                controller.put(wrong).is(207).says(id, HapStatus.INSUFFICIENT_AUTHORIZATION);
            }
            controller.finds(id, "1");
        }
    }

    @Test
    @DisplayName("B112 Two writes of one characteristic in a request are both done, the later one last")
    void sameTwice(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            controller
                    .put(Put.value(home.brightness(), "80").andValue(home.brightness(), "15"))
                    .isDone();
            controller.finds(home.brightness(), "15");
            controller
                    .put(Put.value(home.brightness(), "15").andValue(home.brightness(), "80"))
                    .isDone();
            controller.finds(home.brightness(), "80");
        }
    }

    @Test
    @DisplayName("B112 The writes of a request reach the accessory in the order of the request")
    void applied(Server server) throws IOException {
        TestedHome home = server.home();
        String level = home.probe(Probe.LEVEL);
        String other = home.probe(Probe.OTHER_LEVEL);
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.order(home, "forget");
            controller
                    .put(Put.value(other, "1")
                            .andValue(level, "2")
                            .andValue(other, "3")
                            .andValue(level, "4"))
                    .isDone();
            controller.finds(home.probe(Probe.JOURNAL), "\"OTHER_LEVEL=1 LEVEL=2 OTHER_LEVEL=3 LEVEL=4\"");
        }
    }

    @Test
    @DisplayName("B113 Identify takes true and 1")
    void identify(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.write(home.identify(), "true");
            controller.write(home.identify(), "1");
        }
    }

    @Test
    @DisplayName("B113 Identify takes false, though nothing is to be done")
    void identifyNot(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.write(home.identify(), "false");
        }
    }

    @Test
    @DisplayName("B113 Identify reaches its accessory once for each true, and not for false")
    void identified(Server server) throws IOException {
        TestedHome home = server.home();
        String identify = home.identifyOfTestHome();
        String count = home.probe(Probe.IDENTIFIED);
        try (SuiteController controller = SuiteController.admin(server)) {
            int before = controller.value(count).getAsInt();
            controller.write(identify, "false");
            controller.write(identify, "true");
            ConformanceWait.until(
                    "identify is counted", () -> controller.value(count).getAsInt() > before);
            controller.finds(count, Integer.toString(before + 1));
        }
    }

    @Test
    @DisplayName("B115 Writes are answered in the order of the request, though some take their time")
    void order(Server server) throws IOException {
        TestedHome home = server.home();
        List<String> ids = List.of(home.probe(Probe.SLOW), home.name(), home.on(), home.probe(Probe.LEVEL));
        try (SuiteController controller = SuiteController.admin(server)) {
            Put put = Put.value(ids.get(0), "1").andValue(ids.get(1), "1").andValue(ids.get(2), "1");
            controller.put(put.andValue(ids.get(3), "1")).is(207).names(ids);
        }
    }
}
