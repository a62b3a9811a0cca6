// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.climate.internal.HeaterCooler;
import io.latchkey.accessories.climate.internal.Thermostat;
import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.plan.Composition;
import io.latchkey.exposure.internal.plan.ItemPlans;
import io.latchkey.exposure.internal.plan.PreviousNumbers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Characteristics that no item plays: their limits and values follow from the items of others, and from metadata. */
class KeptTemperaturesTest {
    private static Item group(String name, String type, Map<String, Object> options) {
        return Item.of(name, ItemType.GROUP)
                .metadata("homekit", new Metadata(type, options))
                .build();
    }

    private final FakeItemRegistry items = new FakeItemRegistry(
            group("Radiator", "Thermostat", Map.of("TargetHeatingCoolingMode", "HEAT")),
            ExposureFixture.member("Radiator", "R_Temp", "Number", "18", "CurrentTemperature"),
            ExposureFixture.member(
                    "Radiator", "R_Set", "Number", "6", "HeatingThresholdTemperature", "minValue", 5, "maxValue", 30),
            group("Cooler", "HeaterCooler", Map.of()),
            ExposureFixture.member("Cooler", "C_On", "Switch", "ON", "Active"),
            ExposureFixture.member("Cooler", "C_Temp", "Number", "27", "CurrentTemperature"),
            ExposureFixture.member("Cooler", "C_Mode", "String", "COOL", "TargetHeaterCoolerState", "COOL", "COOL"),
            ExposureFixture.member("Cooler", "C_Set", "Number", "24", "CoolingThresholdTemperature", "minValue", 16));
    private final ExposureFixture home = new ExposureFixture(new Thermostat(), new HeaterCooler()).with("local", items);

    @Test
    void aRadiatorWithOneItemHasATarget() {
        home.open("", "");
        Constraints limits = limits("local:Radiator", CharacteristicTypes.TARGET_TEMPERATURE);
        assertEquals(5, limits.minimum().orElseThrow().intValue());
        assertEquals(30, limits.maximum().orElseThrow().intValue());
        assertEquals("6.0 1 0", radiator());
        write("local:Radiator", CharacteristicTypes.TARGET_TEMPERATURE, Value.of(22.0));
        assertEquals(List.of("R_Set 22.0 from io.latchkey$phone"), items.commands);
        items.update("R_Set", "22");
        assertEquals("22.0 1 1", radiator());
        assertEquals(
                Set.of(1),
                limits("local:Radiator", CharacteristicTypes.TARGET_HEATING_COOLING_STATE)
                        .validValues());
        assertEquals(
                Set.of(0, 1),
                limits("local:Radiator", CharacteristicTypes.CURRENT_HEATING_COOLING_STATE)
                        .validValues());
        assertThrows(
                CompletionException.class,
                () -> write("local:Radiator", CharacteristicTypes.TARGET_HEATING_COOLING_STATE, Value.of(0)));
    }

    @Test
    void aCoolerIsShownTargetFirst() {
        home.open("", "");
        assertEquals("3", home.read("local:Cooler", CharacteristicTypes.CURRENT_HEATER_COOLER_STATE));
        assertEquals("24.0", home.read("local:Cooler", CharacteristicTypes.HEATING_THRESHOLD_TEMPERATURE));
        assertEquals(
                Set.of(0, 1, 3),
                limits("local:Cooler", CharacteristicTypes.CURRENT_HEATER_COOLER_STATE)
                        .validValues());
        home.sink.events.clear();
        items.update("C_On", "OFF");
        assertEquals(List.of("Active=0", "CurrentHeaterCoolerState=0"), home.sink.events);
        items.update("C_On", "UNDEF");
        assertEquals("UNABLE_TO_COMMUNICATE", home.read("local:Cooler", CharacteristicTypes.ACTIVE));
        assertEquals("0", home.read("local:Cooler", CharacteristicTypes.CURRENT_HEATER_COOLER_STATE));
    }

    @Test
    void aThermostatWithoutSetpointIsExplained() {
        Composition composition = ItemPlans.compose(
                List.of(
                        group("G", "Thermostat", Map.of()),
                        ExposureFixture.member("G", "T", "Number", "20", "CurrentTemperature"),
                        ExposureFixture.member("G", "M", "String", "HEAT", "TargetHeatingCoolingMode")),
                new Vocabulary(List.of(new Thermostat())),
                Selection.of(""),
                PreviousNumbers.NONE);
        assertEquals(List.of(), composition.accessories());
        String faults = composition.reports().stream()
                .filter(report -> report.item().equals("G"))
                .flatMap(report -> report.findings().stream())
                .map(CheckReport.Finding::text)
                .collect(Collectors.joining());
        assertTrue(faults.contains("Thermostat.TargetTemperature"), faults);
    }

    private String radiator() {
        return home.read("local:Radiator", CharacteristicTypes.TARGET_TEMPERATURE)
                + " " + home.read("local:Radiator", CharacteristicTypes.TARGET_HEATING_COOLING_STATE)
                + " " + home.read("local:Radiator", CharacteristicTypes.CURRENT_HEATING_COOLING_STATE);
    }

    private Constraints limits(String key, CharacteristicType type) {
        return home.sink.characteristic(key, type).constraints();
    }

    private void write(String key, CharacteristicType type, Value value) {
        home.write(key, Map.of(type, value)).get(0).toCompletableFuture().join();
    }
}
