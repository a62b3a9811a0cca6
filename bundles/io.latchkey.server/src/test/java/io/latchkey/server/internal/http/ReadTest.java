// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType.Trait;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Answer;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GET of {@code /characteristics}. */
class ReadTest {
    private static final String AWAY = "{\"aid\":9,\"iid\":99,\"status\":-70409}";

    private static Characteristic reading(int number, Format format, Value value) {
        return Characteristic.of(SampleCharacteristics.type(number, format, "pr"))
                .value(() -> value)
                .build();
    }

    private static BridgeRig rig(Accessory... accessories) {
        return BridgeRig.paired(new FakeProvider("test", accessories));
    }

    private static void check(int status, String body, Answer answer) {
        assertEquals(body, BridgeRig.text(answer));
        assertEquals(status, answer.status());
    }

    private static String list(String entries) {
        return "{\"characteristics\":[" + entries + "]}";
    }

    @Test
    void valuesComeInTheOrderAskedAndTwiceWhenAskedTwice() {
        try (BridgeRig rig = rig(new LampAccessory("Lamp").accessory())) {
            String on = rig.id("Lamp", "On").toString();
            String brightness = rig.id("Lamp", "Brightness").toString();
            String onEntry = "{\"aid\":2,\"iid\":" + on.substring(2) + ",\"value\":false}";
            String dimEntry = "{\"aid\":2,\"iid\":" + brightness.substring(2) + ",\"value\":100}";
            check(
                    200,
                    list(dimEntry + "," + onEntry + "," + dimEntry),
                    rig.get("/characteristics?id=" + brightness + "," + on + "," + brightness));
        }
    }

    @Test
    void nothingAskedIsNothingAnswered() {
        try (BridgeRig rig = rig()) {
            check(204, "", rig.get("/characteristics?id="));
            check(204, "", rig.get("/characteristics?"));
            check(400, "", rig.get("/characteristics?id=1.2&meta=yes"));
        }
    }

    /** More than a contributor may have waiting, which takes its time with each. */
    @Test
    void allOfAContributorMayBeReadAtOnce() {
        CountDownLatch open = new CountDownLatch(1);
        Accessory[] meters = IntStream.range(0, 12)
                .mapToObj(i -> SampleCharacteristics.of(
                        "Meter " + i,
                        Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pr"))
                                .value(() -> openedValue(open))
                                .build()))
                .toArray(Accessory[]::new);
        try (BridgeRig rig = rig(meters)) {
            String ids = IntStream.range(0, 1200)
                    .mapToObj(
                            i -> rig.id("Meter " + i % meters.length, "Gadget1").toString())
                    .collect(Collectors.joining(","));
            CompletableFuture<Answer> answer =
                    rig.listener().send(rig.session(BridgeRig.ADMIN), "GET", "/characteristics?id=" + ids, new byte[0]);
            open.countDown();
            assertEquals(200, MemoryTransport.await(answer).status());
        }
    }

