// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import static io.latchkey.accessories.climate.internal.ClimateTypes.TYPES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import io.latchkey.api.testing.Conversion;
import io.latchkey.api.testing.TypeRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each item alone is told, and what holds for every type. */
class ClimateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thermostat | TargetHeatingCoolingMode | String | | 1 | HEAT",
                "Thermostat | TargetHeatingCoolingMode | String | HEAT=[warm,comfort] | 1 | warm",
                "Thermostat | TargetHeatingCoolingMode | Number | AUTO=7 | 3 | 7",
                "Thermostat | TargetHeatingCoolingMode | Switch | | 1 | ON",
                "Thermostat | TargetHeatingCoolingMode | Switch | | 3 | ''",
                "Thermostat | TargetTemperature | Number | | 21.5 | 21.5",
                "Thermostat | HeatingThresholdTemperature | Number | | 18.04 | 18.0",
                "Thermostat | TargetRelativeHumidity | Number | | 50.0 | 50.0",
                "Thermostat | TemperatureUnit | Switch | | 1 | ON",
                "Thermostat | TemperatureUnit | String | | 0 | CELSIUS",
                "HeaterCooler | ActiveStatus | Switch | | 1 | ON",
                "HeaterCooler | ActiveStatus | Dimmer | inverted=true | 1 | OFF",
                "HeaterCooler | TargetHeaterCoolerState | Number | | 2 | 2",
                "HeaterCooler | TargetHeaterCoolerState | String | AUTO=selbst | 0 | selbst",
                "HeaterCooler | CoolingThresholdTemperature | Number | | 24.0 | 24.0",
                "HeaterCooler | LockControl | Switch | | 0 | OFF",
                "HeaterCooler | RotationSpeed | Dimmer | | 30.0 | 30.0",
                "HeaterCooler | SwingMode | Number | | 1 | 1",
            })
    void aWriteIsToldAs(String type, String role, String item, String options, String written, String told) {
        Value value = written.contains(".") ? Value.of(Double.parseDouble(written)) : Value.of(Long.parseLong(written));
        assertEquals(
                told,
                Conversion.of(TYPES.get(type), role, item, options).told(value).orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thermostat | TargetHeatingCoolingMode | String | | 0 1 2 3",
                "Thermostat | TargetHeatingCoolingMode | String | OFF=aus;HEAT=an | 0 1",
                "Thermostat | TargetHeatingCoolingMode | String | HEAT=an;AUTO=plan | 1 3",
                "Thermostat | TargetHeatingCoolingMode | Switch | | 0 1",
                "Thermostat | CurrentHeatingCoolingMode | String | | 0 1 2",
                "Thermostat | CurrentHeatingCoolingMode | String | HEAT=an | 0 1",
                "Thermostat | CurrentHeatingCoolingMode | Switch | | 0 1",
                "HeaterCooler | TargetHeaterCoolerState | Number | COOL=1 | 2",
                "HeaterCooler | TargetHeaterCoolerState | String | | 0 1 2",
                "HeaterCooler | CurrentHeaterCoolerState | String | COOLING=1 | 0 1 3",
                "HeaterCooler | CurrentHeaterCoolerState | String | INACTIVE=aus | 0 1 2 3",
            })
    void whatAnItemCantDoIsNotOffered(String type, String role, String item, String options, String codes) {
        Conversion it = Conversion.of(TYPES.get(type), role, item, options);
        Constraints limits = it.role().mapping().constraints(it.context());
        String offered = List.of(0, 1, 2, 3).stream()
                .filter(code ->
                        limits.accept(it.role().type().format(), Value.of(code)).isPresent())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        assertEquals(codes, offered);
    }

    @ParameterizedTest
    @CsvSource({
        "Thermostat, TargetTemperature, '', 10, 38",
        "Thermostat, TargetTemperature, minValue=5;maxValue=30, 5, 30",
        "Thermostat, HeatingThresholdTemperature, '', 0, 25",
        "Thermostat, CoolingThresholdTemperature, '', 10, 35",
        "HeaterCooler, HeatingThresholdTemperature, maxValue=86 °F, 0, 30",
        "HeaterCooler, CoolingThresholdTemperature, minValue=16, 16, 35",
    })
    void rangesAreThoseThatPeopleNoted(String type, String role, String options, double low, double high) {
        Conversion it = Conversion.of(TYPES.get(type), role, "Number", options.isEmpty() ? null : options);
        Constraints limits = it.role().mapping().constraints(it.context());
        assertEquals(low, limits.minimum().orElseThrow().doubleValue());
        assertEquals(high, limits.maximum().orElseThrow().doubleValue());
        assertEquals(0.1, limits.step().orElseThrow().doubleValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thermostat | CurrentTemperature | needed | NUMBER",
                "Thermostat | TargetHeatingCoolingMode | needed | NUMBER STRING SWITCH",
                "Thermostat | CurrentHeatingCoolingMode | shown | NUMBER STRING SWITCH",
                "Thermostat | TargetTemperature | shown | NUMBER",
                "Thermostat | HeatingThresholdTemperature | on wish | NUMBER",
                "Thermostat | CoolingThresholdTemperature | on wish | NUMBER",
                "Thermostat | RelativeHumidity | on wish | NUMBER",
                "Thermostat | TargetRelativeHumidity | on wish | NUMBER",
                "Thermostat | TemperatureUnit | shown | NUMBER STRING SWITCH",
                "HeaterCooler | ActiveStatus | needed | DIMMER SWITCH",
                "HeaterCooler | Active | needed | DIMMER SWITCH",
                "HeaterCooler | CurrentHeaterCoolerState | shown | NUMBER STRING",
                "HeaterCooler | TargetHeaterCoolerState | needed | NUMBER STRING",
                "HeaterCooler | CurrentTemperature | needed | NUMBER",
                "HeaterCooler | HeatingThresholdTemperature | shown | NUMBER",
                "HeaterCooler | CoolingThresholdTemperature | shown | NUMBER",
                "HeaterCooler | LockControl | on wish | NUMBER STRING SWITCH",
                "HeaterCooler | RotationSpeed | on wish | DIMMER NUMBER",
                "HeaterCooler | SwingMode | on wish | NUMBER STRING SWITCH",
                "HeaterCooler | TemperatureUnit | shown | NUMBER STRING SWITCH",
            })
    void aRoleIsThereAndPlayedBy(String type, String name, String presence, String kinds) {
        Role role = TYPES.get(type).roles().stream()
                .filter(each -> each.isCalled(name))
                .findFirst()
                .orElseThrow();
        assertEquals(kinds, role.items().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
        String without = role.isRequired() ? "needed" : "on wish";
        assertEquals(presence, role.preset().isPresent() ? "shown" : without);
    }

    @Test
    void aHeaterMayBelongToAFaucet() {
        assertEquals(Set.of("Faucet"), new HeaterCooler().linkedUnder());
    }

    @Test
    void everyTypeIsWhole() {
        TYPES.values().forEach(TypeRules::isWhole);
    }

    @Property(tries = 300)
    void noStateIsShownIllegally(@ForAll Random random) {
        for (AccessoryType type : TYPES.values()) {
            TypeRules.staysLegal(type, random, null);
            TypeRules.staysLegal(type, random, "inverted=true;minValue=5;maxValue=30;step=0.5;HEAT=1;HEATING=2");
        }
    }

    @Property(tries = 200)
    void nothingThatHappensHarms(@ForAll Random random) {
        BehaviourTester.of(new Thermostat())
                .with("T", "Number", "CurrentTemperature", "")
                .with("M", "String", "TargetHeatingCoolingMode CurrentHeatingCoolingMode", "")
                .with("H", "Number", "HeatingThresholdTemperature", "minValue=5;step=0.5")
                .with("C", "Number", "CoolingThresholdTemperature", "")
                .runAtRandom(random, 60);
        BehaviourTester.of(new Thermostat())
                .with("T", "Number", "CurrentTemperature", "")
                .with("M", "Switch", "TargetHeatingCoolingMode", "")
                .with("S", "Number", "TargetTemperature HeatingThresholdTemperature CoolingThresholdTemperature", "")
                .runAtRandom(random, 60);
        BehaviourTester.of(new HeaterCooler())
                .with("A", "Switch", "ActiveStatus", "")
                .with("T", "Number", "CurrentTemperature", "")
                .with("M", "Number", "TargetHeaterCoolerState CurrentHeaterCoolerState", "HEAT=1;COOL=2")
                .with("C", "Number", "CoolingThresholdTemperature", random.nextBoolean() ? "maxValue=28" : "")
                .runAtRandom(random, 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TargetTemperature", "HeatingThresholdTemperature", "CoolingThresholdTemperature"})
    void aThermostatNeedsSomethingToAimFor(String role) {
        AccessoryType type = new Thermostat();
        Map<String, Role> roles = type.roles().stream().collect(Collectors.toMap(Role::name, each -> each));
        Role temperature = roles.get("CurrentTemperature");
        Role mode = roles.get("TargetHeatingCoolingMode");
        assertEquals(Optional.empty(), type.lacks(Set.of(temperature, mode, roles.get(role))));
        assertTrue(type.lacks(Set.of(temperature, mode)).orElseThrow().contains(role));
    }
}
