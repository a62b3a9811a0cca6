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
import io.latchkey.server.internal.fake.SampleCharacteristics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list of all accessories: what is in it and how it is written. */
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
