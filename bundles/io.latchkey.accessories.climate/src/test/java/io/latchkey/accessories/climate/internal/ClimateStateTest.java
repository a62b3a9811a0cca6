// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import static io.latchkey.accessories.climate.internal.ClimateTypes.TYPES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.Value;
import io.latchkey.api.testing.Conversion;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each item alone is shown as. */
class ClimateStateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thermostat | CurrentTemperature | Number | | 21.46 °C | 21.5",
                "Thermostat | CurrentTemperature | Number | | 50 °F | 10.0",
                "Thermostat | CurrentTemperature | Number | | -12 | -12.0",
                "Thermostat | CurrentTemperature | Number | minValue=0 | -12 | 0.0",
                "Thermostat | CurrentTemperature | Number | | 300 | 100.0",
                "Thermostat | TargetHeatingCoolingMode | String | | heat | 1",
                "Thermostat | TargetHeatingCoolingMode | String | | HeatOn | 1",
                "Thermostat | TargetHeatingCoolingMode | String | | CoolOn | 2",
                "Thermostat | TargetHeatingCoolingMode | String | | Auto | 3",
                "Thermostat | TargetHeatingCoolingMode | String | HEAT=[warm,comfort] | comfort | 1",
                "Thermostat | TargetHeatingCoolingMode | String | HEAT=warm | COOL | ''",
                "Thermostat | TargetHeatingCoolingMode | String | | boost | ''",
                "Thermostat | TargetHeatingCoolingMode | Number | | 3 | 3",
                "Thermostat | TargetHeatingCoolingMode | Number | AUTO=1;HEAT=7;OFF=0 | 1 | 3",
                "Thermostat | TargetHeatingCoolingMode | Number | | 4 | ''",
                "Thermostat | TargetHeatingCoolingMode | Switch | | ON | 1",
                "Thermostat | TargetHeatingCoolingMode | Switch | OFF=OFF;COOL=ON | ON | 2",
                "Thermostat | CurrentHeatingCoolingMode | String | | Heating | 1",
                "Thermostat | CurrentHeatingCoolingMode | String | | CoolOn | 2",
                "Thermostat | CurrentHeatingCoolingMode | String | COOL=kalt | KALT | 2",
                "Thermostat | CurrentHeatingCoolingMode | Number | | 2 | 2",
                "Thermostat | CurrentHeatingCoolingMode | Number | | 3 | ''",
                "Thermostat | CurrentHeatingCoolingMode | Switch | | ON | 1",
                "Thermostat | CurrentHeatingCoolingMode | Switch | inverted=true | ON | 0",
                "Thermostat | TargetTemperature | Number | | 21.5 | 21.5",
                "Thermostat | TargetTemperature | Number | | 5 | 10.0",
                "Thermostat | TargetTemperature | Number | minValue=5;maxValue=30 | 5 | 5.0",
                "Thermostat | TargetTemperature | Number | minValue=41 °F | 5 | 5.0",
                "Thermostat | TargetTemperature | Number | step=0.5 | 20.3 | 20.5",
                "Thermostat | HeatingThresholdTemperature | Number | | 30 | 25.0",
                "Thermostat | HeatingThresholdTemperature | Number | maxValue=30 | 30 | 30.0",
                "Thermostat | CoolingThresholdTemperature | Number | | 8 | 10.0",
                "Thermostat | CoolingThresholdTemperature | Number | minValue=8 | 8 | 8.0",
                "Thermostat | RelativeHumidity | Number | | 46 % | 46.0",
                "Thermostat | TargetRelativeHumidity | Number | | 0.5 one | 50.0",
                "Thermostat | TemperatureUnit | Switch | | ON | 1",
                "Thermostat | TemperatureUnit | String | | fahrenheit | 1",
                "Thermostat | TemperatureUnit | Number | | 0 | 0",
                "HeaterCooler | ActiveStatus | Switch | | ON | 1",
                "HeaterCooler | ActiveStatus | Switch | inverted=true | ON | 0",
                "HeaterCooler | Active | Dimmer | | 40 | 1",
                "HeaterCooler | CurrentHeaterCoolerState | String | | cooling | 3",
                "HeaterCooler | CurrentHeaterCoolerState | String | COOLING=kalt | kalt | 3",
                "HeaterCooler | CurrentHeaterCoolerState | String | COOLER=kalt | kalt | 3",
                "HeaterCooler | CurrentHeaterCoolerState | Number | | 1 | 1",
                "HeaterCooler | CurrentHeaterCoolerState | Number | | 4 | ''",
                "HeaterCooler | TargetHeaterCoolerState | String | | Auto | 0",
                "HeaterCooler | TargetHeaterCoolerState | String | HEAT=x;COOL=y | y | 2",
                "HeaterCooler | TargetHeaterCoolerState | Number | | 2 | 2",
                "HeaterCooler | CurrentTemperature | Number | | 70 °F | 21.1",
                "HeaterCooler | CoolingThresholdTemperature | Number | | 40 | 35.0",
                "HeaterCooler | HeatingThresholdTemperature | Number | | -3 | 0.0",
                "HeaterCooler | LockControl | Switch | | ON | 1",
                "HeaterCooler | LockControl | String | | CONTROL_LOCK_ENABLED | 1",
                "HeaterCooler | LockControl | Number | | 0 | 0",
                "HeaterCooler | RotationSpeed | Number | | 55 | 55.0",
                "HeaterCooler | RotationSpeed | Number | maxValue=3 | 5 | 3.0",
                "HeaterCooler | RotationSpeed | Dimmer | | 80 | 80.0",
                "HeaterCooler | SwingMode | Switch | | ON | 1",
                "HeaterCooler | SwingMode | String | SWING_ENABLED=hin | hin | 1",
                "HeaterCooler | SwingMode | Number | | 0 | 0",
                "HeaterCooler | TemperatureUnit | String | | CELSIUS | 0",
            })
    void aStateIsShownAs(String type, String role, String item, String options, String state, String shown) {
        Optional<Value> value =
                Conversion.of(TYPES.get(type), role, item, options).shown(state);
        assertEquals(shown, value.map(ClimateStateTest::text).orElse(""));
    }

    private static String text(Value value) {
        return value instanceof Value.Whole whole
                ? String.valueOf(whole.number())
                : String.valueOf(((Value.Decimal) value).number());
    }
}
