// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.builder;
import static io.latchkey.exposure.internal.ExposureFixture.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.climate.internal.Thermostat;
import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.accessories.sensors.internal.AirQualitySensor;
import io.latchkey.accessories.sensors.internal.Battery;
import io.latchkey.accessories.sensors.internal.ContactSensor;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.StateDescription;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import io.latchkey.exposure.internal.live.BridgeMemoryWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items as openHAB has them whose owner noted no unit: each counts in openHAB's own. */
class UnitCasesTest {

    @ParameterizedTest
    @CsvSource({
        "°C, 3726.85 °C, 4726.85",
        "°F, 6740.33 °F, 8540.33",
        "K, 4000 K, 5000",
        "MK⁻¹, 250 MK⁻¹, 200",
    })
    void aWhiteIsAsWarmWhateverItsItemCountsIn(String unit, String state, String told) {
        FakeItemRegistry items = new FakeItemRegistry(
                item("Desk", "Group", "NULL", "Lighting"),
                ExposureFixture.member("Desk", "Desk_On", "Switch", "ON", "Lighting.OnState"),
                builder(
                                "Desk_White",
                                "Number:Temperature",
                                state,
                                "Lighting.ColorTemperature",
                                "minValue",
                                "2700 K",
                                "maxValue",
                                "6500 K")
                        .dimension("Temperature")
                        .unit(unit)
                        .groups(Set.of("Desk"))
                        .build());
        ExposureFixture home = new ExposureFixture(new Lighting()).with("openhab", items);
        home.open("", "");
        assertEquals("250", home.read("openhab:Desk", CharacteristicTypes.COLOR_TEMPERATURE));
        assertLimits(home, "Desk", CharacteristicTypes.COLOR_TEMPERATURE, "154..370 step 1");
        home.write("openhab:Desk", Map.of(CharacteristicTypes.COLOR_TEMPERATURE, Value.of(200)));
        assertEquals("Desk_White " + told + " from io.latchkey$phone", items.commands.get(0));
    }

    @Test
    void aWhiteHasTheLimitsOfItsChannelAlsoWhileThatIsOffline() throws Exception {
        OneBridgeStore store = new OneBridgeStore();
        ExposureFixture home = new ExposureFixture(store, new Lighting())
                .with("openhab", desk(described("2000", "6500", null, "%.0f K")));
        AutoCloseable open = home.open("", "");
        assertEquals("370", home.read("openhab:Desk", CharacteristicTypes.COLOR_TEMPERATURE));
        assertLimits(home, "Desk", CharacteristicTypes.COLOR_TEMPERATURE, "154..500 step 1");
        home.workers.pass(BridgeMemoryWriter.DELAY);
        open.close();

        ExposureFixture restarted =
                new ExposureFixture(store, new Lighting()).with("openhab", desk(StateDescription.NONE));
        restarted.open("", "");
        assertLimits(restarted, "Desk", CharacteristicTypes.COLOR_TEMPERATURE, "154..500 step 1");
    }

    @ParameterizedTest
    @CsvSource({
        "°C, 7 °C, %.1f °C, 5, 30, 0.5, 7.0, 5..30 step 0.5",
        "°C, 7 °C, %.1f %unit%, 5, 30, 0.5, 7.0, 5..30 step 0.5",
        "°F, 44.6 °F, %.1f °C, 5, 30, 0.5, 7.0, 5..30 step 0.5",
        "°C, 21 °C, %.0f °F, 60, 80, 1, 21.111106, 15.555556..26.666656 step 0.555555",
        "°F, 70 °F, %.0f %unit%, 60, 80, 1, 21.111106, 15.555556..26.666656 step 0.555555",
    })
    void aSetpointHasTheLimitsOfItsChannel(
            String unit,
            String state,
            String pattern,
            String low,
            String high,
            String step,
            String shown,
            String limits) {
        FakeItemRegistry items = new FakeItemRegistry(
                item("Hall", "Group", "NULL", "Thermostat"),
                ExposureFixture.member("Hall", "Hall_Mode", "Number", "1", "Thermostat.TargetHeatingCoolingMode"),
                ExposureFixture.member("Hall", "Hall_Is", "Number", "20", "Thermostat.CurrentTemperature"),
                builder("Hall_Want", "Number:Temperature", state, "Thermostat.TargetTemperature")
                        .dimension("Temperature")
                        .unit(unit)
                        .stateDescription(described(low, high, step, pattern))
                        .groups(Set.of("Hall"))
                        .build());
        ExposureFixture home = new ExposureFixture(new Thermostat()).with("openhab", items);
        home.open("", "");
        assertEquals(shown, home.read("openhab:Hall", CharacteristicTypes.TARGET_TEMPERATURE));
        assertLimits(home, "Hall", CharacteristicTypes.TARGET_TEMPERATURE, limits);
    }

    @Test
    void aWriteBetweenTheStepsOfFahrenheitIsAWholeDegreeThere() {
        FakeItemRegistry items = new FakeItemRegistry(
                item("Hall", "Group", "NULL", "Thermostat"),
                ExposureFixture.member("Hall", "Hall_Mode", "Number", "1", "Thermostat.TargetHeatingCoolingMode"),
                ExposureFixture.member("Hall", "Hall_Is", "Number", "20", "Thermostat.CurrentTemperature"),
                builder("Hall_Want", "Number:Temperature", "68 °F", "Thermostat.TargetTemperature", "step", 1)
                        .dimension("Temperature")
                        .unit("°F")
                        .stateDescription(described("60", "80", null, "%.0f %unit%"))
                        .groups(Set.of("Hall"))
                        .build());
        ExposureFixture home = new ExposureFixture(new Thermostat()).with("openhab", items);
        home.open("", "");
        CharacteristicType target = CharacteristicTypes.TARGET_TEMPERATURE;
        Value snapped = home.sink
                .characteristic("openhab:Hall", "", target)
                .constraints()
                .accept(target.format(), Value.of(21.1))
                .orElseThrow();
        home.write("openhab:Hall", Map.of(target, snapped));
        assertEquals(List.of("Hall_Want 70.0 from io.latchkey$phone"), items.commands);
    }

