// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.adaptive.internal.AdaptiveLightingExtension;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Event;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.WarmLamp;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Adaptive Lighting as a home hub sees it. */
class TransitionTest {
    private static final String PARAMETERS =
            "02" + "1c" + "0110000102030405060708090a0b0c0d0e0f" + "02080010203040000000";
    private static final String POINTS = "010f" + "0104000080bf" + "020400007a43" + "030100" + "0000" + "0112"
            + "0104000080bf" + "02040000af43" + "030480ee3600";

    /** 1,800,000 ms lie between the points that hubs send. */
    private static final String HALF_AN_HOUR = "40771b00";

    private static final int HALF_HOURS_OF_A_DAY = 48;

    private final WarmLamp lamp = new WarmLamp("Lamp");

    @Test
    void aHubSwitchesItOnAndAPersonOff() {
        try (BridgeRig rig = extended()) {
            FakeSession hub = rig.session(BridgeRig.ADMIN);
            CharacteristicId count = rig.id("Lamp", "CharacteristicValueActiveTransitionCount");
            CharacteristicId control = rig.id("Lamp", "CharacteristicValueTransitionControl");
            CharacteristicId warmth = rig.id("Lamp", "ColorTemperature");
            put(rig, hub, count, "\"ev\":true");
            Answer answer =
                    put(rig, hub, control, "\"r\":true,\"value\":\"" + base64(update(rig, "Lamp", POINTS)) + "\"");
            assertEquals(207, answer.status());
            String expected = base64("0226" + "0124" + iid(warmth) + PARAMETERS + "030100");
            assertTrue(BridgeRig.text(answer).contains("\"value\":\"" + expected + "\""), BridgeRig.text(answer));
            assertEquals(List.of(new Event(count, Value.of(1L))), hub.takeEvents());
            rig.pass(Duration.ofSeconds(1));
            assertEquals(List.of(200L), lamp.takeWarmths());

            assertEquals(204, put(rig, hub, warmth, "\"value\":333").status());
            assertEquals(List.of(new Event(count, Value.of(0L))), hub.takeEvents());
            rig.pass(Duration.ofMinutes(2));
            assertEquals(List.of(333L), lamp.takeWarmths());
        }
    }

    @Test
    void aHubRenewsTheDayOfSeveralLampsWithinASecond() {
        List<String> names = List.of("Hall", "Kitchen", "Porch");
        List<WarmLamp> lamps = names.stream().map(WarmLamp::new).toList();
        try (BridgeRig rig = extended(lamps)) {
            FakeSession hub = rig.session(BridgeRig.ADMIN);
            for (int mired : List.of(250, 300)) {
                for (String name : names) {
                    CharacteristicId warmth = rig.id(name, "ColorTemperature");
                    CharacteristicId control = rig.id(name, "CharacteristicValueTransitionControl");
                    String day = update(rig, name, day(mired));
                    assertTrue(day.length() / 2 > 1024, "more than a frame of its own");
                    Answer answer = put(rig, hub, control, "\"r\":true,\"value\":\"" + base64(day) + "\"");
                    assertEquals(207, answer.status());
                    String expected = base64("0226" + "0124" + iid(warmth) + PARAMETERS + "030100");
                    assertTrue(BridgeRig.text(answer).contains("\"value\":\"" + expected + "\""));
                }
                rig.pass(Duration.ofSeconds(1));
                for (WarmLamp each : lamps) {
                    assertEquals(List.of(mired - 50L), each.takeWarmths(), "one mired less for each percent");
                }
            }
        }
    }

    @Test
    void itIsOverWithTheLastPairing() {
        try (BridgeRig rig = extended()) {
            CharacteristicId count = rig.id("Lamp", "CharacteristicValueActiveTransitionCount");
            CharacteristicId control = rig.id("Lamp", "CharacteristicValueTransitionControl");
            String value = base64(update(rig, "Lamp", POINTS));
            assertEquals(
                    204,
                    put(rig, rig.session(BridgeRig.ADMIN), control, "\"value\":\"" + value + "\"")
                            .status());
            assertTrue(BridgeRig.text(rig.get("/characteristics?id=" + count)).contains("\"value\":1"));
            rig.reset();
            assertEquals(
                    Value.of(0L),
                    rig.published("Lamp", "CharacteristicValueActiveTransitionCount")
                            .orElseThrow()
                            .shown());
        }
    }

    @Test
    void idsOfWhatWasThereBeforeStay() {
        try (BridgeRig rig = extended()) {
            rig.change("adaptiveLighting", "false");
            rig.settle();
            assertTrue(rig.published("Lamp", "CharacteristicValueTransitionControl")
                    .isEmpty());
            CharacteristicId saturation = rig.id("Lamp", "Saturation");
            rig.change("adaptiveLighting", "true");
            rig.settle();
            assertEquals(saturation, rig.id("Lamp", "Saturation"));
            String supported = base64("0106" + iid(rig.id("Lamp", "Brightness")) + "020101" + "0000" + "0106"
                    + iid(rig.id("Lamp", "ColorTemperature")) + "020102");
            String body = BridgeRig.text(rig.get(
                    "/characteristics?id=" + rig.id("Lamp", "SupportedCharacteristicValueTransitionConfiguration")));
            assertTrue(body.contains("\"value\":\"" + supported + "\""), body);
        }
    }

    private BridgeRig extended() {
        return extended(List.of(lamp));
    }

    private static BridgeRig extended(List<WarmLamp> lamps) {
        Accessory[] accessories = lamps.stream().map(WarmLamp::accessory).toArray(Accessory[]::new);
        BridgeRig rig = BridgeRig.paired(new FakeProvider("test", accessories));
        rig.add(new AdaptiveLightingExtension());
        return rig;
    }

    private static String update(BridgeRig rig, String name, String points) {
        String brightness =
                String.format("0201%02x", rig.id(name, "Brightness").iid().value());
        String curve = item(5, points + brightness + "030c" + "01040a000000" + "020464000000");
        String configuration = iid(rig.id(name, "ColorTemperature")) + PARAMETERS + "030101" + curve;
        return item(2, item(1, configuration));
    }

    /** A curve that stays at a colour temperature, in as many points as a hub gives for a day. */
    private static String day(float mired) {
        String temperature = String.format("%08x", Integer.reverseBytes(Float.floatToIntBits(mired)));
        String first = item(1, "0104000080bf" + "0204" + temperature + "030100");
        String next = "0000" + item(1, "0104000080bf" + "0204" + temperature + "0304" + HALF_AN_HOUR);
        return first + next.repeat(HALF_HOURS_OF_A_DAY);
    }

    private static String item(int type, String value) {
        byte[] content = HexFormat.of().parseHex(value);
        return HexFormat.of()
                .formatHex(Tlv8.builder().bytes(type, content).build().bytes());
    }

    private static String iid(CharacteristicId id) {
        return String.format("0101%02x", id.iid().value());
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    private static Answer put(BridgeRig rig, FakeSession session, CharacteristicId id, String members) {
        String body = "{\"characteristics\":[{\"aid\":" + id.aid() + ",\"iid\":" + id.iid() + "," + members + "}]}";
        return rig.ask(session, "PUT", "/characteristics", body);
    }
}
