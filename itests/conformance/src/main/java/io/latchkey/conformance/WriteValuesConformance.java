// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.HapStatus;
import io.latchkey.itests.home.Probe;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A value is taken when it is of the format and within its limits, else refused by -70410 and the old one stays. */
@OverTheWire
@Order(ConformanceOrder.MEANWHILE)
class WriteValuesConformance {

    @Test
    @DisplayName("B99 A value of another format is refused by -70410")
    void wrongFormat(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            assertRefused(controller, home.on(), "true", "\"true\"", "2", "-1", "0.5");
            assertRefused(controller, home.brightness(), "40", "\"41\"", "40.5");
        }
    }

    @Test
    @DisplayName("B99 A value out of range is refused by -70410")
    void outOfRange(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            assertRefused(controller, home.brightness(), "40", "101", "-1", "256", "1000000");
            controller.write(home.brightness(), "0");
            controller.write(home.brightness(), "100");
        }
    }

    @Test
    @DisplayName("B99 What is no number of JSON is refused: NaN, Infinity, 01, +1")
    void noNumber(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.write(home.brightness(), "40");
            for (String value : new String[] {"NaN", "Infinity", "-Infinity", "01", "+1", "0x10", "1."}) {
                assertNotDone(controller.put(Put.value(home.brightness(), value)));
            }
            controller.finds(home.brightness(), "40");
        }
    }

    @Test
    @DisplayName("B99 Numbers that no format holds are refused")
    void enormous(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.write(home.brightness(), "40");
            for (String value : new String[] {"1e400", "-99999999999", "9".repeat(200), "1e999999999"}) {
                assertNotDone(controller.put(Put.value(home.brightness(), value)));
            }
            controller.finds(home.brightness(), "40");
        }
    }

    @Test
    @DisplayName("B99 A number between two steps is moved to the nearer one")
    void step(Server server) throws IOException {
        TestedHome home = server.home();
        String id = home.probe(Probe.STEPPED);
        try (SuiteController controller = SuiteController.admin(server)) {
            assertTaken(controller, id, "20.5", "20.5");
            assertTaken(controller, id, "21.2", "21");
            assertTaken(controller, id, "21.3", "21.5");
            assertRefused(controller, id, "22", "9.9", "38.5");
            assertTaken(controller, id, "10", "10");
            assertTaken(controller, id, "38", "38");
        }
    }

    @Test
    @DisplayName("B99 A value that is not one of the valid ones is refused by -70410")
    void validValues(Server server) throws IOException {
        TestedHome home = server.home();
        String id = home.probe(Probe.CHOICE);
        try (SuiteController controller = SuiteController.admin(server)) {
            assertRefused(controller, id, "2", "1", "4");
            assertTaken(controller, id, "3", "3");
            assertTaken(controller, id, "0", "0");
        }
    }

    @Test
    @DisplayName("B99 The length of a text counts in bytes, 64 of them at the most")
    void textLength(Server server) throws IOException {
        TestedHome home = server.home();
        String id = home.probe(Probe.TEXT);
        try (SuiteController controller = SuiteController.admin(server)) {
            String ascii = quoted("a".repeat(64));
            assertTaken(controller, id, ascii, ascii);
            assertRefused(controller, id, ascii, quoted("a".repeat(65)), quoted("\u00e9".repeat(33)), "1");
            String twoBytes = quoted("\u00e9".repeat(32));
            assertTaken(controller, id, twoBytes, twoBytes);
            String fourBytes = quoted("\ud83c\udfe0".repeat(16));
            assertTaken(controller, id, fourBytes, fourBytes);
            assertRefused(controller, id, fourBytes, quoted("\ud83c\udfe0".repeat(17)));
        }
    }

    @Test
    @DisplayName("B99 A text comes back as it was written, quotes and controls too")
    void text(Server server) throws IOException {
        TestedHome home = server.home();
        String id = home.probe(Probe.TEXT);
        try (SuiteController controller = SuiteController.admin(server)) {
            for (String json : new String[] {"\"\"", "\"\\\"\\\\/\\n\\t\\u0001\"", "\"<b>&amp;'\u2028\""}) {
                assertTaken(controller, id, json, json);
            }
        }
    }

    @Test
    @DisplayName("B99 Data is Base64 and no longer than its limit")
    void data(Server server) throws IOException {
        TestedHome home = server.home();
        String id = home.probe(Probe.DATA);
        try (SuiteController controller = SuiteController.admin(server)) {
            String full = base64(16);
            assertTaken(controller, id, full, full);
            assertRefused(controller, id, full, base64(17), "\"no Base64!\"", "1", "true");
            assertTaken(controller, id, "\"\"", "\"\"");
        }
    }

    @Test
    @DisplayName("B100 A truth value may be written as true, false, 1 or 0")
    void bool(Server server) throws IOException {
        TestedHome home = server.home();
        try (SuiteController controller = SuiteController.admin(server)) {
            for (String value : new String[] {"1", "0", "true", "false"}) {
                assertTaken(controller, home.on(), value, value);
            }
        }
    }

    @Test
    @DisplayName("B101 A number with a fraction comes back as the nearest 32-bit float")
    void decimal(Server server) throws IOException {
        TestedHome home = server.home();
        String id = home.probe(Probe.DECIMAL);
        try (SuiteController controller = SuiteController.admin(server)) {
            for (String value : new String[] {
                "0.1", "21.5", "-7.25", "0.30000000000000004", "1234567", "1.5e2", "0.0000001", "16777217", "3.4e38"
            }) {
                controller.write(id, value);
                float came = controller.value(id).getAsFloat();
                assertEquals(Float.parseFloat(value), came, "what was written as " + value);
            }
        }
    }

    @Test
    @DisplayName("B102 64 bits without sign come back digit by digit, up to 18446744073709551615")
    void unsigned(Server server) throws IOException {
        TestedHome home = server.home();
        String id = home.probe(Probe.LONG);
        try (SuiteController controller = SuiteController.admin(server)) {
            for (String value : new String[] {"0", "9007199254740993", "9223372036854775808", "18446744073709551615"}) {
                assertTaken(controller, id, value, value);
            }
            assertRefused(controller, id, "18446744073709551615", "-1", "0.5");
            CharacteristicsReply beyond = controller.put(Put.value(id, "18446744073709551616"));
            Expect.status(
                    beyond.message(), beyond.done(), server.isLatchkey() ? new int[] {207} : new int[] {207, 400});
            controller.finds(id, "18446744073709551615");
        }
    }

    @Test
    @DisplayName("B102 A number with sign keeps to its range")
    void signed(Server server) throws IOException {
        TestedHome home = server.home();
        String id = home.probe(Probe.SIGNED);
        try (SuiteController controller = SuiteController.admin(server)) {
            assertTaken(controller, id, "-100", "-100");
            assertTaken(controller, id, "100", "100");
            assertRefused(controller, id, "100", "101", "-101", "2147483648");
        }
    }

    private static void assertTaken(SuiteController controller, String id, String written, String expected)
            throws IOException {
        controller.write(id, written);
        controller.finds(id, expected);
    }

    private static void assertRefused(SuiteController controller, String id, String good, String... wrong)
            throws IOException {
        controller.write(id, good);
        for (String value : wrong) {
            controller.put(Put.value(id, value)).is(207).says(id, HapStatus.INVALID_VALUE);
        }
        controller.finds(id, good);
    }

    private static void assertNotDone(CharacteristicsReply reply) {
        int status = reply.message().status();
        Expect.that(status == 207 || status >= 400, reply.done(), "a refusal", status);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String base64(int length) {
        return quoted(Base64.getEncoder().encodeToString(new byte[length]));
    }
}