    @Test
    void dustInKilogramsIsSeen() {
        FakeItemRegistry items = new FakeItemRegistry(
                item("Air", "Group", "NULL", "AirQualitySensor"),
                ExposureFixture.member("Air", "Air_Is", "String", "FAIR", "AirQualitySensor.AirQuality"),
                density("Air_Fine", "2.3E-8 kg/m³", "AirQualitySensor.PM25Density"),
                density("Air_Coarse", "0.000000041", "AirQualitySensor.PM10Density"));
        ExposureFixture home = new ExposureFixture(new AirQualitySensor()).with("openhab", items);
        home.open("", "");
        assertEquals("23.0", home.read("openhab:Air", CharacteristicTypes.PM2_5_DENSITY));
        assertEquals("41.0", home.read("openhab:Air", CharacteristicTypes.PM10_DENSITY));
    }

    @Test
    void aBatteryAtMostOfOneIsNotLow() {
        FakeItemRegistry items = new FakeItemRegistry(
                item("Door", "Group", "NULL", "ContactSensor"),
                ExposureFixture.member("Door", "Door_Is", "Contact", "CLOSED", "ContactSensor.ContactSensorState"),
                builder("Door_Cell", "Number", "0.87", "ContactSensor.BatteryLowStatus", "lowThreshold", 20)
                        .dimension("Dimensionless")
                        .unit("one")
                        .groups(Set.of("Door"))
                        .build(),
                builder("Pack", "Number", "0.87", "Battery")
                        .dimension("Dimensionless")
                        .unit("one")
                        .build());
        ExposureFixture home = new ExposureFixture(new ContactSensor(), new Battery()).with("openhab", items);
        home.open("", "");
        assertEquals("0", home.read("openhab:Door", CharacteristicTypes.STATUS_LOW_BATTERY));
        assertEquals("0", home.read("openhab:Pack", CharacteristicTypes.STATUS_LOW_BATTERY));
        assertEquals("87", home.read("openhab:Pack", CharacteristicTypes.BATTERY_LEVEL));
        items.update("Door_Cell", "0.19");
        assertEquals("1", home.read("openhab:Door", CharacteristicTypes.STATUS_LOW_BATTERY));
    }

    @Test
    void checkNamesAUnitThatMeasuresSomethingElse() {
        FakeItemRegistry items = new FakeItemRegistry(
                item("Desk", "Group", "NULL", "Lighting"),
                ExposureFixture.member("Desk", "Desk_On", "Switch", "ON", "Lighting.OnState"),
                builder("Desk_White", "Number", "50", "Lighting.ColorTemperature")
                        .dimension("Frequency")
                        .unit("Hz")
                        .groups(Set.of("Desk"))
                        .build());
        ExposureFixture home = new ExposureFixture(new Lighting()).with("openhab", items);
        home.open("", "");
        assertEquals("50", home.read("openhab:Desk", CharacteristicTypes.COLOR_TEMPERATURE), "the coolest, for none");
        String said = new CheckVerb(home.exposure, new FixedPlaces())
                .run(List.of("Desk_White"))
                .outputs()
                .toString();
        assertTrue(
                said.contains("Desk_White counts in Hz, which ColorTemperature can't be made of, so Home sees no value:"
                        + " make it a Number:Temperature."),
                said);
    }

    private static FakeItemRegistry desk(StateDescription description) {
        return new FakeItemRegistry(
                item("Desk", "Group", "NULL", "Lighting"),
                ExposureFixture.member("Desk", "Desk_On", "Switch", "ON", "Lighting.OnState"),
                builder("Desk_White", "Number:Temperature", "2426.85 °C", "Lighting.ColorTemperature")
                        .dimension("Temperature")
                        .unit("°C")
                        .stateDescription(description)
                        .describedLater()
                        .groups(Set.of("Desk"))
                        .build());
    }

    private static Item density(String name, String state, String role) {
        return builder(name, "Number:Density", state, role)
                .dimension("Density")
                .unit("kg/m³")
                .groups(Set.of("Air"))
                .build();
    }

    private static StateDescription described(String minimum, String maximum, String step, String pattern) {
        return new StateDescription(
                Optional.of(new BigDecimal(minimum)),
                Optional.of(new BigDecimal(maximum)),
                Optional.ofNullable(step).map(BigDecimal::new),
                Optional.of(pattern),
                false,
                List.of());
    }

    private static void assertLimits(ExposureFixture home, String item, CharacteristicType type, String expected) {
        Constraints limits =
                home.sink.characteristic("openhab:" + item, "", type).constraints();
        String text = text(limits.minimum()) + ".." + text(limits.maximum()) + " step " + text(limits.step());
        assertEquals(expected, text);
    }

    private static String text(Optional<BigDecimal> number) {
        return number.orElseThrow().stripTrailingZeros().toPlainString();
    }
}
