// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import static io.latchkey.accessories.air.internal.AirTypes.TYPES;
import static io.latchkey.accessories.air.internal.AirTypes.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** What each item alone is told, and what holds for every type. */
class AirTest {
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
