// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import static io.latchkey.accessories.air.internal.AirTypes.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.testing.Conversion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each item alone is shown as. */
class AirStateTest {
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
}
