// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import static io.latchkey.accessories.controls.internal.ControlTypes.TYPES;
import static io.latchkey.accessories.controls.internal.ControlTypes.role;
import static io.latchkey.accessories.controls.internal.ControlTypes.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import io.latchkey.api.testing.Conversion;
import io.latchkey.api.testing.TypeRules;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is switched, and what it draws. */
class ControlsTest {
    @ParameterizedTest
    @CsvSource({
        "Switchable, OnState, Switch, , ON, true",
        "Switchable, OnState, Switch, inverted=true, ON, false",
        "Switchable, OnState, Dimmer, , 0, false",
        "Switchable, OnState, Dimmer, , 3, true",
        "Outlet, OnState, Switch, , OFF, false",
        "Outlet, InUseStatus, Contact, , OPEN, true",
        "Outlet, InUseStatus, Dimmer, , 0, false",
        "Outlet, InUseState, Switch, inverted=true, OFF, true",
        "Doorbell, Mute, Switch, , ON, true",
        "Doorbell, Mute, Contact, inverted=true, OPEN, false",
    })
    void aStateIsShownAs(String type, String role, String item, String options, String state, boolean shown) {
        assertEquals(
                Optional.of(Value.of(shown)),
                Conversion.of(type(type), role, item, options).shown(state));
    }

    @ParameterizedTest
    @CsvSource({
        "Switchable, Power, , 12.34, 12.3",
        "Switchable, Watt, , 2 kW, 2000.0",
        "Switchable, Power, , -7 W, 0.0",
        "Switchable, Power, maxValue=20000, 15 kW, 15000.0",
        "Outlet, Power, , 99 kW, 12000.0",
        "Outlet, Energy, , 1234 Wh, 1.23",
        "Outlet, KilowattHours, , 7.5 kWh, 7.5",
        "Outlet, Voltage, , 230.04 V, 230.0",
        "Outlet, Volt, , 231, 231.0",
        "Outlet, Current, , 350 mA, 0.35",
        "EnergyMeter, Power, , 0.5 kW, 500.0",
        "EnergyMeter, Energy, , 3 MWh, 3000.0",
        "EnergyMeter, Ampere, , 60, 48.0",
        "Doorbell, Volume, , 30, 30",
    })
    void aMeasureIsShownAs(String type, String role, String options, String state, double shown) {
        Value value =
                Conversion.of(type(type), role, "Number", options).shown(state).orElseThrow();
        assertEquals(
                shown,
                value instanceof Value.Decimal decimal ? decimal.number() : ((Value.Whole) value).number(),
                0.001);
    }

    @ParameterizedTest
    @CsvSource({
        "Switchable, OnState, Switch, , 1, ON",
        "Switchable, OnState, Switch, inverted=true, 1, OFF",
        "Switchable, OnState, Dimmer, , 0, OFF",
        "Outlet, OnState, Switch, , 0, OFF",
        "Doorbell, Brightness, Dimmer, , 40, 40",
        "Doorbell, Volume, Number, , 15, 15",
        "Doorbell, Volume, Dimmer, , 100, 100",
        "Doorbell, Mute, Switch, , 1, ON",
        "Doorbell, Mute, Contact, , 1, ''",
        "Outlet, Power, Number, , 1, 1",
    })
    void aWriteIsToldAs(String type, String role, String item, String options, long written, String told) {
        assertEquals(
                told,
                Conversion.of(type(type), role, item, options)
                        .told(Value.of(written))
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "Power, E863F10D-079E-48FF-8F27-9C2605A29F52, 12000, 0.1",
        "Energy, E863F10C-079E-48FF-8F27-9C2605A29F52, 1000000, 0.01",
        "Voltage, E863F10A-079E-48FF-8F27-9C2605A29F52, 380, 0.1",
        "Current, E863F126-079E-48FF-8F27-9C2605A29F52, 48, 0.01",
    })
    void appsKnowTheCharacteristicsOfEve(String word, String uuid, double highest, double step) {
        for (AccessoryType type : List.of(new Outlet(), new Switchable(), new EnergyMeter())) {
            Role role = role(type, word);
            assertEquals(uuid, role.type().uuid().text());
            assertEquals(
                    highest, role.type().constraints().maximum().orElseThrow().doubleValue());
            assertEquals(step, role.type().constraints().step().orElseThrow().doubleValue());
        }
        assertEquals(
                "E863F008-079E-48FF-8F27-9C2605A29F52",
                new EnergyMeter().service().uuid().text());
    }

    @Test
    void forHomeASocketIsASocket() {
        assertEquals("47", new Outlet().service().uuid().text());
        assertEquals("49", new Switchable().service().uuid().text());
        assertTrue(new Outlet().service().optional().contains(CharacteristicTypes.NAME));
    }

    @Test
    void aMeterMeasuresSomething() {
        EnergyMeter meter = new EnergyMeter();
        assertTrue(meter.lacks(Set.of()).orElseThrow().contains("EnergyMeter.Energy"));
        meter.roles().forEach(role -> assertEquals(Optional.empty(), meter.lacks(Set.of(role))));
    }

    @Property(tries = 200)
    void noStateIsShownIllegally(@ForAll Random random) {
        TYPES.forEach(type -> TypeRules.staysLegal(type, random, null));
        TYPES.forEach(type -> TypeRules.staysLegal(type, random, "inverted=true;DOUBLE_PRESS=OFF;LONG_PRESS=3"));
    }

    @Property(tries = 100)
    void nothingThatHappensHarms(@ForAll Random random) {
        BehaviourTester.of(new Outlet())
                .with("S", random.nextBoolean() ? "Switch" : "Dimmer", "OnState InUseStatus", "")
                .with("P", "Number", "Power", "inUseAbove=what")
                .with("E", "Number", "Energy", "")
                .runAtRandom(random, 60);
    }

    @Test
    void everyTypeIsWhole() {
        TYPES.forEach(TypeRules::isWhole);
    }
}
