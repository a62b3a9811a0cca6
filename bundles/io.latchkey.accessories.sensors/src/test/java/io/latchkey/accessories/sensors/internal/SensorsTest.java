// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.Conversion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorsTest {
    private static final List<AccessoryType> TYPES = List.of(
            new AirQualitySensor(),
            new Battery(),
            new CarbonDioxideSensor(),
            new CarbonMonoxideSensor(),
            new ContactSensor(),
            new HumiditySensor(),
            new LeakSensor(),
            new LightSensor(),
            new MotionSensor(),
            new OccupancySensor(),
            new SmokeSensor(),
            new TemperatureSensor());

    private static AccessoryType type(String name) {
        return TYPES.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "TemperatureSensor, CurrentTemperature, Number, , 21.46 °C, 21.5",
        "TemperatureSensor, CurrentTemperature, Number, , 50 °F, 10.0",
        "TemperatureSensor, CurrentTemperature, Number, , 300 K, 26.9",
        "TemperatureSensor, CurrentTemperature, Number, , -12, -12.0",
        "TemperatureSensor, CurrentTemperature, Number, minValue=0, -12, 0.0",
        "HumiditySensor, RelativeHumidity, Number, , 46 %, 46.0",
        "HumiditySensor, RelativeHumidity, Number, homekitMultiplicator=100, 0.46, 46.0",
        "HumiditySensor, RelativeHumidity, Number, , 140, 100.0",
        "ContactSensor, ContactSensorState, Contact, , OPEN, 1",
        "ContactSensor, ContactSensorState, Contact, , CLOSED, 0",
        "ContactSensor, ContactSensorState, Contact, inverted=true, CLOSED, 1",
        "ContactSensor, ContactSensorState, Switch, , ON, 1",
        "ContactSensor, ContactSensorState, String, , not_detected, 1",
        "ContactSensor, ContactSensorState, String, NOT_DETECTED=auf, AUF, 1",
        "ContactSensor, ContactSensorState, Number, , 0, 0",
        "MotionSensor, MotionDetectedState, Switch, , ON, true",
        "MotionSensor, MotionDetectedState, Switch, inverted=yes, ON, false",
        "MotionSensor, MotionDetectedState, Contact, , OPEN, true",
        "MotionSensor, MotionDetectedState, Dimmer, , 1, true",
        "OccupancySensor, OccupancyDetectedState, Switch, , ON, 1",
        "OccupancySensor, OccupancyDetectedState, String, , DETECTED, 1",
        "LeakSensor, LeakDetectedState, Switch, , ON, 1",
        "LeakSensor, LeakDetectedState, String, , LEAK_NOT_DETECTED, 0",
        "SmokeSensor, SmokeDetectedState, String, , ABNORMAL, 1",
        "SmokeSensor, SmokeDetectedState, String, , NOT_DETECTED, 0",
        "SmokeSensor, SmokeDetectedState, Contact, , OPEN, 1",
        "CarbonMonoxideSensor, CarbonMonoxideDetectedState, Number, , 1, 1",
        "CarbonMonoxideSensor, CarbonMonoxideLevel, Number, , 250, 100.0",
        "CarbonMonoxideSensor, CarbonMonoxidePeakLevel, Number, , 7.5 ppm, 8.0",
        "CarbonDioxideSensor, CarbonDioxideDetectedState, Switch, , OFF, 0",
        "CarbonDioxideSensor, CarbonDioxideLevel, Number, , 720 ppm, 720.0",
        "CarbonDioxideSensor, CarbonDioxidePeakLevel, Number, , 1900, 1900.0",
        "LightSensor, LightLevel, Number, , 0 lx, 0.0001",
        "LightSensor, LightLevel, Number, , 5200 lx, 5200.0",
        "AirQualitySensor, AirQuality, String, , poor, 5",
        "AirQualitySensor, AirQuality, Number, , 2, 2",
        "AirQualitySensor, PM25Density, Number, , 12.5 µg/m³, 13.0",
        "AirQualitySensor, VOCDensity, Number, , 80, 80.0",
        "Battery, BatteryLevel, Number, , 55, 55",
        "Battery, BatteryLowStatus, Number, , 19, 1",
        "Battery, BatteryLowStatus, Number, , 21, 0",
        "Battery, BatteryLowStatus, Number, lowThreshold=30, 21, 1",
        "Battery, BatteryLowStatus, Switch, , ON, 1",
        "Battery, BatteryChargingState, Switch, , ON, 1",
        "MotionSensor, ActiveStatus, Contact, , OPEN, true",
        "MotionSensor, FaultStatus, String, , GENERAL_FAULT, 1",
        "MotionSensor, TamperedStatus, Switch, inverted=true, OFF, 1",
        "MotionSensor, BatteryLowStatus, Contact, , OPEN, 1",
    })
    void aStateIsShownAs(String type, String role, String item, String options, String state, String shown) {
        assertEquals(
                Optional.of(shown),
                Conversion.of(type(type), role, item, options).shown(state).map(SensorsTest::text));
    }

    private static String text(Value value) {
        if (value instanceof Value.Bool bool) {
            return String.valueOf(bool.on());
        }
        if (value instanceof Value.Whole whole) {
            return String.valueOf(whole.number());
        }
        if (value instanceof Value.Decimal decimal && decimal.number() < 0.001 && decimal.number() > 0) {
            return "0.0001";
        }
        return String.valueOf(((Value.Decimal) value).number());
    }

    @ParameterizedTest
    @CsvSource({
        "ContactSensor, ContactSensorState, String, ajar",
        "AirQualitySensor, AirQuality, Number, 9",
        "SmokeSensor, SmokeDetectedState, Number, 0.5",
    })
    void aStateThatMeansNothingIsShownAsNothing(String type, String role, String item, String state) {
        assertEquals(
                Optional.empty(), Conversion.of(type(type), role, item, null).shown(state));
    }

    @Test
    void onlyTheQualityOfTheAirBelongsToAPurifier() {
        TYPES.forEach(type -> assertEquals(
                type.name().equals("AirQualitySensor") ? Set.of("AirPurifier") : Set.of(),
                type.linkedUnder(),
                type.name()));
    }

    @Property
    void noNumberLeavesASensorOutsideItsLimits(@ForAll @IntRange(min = -100_000, max = 100_000) int number) {
        for (AccessoryType type : TYPES) {
            for (Role role : type.roles()) {
                if (role.items().contains(ItemType.NUMBER)) {
                    Conversion it = Conversion.of(type, role.name(), "Number", null);
                    it.shown(String.valueOf(number))
                            .ifPresent(value -> assertEquals(
                                    Optional.of(value),
                                    role.mapping()
                                            .constraints(it.context())
                                            .accept(role.type().format(), value),
                                    () -> type.name() + "." + role + " shows " + value));
                }
            }
        }
    }

    @Test
    void everyTypeHasWhatItsServiceRequiresAndNothingTwice() {
        assertEquals(
                TYPES.size(), TYPES.stream().map(AccessoryType::name).distinct().count());
        for (AccessoryType type : TYPES) {
            Set<CharacteristicType> offered =
                    type.roles().stream().map(Role::type).collect(Collectors.toCollection(HashSet::new));
            assertEquals(type.roles().size(), offered.size(), type.name());
            assertTrue(offered.containsAll(type.service().required()), type.name());
            Set<CharacteristicType> known = Stream.of(
                            type.service().required(), type.service().optional())
                    .flatMap(List::stream)
                    .collect(Collectors.toSet());
            assertTrue(known.containsAll(offered), () -> type.name() + " offers what its service has not");
        }
    }
}
