// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType.Trait;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.transport.Answer;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PUT of {@code /characteristics}. The first characteristic of a gadget is 2.9. */
class WriteTest {
    private final List<Write> writes = new CopyOnWriteArrayList<>();
    private BridgeRig rig;

    @AfterEach
    void stop() {
        rig.close();
    }

    private void show(Characteristic... characteristics) {
        rig = BridgeRig.paired(new FakeProvider("test", SampleCharacteristics.of("g", characteristics)));
    }

    private Characteristic writable(
            int number, Format format, String permissions, Constraints limits, Trait... traits) {
        return Characteristic.of(SampleCharacteristics.type(number, format, permissions, traits))
                .constraints(limits)
                .read(() -> CompletableFuture.completedFuture(Value.of(42L)))
                .write(write -> {
                    writes.add(write);
                    return CompletableFuture.completedFuture(Value.NULL);
                })
                .direct()
                .build();
    }

    private Answer put(String body) {
        return put(rig.session(BridgeRig.ADMIN), body);
    }

    private Answer put(FakeSession session, String body) {
        return rig.ask(session, "PUT", "/characteristics", body);
    }

    private static String entry(String members) {
        return "{\"characteristics\":[{\"aid\":2,\"iid\":9," + members + "}]}";
    }

    private static String answer(int status) {
        return entry("\"status\":" + status);
    }

    private static void check(int status, String body, Answer answer) {
        assertEquals(body, BridgeRig.text(answer));
        assertEquals(status, answer.status());
    }

    @ParameterizedTest
    @CsvSource({
        "BOOL,   true,                 Bool[on=true]",
        "BOOL,   1,                    Bool[on=true]",
        "BOOL,   0,                    Bool[on=false]",
        "BOOL,   2,                    ",
        "BOOL,   '\"true\"',           ",
        "UINT8,  255,                  Whole[number=255]",
        "UINT8,  256,                  ",
        "UINT8,  -1,                   ",
        "UINT8,  true,                 Whole[number=1]",
        "UINT8,  50.0,                 Whole[number=50]",
        "UINT8,  5e1,                  Whole[number=50]",
        "UINT8,  1.5,                  ",
        "UINT8,  18446744073709551615, ",
        "INT,    -2147483648,          Whole[number=-2147483648]",
        "INT,    2147483648,           ",
        "INT,    18446744073709551615, ",
        "UINT32, 4294967295,           Whole[number=4294967295]",
        "UINT64, 18446744073709551615, Whole[number=-1]",
        "UINT64, -1,                   ",
        "FLOAT,  21.5,                 Decimal[number=21.5]",
        "FLOAT,  21,                   Decimal[number=21.0]",
        "FLOAT,  1.0e999,              ",
        "STRING, '\"x\"',              Text[text=x]",
        "STRING, 5,                    ",
        "DATA,   '\"AQID\"',           Bytes[3 bytes]",
        "DATA,   '\"A?\"',             ",
        "TLV8,   1,                    "
    })
    void valuesAreJudgedByTheirFormat(Format format, String json, String written) {
        show(writable(1, format, "pw", Constraints.NONE));
        Answer answer = put(entry("\"value\":" + json));
        if (written == null) {
            check(207, answer(-70410), answer);
            assertEquals(List.of(), writes);
        } else {
            check(204, "", answer);
            assertEquals(written, writes.get(0).value().toString());
        }
    }

    @Test
    void limitsAreStrictAndStepsAreSnapped() {
        show(writable(1, Format.FLOAT, "pw", Constraints.NONE.range(10, 30).step(0.5)));
        check(204, "", put(entry("\"value\":21.26")));
        assertEquals(Value.of(21.5), writes.get(0).value());
        check(207, answer(-70410), put(entry("\"value\":30.1")));
        check(207, answer(-70410), put(entry("\"value\":9")));
    }

    @Test
    void aTextIsCountedInBytes() {
        show(writable(1, Format.STRING, "pw", Constraints.NONE));
        check(204, "", put(entry("\"value\":\"" + "ä".repeat(32) + "\"")));
        check(207, answer(-70410), put(entry("\"value\":\"" + "ä".repeat(33) + "\"")));
    }

