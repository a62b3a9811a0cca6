// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.InstanceId;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the values of a controller refuse, hide and tell. */
class ControllerValuesTest {
    private static final CharacteristicId ID = CharacteristicId.of(2, 9);

    @ParameterizedTest
    @EnumSource(ControllerException.Reason.class)
    void everyFailureNamesTheAccessoryAndSaysWhatToDo(ControllerException.Reason reason) {
        ControllerException failure = new ControllerException(reason, "10.0.0.7:51826", "");
        assertEquals("10.0.0.7:51826: " + reason.advice(), failure.getMessage());
        assertEquals(Optional.empty(), failure.status());
        assertEquals(reason, failure.reason());
    }

    @Test
    void aRefusalTellsItsStatus() {
        ControllerException refusal = ControllerException.refused("lamp", "GET /accessories: 503", HapStatus.BUSY);
        assertEquals(Optional.of(HapStatus.BUSY), refusal.status());
        assertEquals("lamp: it refuses (GET /accessories: 503)", refusal.getMessage());
    }

    @Test
    void aWriteThatWritesNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> CharacteristicWrite.value(ID, Value.NULL));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CharacteristicWrite(ID, Optional.empty(), Optional.empty(), Optional.empty(), true, true));
    }

    @Test
    void eachPartOfAWriteIsAddedToTheOthers() {
        CharacteristicWrite write = CharacteristicWrite.events(ID, false)
                .withEvents(true)
                .withAuthorization(new byte[] {1, 2, 3})
                .asRemote()
                .withResponse();
        Optional<Value.Bytes> data = Optional.of(new Value.Bytes(new byte[] {1, 2, 3}));
        assertEquals(new CharacteristicWrite(ID, Optional.empty(), Optional.of(true), data, true, true), write);
        assertTrue(write.toString().contains("Bytes[3 bytes]"), write.toString());
        CharacteristicWrite value = CharacteristicWrite.value(ID, Value.TRUE).withEvents(true);
        assertEquals(Optional.of(Value.TRUE), value.value());
    }

    @Test
    void timesAreMoreThanZero() {
        Duration second = Duration.ofSeconds(1);
        assertThrows(IllegalArgumentException.class, () -> new TimeLimits(Duration.ZERO, second, second));
        assertThrows(IllegalArgumentException.class, () -> new TimeLimits(second, second.negated(), second));
        assertThrows(IllegalArgumentException.class, () -> new TimeLimits(second, second, null));
        assertEquals(Duration.ofSeconds(5), TimeLimits.DEFAULT.connect());
    }

    @Test
    void aPictureHasPixels() {
        Optional<AccessoryId> camera = Optional.of(new AccessoryId(3));
        assertThrows(IllegalArgumentException.class, () -> new SnapshotRequest(0, 480, camera, OptionalInt.empty()));
        assertThrows(IllegalArgumentException.class, () -> new SnapshotRequest(640, -1, camera, OptionalInt.empty()));
    }

    @Test
    void theFlagsOfARecordAreRead() {
        assertTrue(discovered(0).isPaired());
        assertFalse(discovered(0).hasProblem());
        assertFalse(discovered(1).isPaired());
        assertTrue(discovered(5).hasProblem());
        assertTrue(discovered(6).isPaired(), "2 is about Wi-Fi");
    }

    @Test
    void anAccessoryWithoutAddressIsNone() {
        DiscoveredAccessory found = discovered(0);
        assertThrows(
                IllegalArgumentException.class,
                () -> new DiscoveredAccessory(
                        found.name(),
                        List.of(),
                        found.deviceId(),
                        "",
                        "1.1",
                        1,
                        1,
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void servicesAndCharacteristicsAreFoundByType() {
        CharacteristicReport on = new CharacteristicReport(
                ID,
                HapStatus.SUCCESS,
                Optional.of(Value.TRUE),
                Optional.of(CharacteristicTypes.ON.uuid()),
                Set.of(),
                Optional.empty(),
                CharacteristicMeta.NONE);
        List<CharacteristicReport> reports =
                new ArrayList<>(List.of(CharacteristicReport.of(CharacteristicId.of(2, 8), HapStatus.SUCCESS), on));
        ServiceDescription lamp = new ServiceDescription(
                new InstanceId(7), ServiceTypes.LIGHTBULB.uuid(), true, false, List.of(), reports);
        reports.clear();
        AccessoryDescription accessory = new AccessoryDescription(new AccessoryId(2), List.of(lamp));
        assertEquals(Optional.of(lamp), accessory.service(ServiceTypes.LIGHTBULB.uuid()));
        assertEquals(Optional.of(on), lamp.characteristic(CharacteristicTypes.ON.uuid()));
        assertEquals(Optional.empty(), lamp.characteristic(CharacteristicTypes.BRIGHTNESS.uuid()));
        assertEquals(Optional.empty(), accessory.service(ServiceTypes.SWITCH.uuid()));
        assertFalse(CharacteristicReport.of(ID, HapStatus.BUSY).isSuccess());
    }

    private static DiscoveredAccessory discovered(int flags) {
        return new DiscoveredAccessory(
                "Lamp",
                List.of(new InetSocketAddress("127.0.0.1", 51826)),
                new DeviceId("AA:BB:CC:DD:EE:FF"),
                "Model",
                "1.1",
                1,
                1,
                flags,
                0,
                Optional.empty(),
                Optional.empty());
    }
}
