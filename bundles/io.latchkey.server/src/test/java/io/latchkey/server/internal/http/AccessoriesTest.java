// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Answer;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import io.latchkey.server.internal.fake.ServerWait;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of all accessories. */
class AccessoriesTest {

    @Test
    void aFullBridgeKeepsAllRules() {
        Accessory[] home = IntStream.range(0, 149)
                .mapToObj(i -> i % 2 == 0 ? new LampAccessory("Lamp " + i).accessory() : sensor("Sensor " + i))
                .toArray(Accessory[]::new);
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", home))) {
            Answer answer = rig.get("/accessories");
            assertEquals(200, answer.status());
            assertEquals(Optional.of("application/hap+json"), answer.contentType());
            assertEquals(List.of(), AccessoriesWalk.breaches(BridgeRig.text(answer)));
            assertEquals(149, rig.accessories().size());
        }
    }

    @Test
    void theWalkSeesWhatIsWrong() {
        String wrong = "{\"accessories\":[{\"aid\":2,\"services\":[{\"iid\":1,\"type\":\"3e\",\"characteristics\":["
                + "{\"iid\":1,\"type\":\"23\",\"format\":\"string\",\"perms\":[\"pr\"]}]}]}]}";
        List<String> breaches = AccessoriesWalk.breaches(wrong);
        assertTrue(breaches.toString().contains("aid 1 first"), breaches::toString);
        assertTrue(breaches.toString().contains("value exactly when readable"), breaches::toString);
        assertTrue(breaches.toString().contains("short upper-case"), breaches::toString);
        assertTrue(breaches.toString().contains("unique, 1 to 2^53-1"), breaches::toString);
    }

    @Test
    void everyFormatHasAValueEvenWhenNobodyTellsOne() {
        Characteristic[] silent = Stream.of(Format.values())
                .map(format -> Characteristic.of(SampleCharacteristics.type(format.ordinal() + 1, format, "pr,ev"))
                        .read(() -> CompletableFuture.failedFuture(new IllegalStateException("broken")))
                        .build())
                .toArray(Characteristic[]::new);
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", SampleCharacteristics.of("Silent", silent)))) {
            assertEquals(List.of(), AccessoriesWalk.breaches(BridgeRig.text(rig.get("/accessories"))));
        }
    }

    @Test
    void oddInformationIsMadeLegal() {
        Accessory odd = Accessory.of("odd")
                .info(new AccessoryInfo("\u2603 !", "", "\n", "7", "v05.3.0-SNAPSHOT", Optional.of("none")))
                .with(Service.of(ServiceTypes.SWITCH)
                        .with(Characteristic.of(CharacteristicTypes.ON)
                                .value(() -> Value.TRUE)
                                .onWrite(value -> {})
                                .build())
                        .build())
                .build();
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", odd))) {
            String list = BridgeRig.text(rig.get("/accessories"));
            assertEquals(List.of(), AccessoriesWalk.breaches(list));
            assertTrue(list.contains("\"5.3.0\""), list);
        }
    }

    @Test
    void aButtonIsNull() {
        Characteristic event =
                Characteristic.of(CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT).build();
        Accessory button = Accessory.of("button")
                .with(Service.of(ServiceTypes.STATELESS_PROGRAMMABLE_SWITCH)
                        .with(event)
                        .build())
                .build();
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", button))) {
            String list = BridgeRig.text(rig.get("/accessories"));
            assertTrue(list.contains("\"type\":\"73\""), list);
            assertEquals(List.of(), AccessoriesWalk.breaches(list));
        }
    }

    @Test
    void oneThatHangsDelaysTheListForTwoSecondsAtMost() {
        CompletableFuture<Value> never = new CompletableFuture<>();
        Characteristic slow = Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pr"))
                .read(() -> never)
                .build();
        LampAccessory lamp = new LampAccessory("Lamp");
        FakeProvider provider = new FakeProvider("test", SampleCharacteristics.of("Slow", slow), lamp.accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            FakeSession session = rig.session(BridgeRig.ADMIN);
            CompletableFuture<Answer> answer = rig.listener().send(session, "GET", "/accessories", new byte[0]);
            assertFalse(answer.isDone());
            rig.pass(Duration.ofSeconds(2));
            assertEquals(List.of(), AccessoriesWalk.breaches(BridgeRig.text(MemoryTransport.await(answer))));
            never.complete(Value.of(7L));
            assertTrue(BridgeRig.text(rig.get("/accessories")).contains("\"value\":7"));
        }
    }

    @Test
    void oneWithoutEventsIsAskedEachTime() {
        AtomicLong hours = new AtomicLong(7);
        Characteristic meter = Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pr"))
                .value(() -> Value.of(hours.get()))
                .build();
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", SampleCharacteristics.of("Meter", meter)))) {
            assertTrue(BridgeRig.text(rig.get("/accessories")).contains("\"value\":7"));
            hours.set(8);
            assertTrue(BridgeRig.text(rig.get("/accessories")).contains("\"value\":8"));
        }
    }

    @Test
    void aReadThatAChangeOvertakesDoesNotBringTheOldValueBack() {
        CompletableFuture<Value> late = new CompletableFuture<>();
        Characteristic slow = Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pr,ev"))
                .read(() -> late)
                .build();
        FakeProvider provider = new FakeProvider("test", SampleCharacteristics.of("Slow", slow));
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            FakeSession session = rig.session(BridgeRig.ADMIN);
            String target = "/characteristics?id=" + rig.id("Slow", "Gadget1");
            CompletableFuture<Answer> read = rig.listener().send(session, "GET", target, new byte[0]);
            ServerWait.until("the read begins", () -> late.getNumberOfDependents() > 0);
            provider.sink().changed(slow, Value.of(8L));
            late.complete(Value.of(7L));
            assertTrue(BridgeRig.text(MemoryTransport.await(read)).contains("\"value\":7"));
            assertTrue(BridgeRig.text(rig.get("/accessories")).contains("\"value\":8"));
        }
    }

    @Test
    void hiddenPrimaryAndLinkedAreTold() {
        CharacteristicType hidden = SampleCharacteristics.type(1, Format.BOOL, "pr,hd");
        Accessory accessory = Accessory.of("linked")
                .with(Service.of(ServiceTypes.SWITCH)
                        .primary()
                        .linkedTo("Gadget")
                        .with(Characteristic.of(CharacteristicTypes.ON)
                                .value(() -> Value.TRUE)
                                .onWrite(value -> {})
                                .build())
                        .build())
                .with(Service.of(SampleCharacteristics.service())
                        .with(Characteristic.constant(CharacteristicTypes.NAME, Value.of("x")))
                        .build())
                .build();
        Accessory allHidden = SampleCharacteristics.of(
                "hidden", Characteristic.of(hidden).value(() -> Value.TRUE).build());
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", accessory, allHidden))) {
            String list = BridgeRig.text(rig.get("/accessories"));
            assertEquals(List.of(), AccessoriesWalk.breaches(list));
            assertTrue(list.contains("\"primary\":true"), list);
            assertTrue(list.contains("\"hidden\":true"), list);
            assertTrue(list.matches(".*\"linked\":\\[\\d+].*"), list);
        }
    }

    @Test
    void theListTellsWhatThisSessionHasSubscribed() {
        LampAccessory lamp = new LampAccessory("Lamp");
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", lamp.accessory()))) {
            FakeSession session = rig.session(BridgeRig.ADMIN);
            String id = rig.id("Lamp", "On").toString().replace(".", ",\"iid\":");
            rig.ask(session, "PUT", "/characteristics", "{\"characteristics\":[{\"aid\":" + id + ",\"ev\":true}]}");
            assertTrue(
                    BridgeRig.text(rig.ask(session, "GET", "/accessories", "")).contains("\"ev\":true"));
            assertFalse(BridgeRig.text(rig.get("/accessories")).contains("\"ev\":true"));
        }
    }

    @Test
    void aListOfTheFullBridgeIsLongAndWholeUtf8() {
        Accessory[] home = IntStream.range(0, 149)
                .mapToObj(i -> new LampAccessory("Stehlampe Küche " + i).accessory())
                .toArray(Accessory[]::new);
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", home))) {
            Answer answer = rig.get("/accessories");
            assertTrue(answer.body().length > 100_000);
            assertTrue(new String(answer.body(), StandardCharsets.UTF_8).contains("Stehlampe Küche 148"));
        }
    }

    private static Accessory sensor(String key) {
        Characteristic temperature = Characteristic.of(CharacteristicTypes.CURRENT_TEMPERATURE)
                .value(() -> Value.of(21.46))
                .build();
        return Accessory.of(key)
                .name(key)
                .with(Service.of(ServiceTypes.TEMPERATURE_SENSOR)
                        .primary()
                        .with(temperature)
                        .build())
                .build();
    }
}
