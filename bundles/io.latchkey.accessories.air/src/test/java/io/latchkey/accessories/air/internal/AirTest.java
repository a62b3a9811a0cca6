// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import io.latchkey.api.testing.Conversion;
import io.latchkey.api.testing.TypeRules;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each item alone is shown as, and told. */
class AirTest {
    private static final List<AccessoryType> TYPES = List.of(
            new Fan(), new BasicFan(), new AirPurifier(), new Filter(), new HumidifierDehumidifier(), new Slat());

    private static AccessoryType type(String name) {
        return TYPES.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fan | ActiveStatus | Switch | | ON | 1",
                "Fan | Active | Switch | inverted=true | ON | 0",
                "Fan | ActiveStatus | Dimmer | | 0 | 0",
                "Fan | ActiveStatus | Dimmer | | 30 | 1",
                "Fan | CurrentFanState | Number | | 2 | 2",
                "Fan | CurrentFanState | String | | idle | 1",
                "Fan | CurrentFanState | String | BLOWING_AIR=[runs,turbo] | Turbo | 2",
                "Fan | CurrentFanState | String | | broken | ''",
                "Fan | TargetFanState | Switch | | ON | 1",
                "Fan | TargetFanState | Number | | 0 | 0",
                "Fan | TargetFanState | String | AUTO=eco | eco | 1",
                "Fan | RotationDirection | Switch | | ON | 1",
                "Fan | RotationDirection | Number | | 1 | 1",
                "Fan | RotationDirection | String | | COUNTER_CLOCKWISE | 1",
                "Fan | RotationDirection | Switch | inverted=true | ON | 0",
                "Fan | RotationSpeed | Dimmer | | 35 | 35.0",
                "Fan | RotationSpeed | Number | | 120 | 100.0",
                "Fan | RotationSpeed | Number | maxValue=80;step=20 | 69 | 60.0",
                "Fan | RotationSpeed | Dimmer | steps=3 | 34 | 33.3333",
                "Fan | RotationSpeed | Dimmer | steps=3 | 100 | 99.9999",
                "Fan | RotationSpeed | Number | steps=3 | 2 | 66.6666",
                "Fan | RotationSpeed | Number | steps=3 | 7 | 99.9999",
                "Fan | RotationSpeed | Number | steps=3 | 50 % | 66.6666",
                "Fan | RotationSpeed | Number | steps=none | 2 | 2.0",
                "Fan | LockControl | Switch | | ON | 1",
                "Fan | LockControl | String | | CONTROL_LOCK_DISABLED | 0",
                "Fan | LockControl | Number | CONTROL_LOCK_ENABLED=5 | 5 | 1",
                "Fan | SwingMode | Switch | | OFF | 0",
                "Fan | SwingMode | Number | | 1 | 1",
                "Fan | SwingMode | String | | swing_enabled | 1",
                "BasicFan | OnState | Switch | | ON | true",
                "BasicFan | OnState | Switch | inverted=true | ON | false",
                "BasicFan | OnState | Dimmer | | 12 | true",
                "BasicFan | RotationDirection | Number | | 0 | 0",
                "BasicFan | RotationSpeed | Dimmer | | 12 | 12.0",
                "AirPurifier | Active | Contact | | OPEN | 1",
                "AirPurifier | Active | Dimmer | | 1 | 1",
                "AirPurifier | Active | Number | | 1 | 1",
                "AirPurifier | Active | String | | inactive | 0",
                "AirPurifier | ActiveStatus | Switch | | ON | 1",
                "AirPurifier | CurrentAirPurifierState | Number | | 2 | 2",
                "AirPurifier | CurrentAirPurifierState | String | PURIFYING_AIR=works | works | 2",
                "AirPurifier | TargetAirPurifierState | Switch | | OFF | 0",
                "AirPurifier | TargetAirPurifierState | String | | AUTO | 1",
                "AirPurifier | TargetAirPurifierState | Number | | 7 | ''",
                "AirPurifier | RotationSpeed | Number | | 40 | 40.0",
                "AirPurifier | SwingMode | Switch | | ON | 1",
                "AirPurifier | LockControl | Number | | 0 | 0",
                "Filter | FilterChangeIndication | Contact | | OPEN | 1",
                "Filter | FilterChangeIndication | Dimmer | | 0 | 0",
                "Filter | FilterChangeIndication | Number | | 1 | 1",
                "Filter | FilterCHangeIndication | Switch | | ON | 1",
                "Filter | FilterChangeIndication | Switch | inverted=true | ON | 0",
                "Filter | FilterChangeIndication | String | | NO_CHANGE_NEEDED | 0",
                "Filter | FilterChangeIndication | String | | NO_CHANGED_NEEDED | 0",
                "Filter | FilterChangeIndication | String | NO_CHANGED_NEEDED=clean | clean | 0",
                "Filter | FilterChangeIndication | String | NO_CHANGE_NEEDED=clean;CHANGE_NEEDED=dirty | dirty | 1",
                "Filter | FilterLifeLevel | Number | | 63.4 | 63.0",
                "Filter | FilterLifeLevel | Number | | -3 | 0.0",
                "HumidifierDehumidifier | ActiveStatus | Switch | | ON | 1",
                "HumidifierDehumidifier | Active | String | ACTIVE=an | an | 1",
                "HumidifierDehumidifier | RelativeHumidity | Number | | 47.6 | 48.0",
                "HumidifierDehumidifier | RelativeHumidity | Number | homekitMultiplicator=100 | 0.5 | 50.0",
                "HumidifierDehumidifier | CurrentHumidifierDehumidifierState | Number | | 3 | 3",
                "HumidifierDehumidifier | CurrentHumidifierDehumidifierState | String | | humidifying | 2",
                "HumidifierDehumidifier | TargetHumidifierDehumidifierState | Number | | 2 | 2",
                "HumidifierDehumidifier | TargetHumidifierDehumidifierState | String | | auto | 0",
                "HumidifierDehumidifier | TargetHumidifierDehumidifierState | String | HUMIDIFIER=wet | wet | 1",
                "HumidifierDehumidifier | TargetHumidifierDehumidifierState | String | HUMIDIFIER=wet | AUTO | ''",
                "HumidifierDehumidifier | RelativeHumidityHumidifierThreshold | Dimmer | | 40 | 40.0",
                "HumidifierDehumidifier | RelativeHumidityDehumidifierThreshold | Number | maxValue=70 | 90 | 70.0",
                "HumidifierDehumidifier | HumidifierThreshold | Number | | 55 | 55.0",
                "HumidifierDehumidifier | WaterLevel | Number | | 12 | 12.0",
                "Slat | CurrentSlatState | Number | | 2 | 2",
                "Slat | CurrentSlateState | String | | jammed | 1",
                "Slat | CurrentTiltAngle | Dimmer | | 75 | 45",
                "Slat | TargetTiltAngle | Number | | -100 | -90",
                "Slat | SwingMode | Switch | | ON | 1",
            })
    void aStateIsShownAs(String type, String role, String item, String options, String state, String shown) {
        assertEquals(
                shown,
                Conversion.of(type(type), role, item, options)
                        .shown(state)
                        .map(value -> value.toString().replaceAll("^\\w+\\[\\w+=|]$", ""))
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fan | ActiveStatus | Switch | | 1 | ON",
                "Fan | ActiveStatus | Dimmer | | 0 | OFF",
                "Fan | TargetFanState | Switch | | 1 | ON",
                "Fan | TargetFanState | String | AUTO=[eco,auto] | 1 | eco",
                "Fan | RotationDirection | Number | | 1 | 1",
                "Fan | RotationDirection | Switch | inverted=true | 1 | OFF",
                "Fan | RotationSpeed | Dimmer | | 40.0 | 40.0",
                "Fan | RotationSpeed | Number | | 40.0 | 40.0",
                "Fan | RotationSpeed | Dimmer | steps=3 | 66.6666 | 67",
                "Fan | RotationSpeed | Dimmer | steps=3 | 99.9999 | 100",
                "Fan | RotationSpeed | Number | steps=3 | 99.9999 | 3",
                "Fan | RotationSpeed | Number | steps=6 | 16.6666 | 1",
                "Fan | LockControl | String | | 1 | CONTROL_LOCK_ENABLED",
                "Fan | SwingMode | Switch | | 0 | OFF",
                "BasicFan | OnState | Switch | | true | ON",
                "BasicFan | OnState | Dimmer | | false | OFF",
                "AirPurifier | Active | Contact | | 1 | ''",
                "AirPurifier | Active | String | | 1 | ACTIVE",
                "AirPurifier | TargetAirPurifierState | Number | | 1 | 1",
                "Filter | FilterResetIndication | Switch | | 1 | ON",
                "HumidifierDehumidifier | TargetHumidifierDehumidifierState | String | | 2 | DEHUMIDIFIER",
                "HumidifierDehumidifier | TargetHumidifierDehumidifierState | String | DEHUMIDIFY=dry | 2 | dry",
                "HumidifierDehumidifier | RelativeHumidityHumidifierThreshold | Number | | 45.0 | 45.0",
                "Slat | TargetTiltAngle | Dimmer | | -45 | 25",
                "Slat | TargetTiltAngle | Number | | -45 | -45",
                "Slat | SwingMode | String | | 1 | SWING_ENABLED",
            })
    void aWriteIsToldAs(String type, String role, String item, String options, String written, String told) {
        assertEquals(
                told,
                Conversion.of(type(type), role, item, options)
                        .told(value(written))
                        .orElse(""));
    }

    private static Value value(String text) {
        if (text.matches("true|false")) {
            return Value.of(Boolean.parseBoolean(text));
        }
        return text.contains(".") ? Value.of(Double.parseDouble(text)) : Value.of(Long.parseLong(text));
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "2, 50", "3, 33.3333", "6, 16.6666", "100, 1"})
    void everySpeedOfADeviceCanBeChosen(int steps, double width) {
        Conversion it = Conversion.of(new Fan(), "RotationSpeed", "Number", "steps=" + steps);
        assertEquals(
                width,
                it.role()
                        .mapping()
                        .constraints(it.context())
                        .step()
                        .orElseThrow()
                        .doubleValue());
        for (int speed = 0; speed <= steps; speed++) {
            int chosen = speed;
            Value part = Value.of(100.0 * speed / steps);
            assertEquals(
                    String.valueOf(speed),
                    it.role()
                            .mapping()
                            .constraints(it.context())
                            .accept(it.role().type().format(), part)
                            .flatMap(it::told)
                            .orElse("refused"),
                    () -> "speed " + chosen + " of " + steps);
        }
    }

    @Property(tries = 200)
    void noStateIsShownIllegally(@ForAll Random random) {
        TYPES.forEach(type -> TypeRules.staysLegal(type, random, null));
        TYPES.forEach(type -> TypeRules.staysLegal(type, random, "inverted=true;steps=7;ACTIVE=2;HUMIDIFIER=1"));
    }

    @Property(tries = 150)
    void nothingThatHappensHarms(@ForAll Random random) {
        String steps = random.nextBoolean() ? "steps=3" : "";
        BehaviourTester.of(new Fan())
                .with("A", random.nextBoolean() ? "Switch" : "Dimmer", "ActiveStatus", "")
                .with("S", "Number", "RotationSpeed", steps)
                .with("T", "String", "TargetFanState", "")
                .with("C", "Number", "CurrentFanState", "")
                .runAtRandom(random, 60);
        BehaviourTester.of(new BasicFan())
                .with("A", "Dimmer", "OnState RotationSpeed", steps)
                .runAtRandom(random, 60);
        BehaviourTester.of(new AirPurifier())
                .with("A", "Number", "Active RotationSpeed TargetAirPurifierState", "")
                .with("C", "String", "CurrentAirPurifierState", "IDLE=0")
                .runAtRandom(random, 60);
        BehaviourTester.of(new HumidifierDehumidifier())
                .with("A", "Switch", "Active", "")
                .with("H", "Number", "RelativeHumidity", "")
                .with("D", "Number", "DehumidifierThreshold", "minValue=30")
                .with("M", "String", "TargetHumidifierDehumidifierState", "DEHUMIDIFIER=ON")
                .with("C", "String", "CurrentHumidifierDehumidifierState", "HUMIDIFYING=ON")
                .runAtRandom(random, 60);
        BehaviourTester.of(new Slat())
                .with("T", "Dimmer", "TargetTiltAngle", "")
                .with("W", "Switch", "SwingMode", "")
                .runAtRandom(random, 60);
        BehaviourTester.of(new Filter())
                .with("L", "Number", "FilterLifeLevel", "lowThreshold=20")
                .with("R", "Switch", "FilterResetIndication", "")
                .runAtRandom(random, 60);
    }

    @Test
    void everyTypeIsWhole() {
        TYPES.forEach(TypeRules::isWhole);
    }

    @Test
    void aFewSpeedsAreAnOptionForPeople() {
        List<String> options = new Fan()
                .roles().stream()
                        .filter(role -> role.isCalled("RotationSpeed"))
                        .map(Role::mapping)
                        .flatMap(mapping -> mapping.settings().stream())
                        .map(Setting::name)
                        .toList();
        assertEquals(List.of("steps", "minValue", "maxValue", "step"), options);
        assertTrue(new Slat()
                .settings().stream().anyMatch(setting -> setting.name().equals("type")));
    }
}
