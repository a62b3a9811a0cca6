// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.exposure.internal.EveryType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Items noted as {@code Type.Characteristic} alone. openHAB's add-on makes an accessory of one that is in no accessory's
 * group and names all that is mandatory; its README calls "LeakSensor.LeakDetectedState" the full form of "LeakSensor".
 */
class CharacteristicNotesTest extends Planning {

    @Override
    List<AccessoryType> types() {
        return EveryType.ALL;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SWITCH | LeakSensor.LeakDetectedState | LeakSensor(LeakDetectedState=X)*",
                "CONTACT | ContactSensor.ContactSensorState | ContactSensor(ContactSensorState=X)*",
                "NUMBER | TemperatureSensor.CurrentTemperature | TemperatureSensor(CurrentTemperature=X)*",
                "DIMMER | Lighting.OnState,Lighting.Brightness | Lighting(OnState=X,Brightness=X)*",
                "SWITCH | Lock.LockCurrentState,Lock.LockTargetState | Lock(LockCurrentState=X,LockTargetState=X)*",
                "SWITCH | Lock.LockTargetState | Lock(LockCurrentState=X,LockTargetState=X)*",
                "NUMBER | Battery.BatteryLevel, Battery.BatteryLowStatus"
                        + " | Battery(BatteryLevel=X,BatteryLowStatus=X,BatteryChargingState=2)*",
            })
    void anItemThatNamesAllThatIsMandatoryIsAnAccessory(ItemType kind, String homekit, String service) {
        item("X", kind, homekit);
        assertEquals(List.of("X: " + service), plans());
    }

    @Test
    void anAlarmOnOneItemIsAnAccessory() {
        item(
                "Alarm",
                ItemType.STRING,
                "SecuritySystem.CurrentSecuritySystemState,SecuritySystem.TargetSecuritySystemState");
        assertEquals(
                List.of("SecuritySystem.CurrentSecuritySystemState", "SecuritySystem.TargetSecuritySystemState"),
                report("Alarm").becomes());
        assertEquals(1, plans().size());
    }

    /** The README's two ways to write one covering. */
    @Test
    void theFullFormIsTheShortOne() {
        item("Blind", ItemType.ROLLERSHUTTER, "WindowCovering");
        List<String> shortForm = plans();
        items.clear();
        item("Blind", ItemType.ROLLERSHUTTER, "WindowCovering.CurrentPosition, WindowCovering.TargetPosition");
        assertEquals(shortForm, plans());
        assertEquals(1, shortForm.size());
    }

    @Test
    void typesKeepTheOrderInWhichTheyAreNamed() {
        item("Both", ItemType.SWITCH, "MotionSensor.MotionDetectedState,Lighting.OnState");
        assertEquals(
                List.of("Both: MotionSensor(MotionDetectedState=Both)*'Both'! Lighting(OnState=Both)'Both Lightbulb'!"),
                plans());
    }

    /** The add-on fills all that is mandatory for any of the types as soon as one is noted without characteristic. */
    @Test
    void besideATypeACharacteristicMakesAnotherService() {
        item("Both", ItemType.SWITCH, "Lighting,Fan.SwingMode");
        assertEquals(
                List.of("Both: Lighting(OnState=Both)*'Both'!"
                        + " Fan(ActiveStatus=Both,CurrentFanState=0,SwingMode=Both)'Both Fanv2'!"),
                plans());
    }

    /** A switch that tells of a weak battery is no leak. */
    @ParameterizedTest
    @CsvSource({
        "SWITCH, LeakSensor.BatteryLowStatus",
        "DIMMER, Lighting.Brightness",
        "SWITCH, Lock.LockCurrentState",
        "NUMBER, Thermostat.CurrentTemperature",
        "SWITCH, OnState",
        "STRING, Lighting.Name",
        "GROUP, Lighting.OnState",
    })
    void whatLacksSomethingMandatoryIsNone(ItemType kind, String homekit) {
        item("X", kind, homekit);
        assertEquals(List.of(), plans());
        assertTrue(fault("X").contains("No accessory takes it"), fault("X"));
    }

    @Test
    void whatIsLackingIsNamed() {
        item("X", ItemType.SWITCH, "LeakSensor.BatteryLowStatus");
        assertTrue(fault("X").endsWith("it would need LeakSensor.LeakDetectedState too."), fault("X"));
    }

    @Test
    void whatMetadataFixesIsNotLacking() {
        item("Fine", ItemType.NUMBER, "AirQualitySensor.PM25Density", "AirQuality", "GOOD");
        assertEquals(List.of("Fine: AirQualitySensor(AirQuality=2,PM25Density=Fine)*"), plans());
    }

    @Test
    void inTheGroupOfAnAccessoryItIsAPart() {
        group("Sensor", "LeakSensor");
        member("Sensor", "Leak", ItemType.SWITCH, "LeakSensor.LeakDetectedState");
        member("Sensor", "Weak", ItemType.SWITCH, "LeakSensor.BatteryLowStatus");
        assertEquals(List.of("Sensor: LeakSensor(LeakDetectedState=Leak,BatteryLowStatus=Weak)*"), plans());
    }

    @Test
    void anItemInTwoAccessoriesServesBoth() {
        group("One", "Lighting");
        group("Two", "Switchable");
        items.add(Item.of("Power", ItemType.SWITCH)
                .groups(Set.of("One", "Two"))
                .metadata("homekit", note("OnState"))
                .build());
        assertEquals(List.of("One: Lighting(OnState=Power)*", "Two: Switchable(OnState=Power)*"), plans());
    }

    /** Room groups say nothing about Home. */
    @Test
    void inAGroupWithoutNoteItIsAnAccessory() {
        items.add(Item.of("Room", ItemType.GROUP).build());
        member("Room", "Lamp", ItemType.SWITCH, "Lighting.OnState");
        assertEquals(List.of("Lamp: Lighting(OnState=Lamp)*"), plans());
    }
}
