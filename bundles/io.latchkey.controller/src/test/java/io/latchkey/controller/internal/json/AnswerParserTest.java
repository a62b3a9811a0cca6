// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.controller.AccessoryDescription;
import io.latchkey.api.controller.CharacteristicMeta;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.ServiceDescription;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.InstanceId;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON of accessories, whoever made them. */
class AnswerParserTest {
    private static final String LAMP = """
            {"accessories":[{"aid":2,"services":[
              {"iid":7,"type":"00000043-0000-1000-8000-0026BB765291","primary":true,"linked":[8],"characteristics":[
                {"iid":9,"type":"25","format":"bool","value":1,"perms":["pr","pw","ev","xx"],"ev":false},
                {"iid":10,"type":"8","format":"int","unit":"percentage","minValue":0,"maxValue":100,"minStep":0.5,
                 "description":"How bright","maxLen":64,"maxDataLen":128,"valid-values":[0,50,100],
                 "value":40,"perms":["pr"]}]}]}]}
            """;

    @Test
    void anAccessoryIsReadWithAllThatItTells() throws Exception {
        AccessoryDescription lamp = AnswerParser.accessories(bytes(LAMP)).get(0);
        ServiceDescription service = lamp.service(ServiceTypes.LIGHTBULB.uuid()).orElseThrow();
        assertTrue(service.primary());
        assertFalse(service.hidden());
        assertEquals(List.of(new InstanceId(8)), service.linked());
        CharacteristicReport on =
                service.characteristic(CharacteristicTypes.ON.uuid()).orElseThrow();
        assertEquals(CharacteristicId.of(2, 9), on.id());
        assertEquals(Set.of(Permission.PAIRED_READ, Permission.PAIRED_WRITE, Permission.EVENTS), on.permissions());
        assertEquals(Optional.of(false), on.events());
        assertEquals(Optional.of(Value.of(1)), on.value());
        CharacteristicMeta meta = service.characteristic(CharacteristicTypes.BRIGHTNESS.uuid())
                .orElseThrow()
                .meta();
        assertEquals(
                new CharacteristicMeta(
                        Optional.of(Format.INT),
                        Optional.of("percentage"),
                        Optional.of("How bright"),
                        Optional.of(BigDecimal.ZERO),
                        Optional.of(new BigDecimal("100")),
                        Optional.of(new BigDecimal("0.5")),
                        OptionalInt.of(64),
                        OptionalInt.of(128),
                        List.of(0L, 50L, 100L)),
                meta);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "9007199254740993", "9223372036854775808", "18446744073709551615"})
    void accessoriesHaveIdsOf64Bits(String aid) throws Exception {
        String body = LAMP.replace("\"aid\":2", "\"aid\":" + aid);
        AccessoryDescription lamp = AnswerParser.accessories(bytes(body)).get(0);
        assertEquals(aid, lamp.id().toString());
        String event = "{\"characteristics\":[{\"aid\":%s,\"iid\":9,\"value\":1}]}".formatted(aid);
        CharacteristicReport report = AnswerParser.characteristics(bytes(event)).get(0);
        assertEquals(aid + ".9", report.id().toString());
    }

    @Test
    void whatMakersInventIsOverlooked() throws Exception {
        CharacteristicReport report = report("\"format\":\"uint128\",\"unit\":7,\"minValue\":\"low\",\"maxLen\":-1,"
                + "\"perms\":\"pr\",\"valid-values\":[1,\"two\",3.5,{}],\"ev\":\"yes\",\"type\":4,\"status\":-6727");
        assertEquals(Optional.empty(), report.meta().format());
        assertEquals(Optional.empty(), report.meta().unit());
        assertEquals(Optional.empty(), report.meta().minimum());
        assertEquals(OptionalInt.empty(), report.meta().textLength());
        assertEquals(List.of(1L), report.meta().validValues());
        assertEquals(Set.of(), report.permissions());
        assertEquals(Optional.empty(), report.events());
        assertEquals(Optional.empty(), report.type());
        assertEquals(HapStatus.UNABLE_TO_COMMUNICATE, report.status());
    }

    @Test
    void valuesAreAsJsonHasThem() throws Exception {
        assertEquals(Value.TRUE, value("true"));
        assertEquals(Value.NULL, value("null"));
        assertEquals(Value.of("a\u00e9\"b"), value("\"a\u00e9\\\"b\""));
        assertEquals(Value.of(-7), value("-7"));
        assertEquals(Value.of(21.5), value("21.5"));
        assertEquals(Value.of(1.0), value("1.0"));
        assertEquals(Value.of(1234567.0), value("1.234567e+06"));
        assertEquals(Value.of(Long.MAX_VALUE), value("9223372036854775807"));
        assertEquals(Value.of(-1), value("18446744073709551615"), "64 bits without sign");
        assertEquals(Optional.empty(), report("\"status\":0").value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "1e999",
                "1e-999",
                "18446744073709551616",
                "-9223372036854775809",
                "NaN",
                "01",
                "1234567890123456789012345678901234567890123456789012345678901234567890"
            })
    void valuesThatNoCharacteristicHasAreRefused(String json) {
        assertThrows(MalformedAnswerException.class, () -> value(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"accessories\":{}}",
                "{\"accessories\":[1]}",
                "{\"accessories\":[{\"services\":[]}]}",
                "{\"accessories\":[{\"aid\":0,\"services\":[]}]}",
                "{\"accessories\":[{\"aid\":-1,\"services\":[]}]}",
                "{\"accessories\":[{\"aid\":2.5,\"services\":[]}]}",
                "{\"accessories\":[{\"aid\":18446744073709551616,\"services\":[]}]}",
                "{\"accessories\":[{\"aid\":1.5,\"services\":[]}]}",
                "{\"accessories\":[{\"aid\":1}]}",
                "{\"accessories\":[{\"aid\":1,\"services\":[{\"iid\":1,\"characteristics\":[]}]}]}",
                "{\"accessories\":[{\"aid\":1,\"services\":[{\"iid\":1,\"type\":\"?\",\"characteristics\":[]}]}]}",
                "{\"accessories\":[{\"aid\":1,\"services\":"
                        + "[{\"iid\":1,\"type\":\"3E\",\"characteristics\":[{\"iid\":2}]}]}]}",
                "{\"accessories\":[]} {}",
                "{'accessories':[]}"
            })
    void whatIsNoListOfAccessoriesIsRefused(String json) {
        assertThrows(MalformedAnswerException.class, () -> AnswerParser.accessories(bytes(json)));
    }

    @Test
    void aFaultInAnAccessorysUtf8CostsOneCharacter() throws Exception {
        byte[] body = bytes("{\"characteristics\":[{\"aid\":1,\"iid\":2,\"value\":\"a?b\"}]}");
        body[new String(body, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xFF;
        assertEquals(
                Optional.of(Value.of("a\ufffdb")),
                AnswerParser.characteristics(body).get(0).value());
    }

    @Test
    void nestingAsDeepAsABodyHasRoomForCostsNoStack() {
        String deep = "[".repeat(500_000) + "]".repeat(500_000);
        String body = "{\"characteristics\":[{\"aid\":1,\"iid\":2,\"value\":" + deep + "}]}";
        assertThrows(MalformedAnswerException.class, () -> AnswerParser.characteristics(bytes(body)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":-70403}|BUSY",
                "{\"status\":0}|SUCCESS",
                "{\"status\":99}|UNABLE_TO_COMMUNICATE",
                "{\"status\":-4294967296}|UNABLE_TO_COMMUNICATE",
                "{}|",
                "oops|",
                "{\"status\":\"busy\"}|"
            })
    void theStatusOfARequestIsToldWhereThereIsOne(String body, HapStatus status) {
        assertEquals(Optional.ofNullable(status), AnswerParser.status(bytes(body)));
    }

    @Property(tries = 2000)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        assertThrows(MalformedAnswerException.class, () -> AnswerParser.accessories(bytes));
        assertThrows(MalformedAnswerException.class, () -> AnswerParser.characteristics(bytes));
        assertEquals(Optional.empty(), AnswerParser.status(bytes));
    }

    private static Value value(String json) throws MalformedAnswerException {
        return report("\"value\":" + json).value().orElseThrow();
    }

    private static CharacteristicReport report(String members) throws MalformedAnswerException {
        return AnswerParser.characteristics(bytes("{\"characteristics\":[{\"aid\":1,\"iid\":2," + members + "}]}"))
                .get(0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
