// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Number measures decides with its tags: openHAB gives "Energy" to the battery of a sensor and to kWh alike. */
class NumberDimensionTest {
    private final SemanticFixture home = new SemanticFixture();

    private void number(String name, String dimension, String... tags) {
        Item.Builder item = Item.of(name, ItemType.NUMBER).tags(Set.of(tags)).groups(Set.of("Lamp"));
        if (dimension != null) {
            item.dimension(dimension);
        }
        home.add(item);
    }

    @Test
    void whatALampHasUsedIsNoBattery() {
        home.group("Lamp", "LightSource").item("On", "Switch", "Switch Light", "Lamp");
        number("kWh", "Energy", "Measurement", "Energy");
        assertEquals(List.of("Lamp: Lighting(OnState=On)"), home.accessories());
        assertTrue(
                home.said().get("kWh").contains("Measurement and Energy at a Number"),
                home.said().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "Dimensionless, Energy, 'Battery(BatteryLevel=N,BatteryLowStatus=N)'",
        ", Energy, 'Battery(BatteryLevel=N,BatteryLowStatus=N)'",
        "Temperature, Temperature, 'TemperatureSensor:N(CurrentTemperature=N)'",
        ", Temperature, 'TemperatureSensor:N(CurrentTemperature=N)'",
        "Dimensionless, Temperature, ''",
        "Volume, Moisture, ''",
        "Dimensionless, Humidity, 'HumiditySensor:N(RelativeHumidity=N)'",
        "Illuminance, Brightness, 'LightSensor:N(LightLevel=N)'",
        "Dimensionless, Brightness, ''",
        "Density, ParticulateMatter, 'AirQualitySensor(AirQuality!,PM25Density=N)'",
    })
    void aNumberIsWhatItMeasures(String dimension, String property, String service) {
        home.group("Lamp", "LightSource").item("On", "Switch", "Switch Light", "Lamp");
        number("N", dimension, "Measurement", property);
        List<String> accessories = home.accessories();
        assertEquals(List.of("Lamp: Lighting(OnState=On)" + (service.isEmpty() ? "" : " " + service)), accessories);
    }
}