    @Test
    void entriesAreIndependentAndAllAreAnswered() {
        show(writable(1, Format.UINT8, "pr,pw", Constraints.NONE), writable(2, Format.UINT8, "pr", Constraints.NONE));
        check(
                207,
                "{\"characteristics\":[{\"aid\":2,\"iid\":9,\"status\":0},{\"aid\":2,\"iid\":10,\"status\":-70404},"
                        + "{\"aid\":7,\"iid\":1,\"status\":-70409},{\"aid\":2,\"iid\":9,\"status\":-70410}]}",
                put("{\"characteristics\":[{\"aid\":2,\"iid\":9,\"value\":5},{\"aid\":2,\"iid\":10,\"value\":5},"
                        + "{\"aid\":7,\"iid\":1,\"value\":5},{\"aid\":2,\"iid\":9}]}"));
        assertEquals(1, writes.size());
    }

    @Test
    void aMalformedRequestDoesNothing() {
        show(writable(1, Format.UINT8, "pw", Constraints.NONE));
        check(400, "", put("{\"characteristics\":[{\"aid\":2,\"iid\":9,\"value\":5},{\"aid\":2}]}"));
        assertEquals(List.of(), writes);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"value\":null'",
        "'\"value\":[1]'",
        "'\"value\":{\"a\":1}'",
        "'\"value\":18446744073709551616'",
        "'\"value\":1,\"ev\":null'",
        "'\"value\":1,\"ev\":\"on\"'",
        "'\"value\":1,\"ev\":2'",
        "'\"value\":1,\"r\":\"yes\"'",
        "'\"value\":1,\"remote\":[]'",
        "'\"value\":1,\"authData\":\"?\"'",
        "'\"value\":null,\"ev\":true'"
    })
    void aSpoiltMemberCostsOnlyItsOwnEntry(String members) {
        show(
                writable(1, Format.UINT8, "pr,pw,ev", Constraints.NONE),
                writable(2, Format.UINT8, "pw", Constraints.NONE));
        check(
                207,
                "{\"characteristics\":[{\"aid\":2,\"iid\":9,\"status\":-70410},{\"aid\":2,\"iid\":10,\"status\":0}]}",
                put("{\"characteristics\":[{\"aid\":2,\"iid\":9," + members
                        + "},{\"aid\":2,\"iid\":10,\"value\":7}]}"));
        assertEquals(List.of(Value.of(7L)), writes.stream().map(Write::value).toList());
        check(
                200,
                "{\"characteristics\":[{\"aid\":2,\"iid\":9,\"ev\":false,\"value\":42}]}",
                rig.get("/characteristics?id=2.9&ev=1"));
    }

    @ParameterizedTest
    @CsvSource({"-1, -1", "\"1\", 0", "true, 0", "1.5, 1.5", "18446744073709551616, 18446744073709551616", "null, 0"})
    void anAddressThatNothingHasCostsOnlyItsOwnEntry(String aid, String repeated) {
        show(writable(1, Format.UINT8, "pw", Constraints.NONE));
        check(
                207,
                "{\"characteristics\":[{\"aid\":" + repeated + ",\"iid\":-1,\"status\":-70409},"
                        + "{\"aid\":2,\"iid\":9,\"status\":0}]}",
                put("{\"characteristics\":[{\"aid\":" + aid + ",\"iid\":-1},{\"aid\":2,\"iid\":9,\"value\":1}]}"));
        assertEquals(1, writes.size());
    }

    @Test
    void severalEntriesOfOneCharacteristicAreWrittenInOrder() {
        show(writable(1, Format.UINT8, "pw", Constraints.NONE));
        check(
                204,
                "",
                put("{\"characteristics\":[{\"aid\":2,\"iid\":9,\"value\":1},{\"aid\":2,\"iid\":9,\"value\":2}]}"));
        assertEquals(
                List.of(Value.of(1L), Value.of(2L)),
                writes.stream().map(Write::value).toList());
    }

    @Test
    void theWriterLearnsWhoWritesAndHow() {
        show(writable(1, Format.UINT8, "pw,aa", Constraints.NONE));
        check(204, "", put(entry("\"value\":1,\"remote\":true,\"authData\":\"AQI=\"")));
        assertEquals(BridgeRig.ADMIN, writes.get(0).controller());
        assertEquals(true, writes.get(0).remote());
        assertEquals(2, writes.get(0).authorization().orElseThrow().content().length);
    }

    @Test
    void writesOfARequestAreGathered() {
        List<String> order = new ArrayList<>();
        Characteristic[] both = new Characteristic[2];
        for (int i = 0; i < 2; i++) {
            both[i] = Characteristic.of(SampleCharacteristics.type(i + 1, Format.UINT8, "pw"))
                    .write(write -> {
                        order.add("write");
                        write.batch().whenGathered(() -> order.add("gathered"));
                        return CompletableFuture.completedFuture(Value.NULL);
                    })
                    .direct()
                    .build();
        }
        show(both);
        put("{\"characteristics\":[{\"aid\":2,\"iid\":9,\"value\":1},{\"aid\":2,\"iid\":10,\"value\":2}]}");
        assertEquals(List.of("write", "write", "gathered", "gathered"), order);
    }

    @Test
    void aWriteResponseIsGivenWhenAskedFor() {
        Characteristic control = Characteristic.of(SampleCharacteristics.type(1, Format.TLV8, "pr,pw,wr"))
                .value(() -> Value.of(new byte[0]))
                .write(write -> CompletableFuture.completedFuture(Value.of(new byte[] {9})))
                .build();
        show(
                control,
                writable(2, Format.UINT8, "pr,pw,wr", Constraints.NONE),
                writable(3, Format.UINT8, "pw", Constraints.NONE));
        check(207, entry("\"status\":0,\"value\":\"CQ==\""), put(entry("\"value\":\"\",\"r\":true")));
        check(204, "", put(entry("\"value\":\"\"")));
        check(
                207,
                "{\"characteristics\":[{\"aid\":2,\"iid\":10,\"status\":0,\"value\":42},"
                        + "{\"aid\":2,\"iid\":11,\"status\":-70405}]}",
                put("{\"characteristics\":[{\"aid\":2,\"iid\":10,\"value\":5,\"r\":true},"
                        + "{\"aid\":2,\"iid\":11,\"value\":5,\"r\":1}]}"));
        assertEquals(2, writes.size());
    }

    @Test
    void aFailureOfTheHostIsTold() {
        Characteristic busy = Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pw"))
                .write(write -> CompletableFuture.failedFuture(new HapStatusException(HapStatus.BUSY, "later")))
                .build();
        Characteristic broken = Characteristic.of(SampleCharacteristics.type(2, Format.UINT8, "pw"))
                .onWrite(value -> {
                    throw new IllegalStateException("bug");
                })
                .build();
        show(busy, broken);
        check(
                207,
                "{\"characteristics\":[{\"aid\":2,\"iid\":9,\"status\":-70403},{\"aid\":2,\"iid\":10,\"status\":-70402}]}",
                put("{\"characteristics\":[{\"aid\":2,\"iid\":9,\"value\":1},{\"aid\":2,\"iid\":10,\"value\":1}]}"));
    }

    @Test
    void aWriteThatTakesTooLongTimesOut() {
        Characteristic endless = Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pw"))
                .write(write -> new CompletableFuture<>())
                .build();
        show(endless);
        var answer = rig.listener()
                .send(
                        rig.session(BridgeRig.ADMIN),
                        "PUT",
                        "/characteristics",
                        entry("\"value\":1").getBytes(StandardCharsets.UTF_8));
        rig.pass(Duration.ofSeconds(8));
        check(207, answer(-70408), MemoryTransport.await(answer));
    }

    @Test
    void adminsOnlyMeansAdminsOnly() {
        show(writable(1, Format.UINT8, "pw", Constraints.NONE, Trait.ADMIN_WRITE));
        check(207, answer(-70401), put(rig.session(BridgeRig.GUEST), entry("\"value\":1")));
        check(204, "", put(entry("\"value\":1")));
    }

    @Test
    void subscribingNeedsThePermission() {
        show(writable(1, Format.UINT8, "pr,pw", Constraints.NONE));
        check(207, answer(-70406), put(entry("\"ev\":true")));
        check(207, answer(-70406), put(entry("\"ev\":false")));
    }

    @Test
    void theLampIsSwitched() {
        LampAccessory lamp = new LampAccessory("Lamp");
        rig = BridgeRig.paired(new FakeProvider("test", lamp.accessory()));
        String iid = rig.id("Lamp", "On").iid().toString();
        check(204, "", put("{\"characteristics\":[{\"aid\":2,\"iid\":" + iid + ",\"value\":1}]}"));
        assertEquals(Value.TRUE, lamp.on());
    }
}