    private static Value openedValue(CountDownLatch open) {
        try {
            assertTrue(open.await(20, TimeUnit.SECONDS));
            return Value.of(7L);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void oneFailureGivesEveryEntryAStatus() {
        try (BridgeRig rig = rig(new LampAccessory("Lamp").accessory())) {
            String on = rig.id("Lamp", "On").toString();
            check(
                    207,
                    list("{\"aid\":2,\"iid\":" + on.substring(2) + ",\"status\":0,\"value\":false}," + AWAY),
                    rig.get("/characteristics?id=" + on + ",9.99"));
        }
    }

    @Test
    void impossibleAddressesAreRepeated() {
        try (BridgeRig rig = rig()) {
            check(
                    207,
                    list("{\"aid\":18446744073709551615,\"iid\":0,\"status\":-70409}"),
                    rig.get("/characteristics?id=18446744073709551615.0"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1.-1, -1, -1",
        "18446744073709551616.1, 18446744073709551616, 1",
        "a.b, 0, 0",
        "1, 1, 0",
        ".9, 0, 9",
        "1.2.3, 1, 2.3",
        "+1.2, 0, 2",
        "1.0x2, 1, 0"
    })
    void anOddIdCostsOnlyItsOwnEntry(String odd, String aid, String iid) {
        try (BridgeRig rig = rig(new LampAccessory("Lamp").accessory())) {
            String on = rig.id("Lamp", "On").toString();
            check(
                    207,
                    list("{\"aid\":" + aid + ",\"iid\":" + iid + ",\"status\":-70409},{\"aid\":2,\"iid\":"
                            + on.substring(2) + ",\"status\":0,\"value\":false}"),
                    rig.get("/characteristics?id=" + odd + "," + on));
        }
    }

    @Test
    void aCommaTooManyAsksForNothing() {
        try (BridgeRig rig = rig(new LampAccessory("Lamp").accessory())) {
            String on = rig.id("Lamp", "On").toString();
            check(
                    200,
                    list("{\"aid\":2,\"iid\":" + on.substring(2) + ",\"value\":false}"),
                    rig.get("/characteristics?id=," + on + ","));
        }
    }

    @Test
    void flagsMayBeWords() {
        try (BridgeRig rig = rig(new LampAccessory("Lamp").accessory())) {
            String id = "/characteristics?id=" + rig.id("Lamp", "On");
            String words = BridgeRig.text(rig.get(id + "&meta=true&perms=true&type=true&ev=true"));
            assertEquals(BridgeRig.text(rig.get(id + "&meta=1&perms=1&type=1&ev=1")), words);
            assertEquals(
                    BridgeRig.text(rig.get(id)),
                    BridgeRig.text(rig.get(id + "&meta=false&perms=false&type=false&ev=false")));
            check(400, "", rig.get(id + "&ev=True"));
            check(400, "", rig.get(id + "&ev="));
        }
    }

    @Test
    void whatIsAskedForIsDescribed() {
        try (BridgeRig rig = rig(new LampAccessory("Lamp").accessory())) {
            String id = rig.id("Lamp", "Brightness").toString();
            check(
                    200,
                    list("{\"aid\":2,\"iid\":" + id.substring(2) + ",\"type\":\"8\",\"format\":\"int\","
                            + "\"unit\":\"percentage\",\"minValue\":0,\"maxValue\":100,\"minStep\":1,"
                            + "\"perms\":[\"pr\",\"pw\",\"ev\"],\"ev\":false,\"value\":100}"),
                    rig.get("/characteristics?id=" + id + "&meta=1&perms=1&type=1&ev=1"));
        }
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        Characteristic failing = Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pr"))
                .read(() -> CompletableFuture.failedFuture(
                        new HapStatusException(HapStatus.NOT_ALLOWED_IN_CURRENT_STATE, "locked")))
                .direct()
                .build();
        Characteristic throwing = Characteristic.of(SampleCharacteristics.type(2, Format.UINT8, "pr"))
                .value(() -> {
                    throw new IllegalStateException("bug");
                })
                .build();
        Characteristic empty = reading(3, Format.UINT8, Value.NULL);
        Characteristic wrong = reading(4, Format.BOOL, Value.of("yes"));
        Characteristic writeOnly = Characteristic.of(SampleCharacteristics.type(5, Format.BOOL, "pw"))
                .onWrite(value -> {})
                .build();
        try (BridgeRig rig = rig(SampleCharacteristics.of("g", failing, throwing, empty, wrong, writeOnly))) {
            check(
                    207,
                    list("{\"aid\":2,\"iid\":9,\"status\":-70412},{\"aid\":2,\"iid\":10,\"status\":-70402},"
                            + "{\"aid\":2,\"iid\":11,\"status\":-70402},{\"aid\":2,\"iid\":12,\"status\":-70402},"
                            + "{\"aid\":2,\"iid\":13,\"status\":-70405}"),
                    rig.get("/characteristics?id=2.9,2.10,2.11,2.12,2.13"));
        }
    }

    @Test
    void formatsAreWrittenAsTheyAre() {
        try (BridgeRig rig = rig(SampleCharacteristics.of(
                "g",
                reading(1, Format.UINT64, Value.of(-1L)),
                reading(2, Format.INT, Value.of(-5L)),
                reading(3, Format.FLOAT, Value.of(21.3)),
                reading(4, Format.STRING, Value.of("a\"ä\n")),
                reading(5, Format.TLV8, Value.of(new byte[0])),
                reading(6, Format.DATA, Value.of(new byte[] {1, 2, 3}))))) {
            check(
                    200,
                    list("{\"aid\":2,\"iid\":9,\"value\":18446744073709551615},{\"aid\":2,\"iid\":10,\"value\":-5},"
                            + "{\"aid\":2,\"iid\":11,\"value\":21.3},"
                            + "{\"aid\":2,\"iid\":12,\"value\":\"a\\\"ä\\n\"},{\"aid\":2,\"iid\":13,\"value\":\"\"},"
                            + "{\"aid\":2,\"iid\":14,\"value\":\"AQID\"}"),
                    rig.get("/characteristics?id=2.9,2.10,2.11,2.12,2.13,2.14"));
        }
    }

    @Test
    void valuesOutsideTheirLimitsAreMadeLegal() {
        Characteristic hot = Characteristic.of(CharacteristicTypes.CURRENT_TEMPERATURE)
                .value(() -> Value.of(300.0))
                .build();
        try (BridgeRig rig = rig(SampleCharacteristics.of("g", hot))) {
            check(200, list("{\"aid\":2,\"iid\":9,\"value\":100}"), rig.get("/characteristics?id=2.9"));
        }
    }

    @Test
    void aButtonIsNullOnARead() {
        Characteristic event =
                Characteristic.of(CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT).build();
        try (BridgeRig rig = rig(SampleCharacteristics.of("g", event))) {
            check(200, list("{\"aid\":2,\"iid\":9,\"value\":null}"), rig.get("/characteristics?id=2.9"));
        }
    }

    @Test
    void adminsOnlyMeansAdminsOnly() {
        Characteristic secret = Characteristic.of(
                        SampleCharacteristics.type(1, Format.UINT8, "pr,ev", Trait.ADMIN_READ))
                .value(() -> Value.of(1L))
                .build();
        try (BridgeRig rig = rig(SampleCharacteristics.of("g", secret))) {
            check(200, list("{\"aid\":2,\"iid\":9,\"value\":1}"), rig.get("/characteristics?id=2.9"));
            check(
                    207,
                    list("{\"aid\":2,\"iid\":9,\"status\":-70401}"),
                    rig.ask(rig.session(BridgeRig.GUEST), "GET", "/characteristics?id=2.9", ""));
            check(
                    207,
                    list("{\"aid\":2,\"iid\":9,\"status\":-70401}"),
                    rig.ask(
                            rig.session(BridgeRig.GUEST),
                            "PUT",
                            "/characteristics",
                            list("{\"aid\":2,\"iid\":9,\"ev\":true}")));
        }
    }

    @Test
    void aSlowOneCostsOnlyItsOwnEntry() throws InterruptedException {
        CountDownLatch hang = new CountDownLatch(1);
        Characteristic blocking = Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pr"))
                .read(() -> {
                    await(hang);
                    return CompletableFuture.completedFuture(Value.of(1L));
                })
                .build();
        try (BridgeRig rig = rig(SampleCharacteristics.of("g", blocking), new LampAccessory("Lamp").accessory())) {
            String on = rig.id("Lamp", "On").toString();
            var answer = rig.listener()
                    .send(rig.session(BridgeRig.ADMIN), "GET", "/characteristics?id=2.9," + on, new byte[0]);
            assertFalse(answer.isDone());
            rig.pass(Duration.ofSeconds(5));
            check(
                    207,
                    list("{\"aid\":2,\"iid\":9,\"status\":-70408},{\"aid\":3,\"iid\":" + on.substring(2)
                            + ",\"status\":0,\"value\":false}"),
                    MemoryTransport.await(answer));
            check(
                    200,
                    list("{\"aid\":3,\"iid\":" + on.substring(2) + ",\"value\":false}"),
                    rig.get("/characteristics?id=" + on));
            hang.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
