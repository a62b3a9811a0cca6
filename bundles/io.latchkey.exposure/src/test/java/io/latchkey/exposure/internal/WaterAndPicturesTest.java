// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.media.internal.InputSource;
import io.latchkey.accessories.media.internal.Television;
import io.latchkey.accessories.media.internal.TelevisionSpeaker;
import io.latchkey.accessories.water.internal.Valve;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A valve with a timer and a television with its parts, through the real engine. */
class WaterAndPicturesTest {

    @Test
    void whatIsLeftOfACountdownIsTrueWhenItIsRead() {
        FakeItemRegistry items = new FakeItemRegistry(ExposureFixture.item(
                "V",
                "Switch",
                "OFF",
                "Valve",
                "homekitTimer",
                "true",
                "homekitDefaultDuration",
                "60",
                "homekitValveType",
                "Shower"));
        ExposureFixture home = new ExposureFixture(new Valve()).with("local", items);
        home.open("", "");
        assertEquals("2", home.read("local:V", CharacteristicTypes.VALVE_TYPE));
        home.write("local:V", Map.of(CharacteristicTypes.ACTIVE, Value.of(1)));
        items.update("V", "ON");
        assertEquals("60", home.read("local:V", CharacteristicTypes.REMAINING_DURATION));
        home.workers.pass(Duration.ofSeconds(20));
        assertEquals("40", home.read("local:V", CharacteristicTypes.REMAINING_DURATION));
    }

    @Test
    void aTelevisionHasItsPartsAndNamesThatHomeMayWrite() {
        FakeItemRegistry items = new FakeItemRegistry(
                ExposureFixture.item("TV", "Group", "NULL", "Television", "ConfiguredName", "Kino"),
                ExposureFixture.member("TV", "Power", "Switch", "OFF", "Television.Active"),
                ExposureFixture.member("TV", "HDMI_1", "Switch", "OFF", "InputSource", "Identifier", 2),
                ExposureFixture.member("TV", "Mute", "Switch", "OFF", "TelevisionSpeaker"));
        ExposureFixture home =
                new ExposureFixture(new Television(), new InputSource(), new TelevisionSpeaker()).with("local", items);
        home.open("", "");
        Accessory television = home.sink.accessories.get("local:TV");
        Service screen = service(television, ServiceTypes.TELEVISION.name());
        Service input = service(television, ServiceTypes.INPUT_SOURCE.name());
        assertTrue(screen.linked().contains(input.key()), screen.linked().toString());
        assertTrue(input.find(CharacteristicTypes.NAME).isPresent());
        assertEquals("Kino", home.read("local:TV", CharacteristicTypes.CONFIGURED_NAME));
        home.write("local:TV", Map.of(CharacteristicTypes.CONFIGURED_NAME, Value.of("Saal")));
        assertEquals("Saal", home.read("local:TV", CharacteristicTypes.CONFIGURED_NAME));
        home.write("local:TV", Map.of(CharacteristicTypes.ACTIVE, Value.of(1)));
        assertEquals("1", home.read("local:TV", CharacteristicTypes.ACTIVE));
        assertEquals(List.of("Power ON from io.latchkey$phone"), items.commands);
    }

    private static Service service(Accessory accessory, String type) {
        return accessory.services().stream()
                .filter(each -> each.type().name().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
