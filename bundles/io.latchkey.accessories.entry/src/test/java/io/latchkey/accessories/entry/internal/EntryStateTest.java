// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import static io.latchkey.accessories.entry.internal.EntryTypes.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.Value;
import io.latchkey.api.testing.Conversion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each item alone is shown as. */
class EntryStateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Door | CurrentPosition | Rollershutter | | 0 | 100",
                "Door | CurrentPosition | Rollershutter | | UP | 100",
                "Door | TargetPosition | Dimmer | | 30 | 70",
                "Door | TargetPosition | Dimmer | inverted=false | 30 | 30",
                "Window | CurrentPosition | Number | | 99.7 | 0",
                "Window | TargetPosition | Number | inverted=no | 140 | 100",
                "WindowCovering | CurrentPosition | Rollershutter | | DOWN | 0",
                "Door | PositionState | String | | decreasing | 0",
                "Door | PositionState | Number | | 1 | 1",
                "Window | PositionState | String | STOPPED=halt | HALT | 2",
                "Window | PositionState | Number | | 7 | ''",
                "Door | ObstructionStatus | Contact | | OPEN | true",
                "Window | ObstructionStatus | Switch | inverted=true | ON | false",
                "WindowCovering | ObstructionStatus | Dimmer | | 1 | true",
                "WindowCovering | HoldPosition | Switch | | ON | ''",
                "WindowCovering | CurrentHorizontalTiltAngle | Dimmer | | 0 | -90",
                "WindowCovering | TargetHorizontalTiltAngle | Dimmer | | 50 | 0",
                "WindowCovering | CurrentVerticalTiltAngle | Dimmer | | 100 | 90",
                "WindowCovering | TargetVerticalTiltAngle | Number | | 45 | 45",
                "WindowCovering | TargetVerticalTiltAngle | Number | | -300 | -90",
                "GarageDoorOpener | CurrentDoorState | Contact | | OPEN | 0",
                "GarageDoorOpener | CurrentDoorState | Contact | | CLOSED | 1",
                "GarageDoorOpener | CurrentDoorState | Contact | inverted=true | CLOSED | 0",
                "GarageDoorOpener | CurrentDoorState | Switch | | ON | 0",
                "GarageDoorOpener | CurrentDoorState | Switch | | OFF | 1",
                "GarageDoorOpener | CurrentDoorState | Number | | 4 | 4",
                "GarageDoorOpener | CurrentDoorState | String | | opening | 2",
                "GarageDoorOpener | CurrentDoorState | String | CLOSING=faehrt | Faehrt | 3",
                "GarageDoorOpener | CurrentDoorState | String | | ajar | ''",
                "GarageDoorOpener | CurrentDoorState | Rollershutter | | 0 | 0",
                "GarageDoorOpener | CurrentDoorState | Rollershutter | | 1 | 0",
                "GarageDoorOpener | CurrentDoorState | Rollershutter | | 99.6 | 0",
                "GarageDoorOpener | CurrentDoorState | Rollershutter | | 100 | 1",
                "GarageDoorOpener | CurrentDoorState | Rollershutter | | UP | 0",
                "GarageDoorOpener | CurrentDoorState | Rollershutter | | DOWN | 1",
                "GarageDoorOpener | CurrentDoorState | Rollershutter | inverted=true | 0 | 0",
                "GarageDoorOpener | CurrentDoorState | Rollershutter | inverted=true | 100 | 1",
                "GarageDoorOpener | CurrentDoorState | Rollershutter | inverted=false | 100 | 1",
                "GarageDoorOpener | CurrentDoorState | Rollershutter | OPEN=100;CLOSED=0 | 100 | 1",
                "GarageDoorOpener | TargetDoorState | Contact | | OPEN | 0",
                "GarageDoorOpener | TargetDoorState | Switch | | ON | 0",
                "GarageDoorOpener | TargetDoorState | Number | | 1 | 1",
                "GarageDoorOpener | TargetDoorState | String | | CLOSED | 1",
                "GarageDoorOpener | TargetDoorState | Rollershutter | | 0 | 0",
                "GarageDoorOpener | TargetDoorState | Rollershutter | | 100 | 1",
                "GarageDoorOpener | TargetDoorState | Rollershutter | inverted=true | 40 | 0",
                "GarageDoorOpener | ObstructionStatus | Contact | | OPEN | true",
                "GarageDoorOpener | ObstructionStatus | Switch | | OFF | false",
                "GarageDoorOpener | LockCurrentState | Switch | | ON | 1",
                "GarageDoorOpener | LockTargetState | String | | UNSECURED | 0",
                "Lock | LockCurrentState | Switch | | ON | 1",
                "Lock | LockCurrentState | Switch | inverted=true | ON | 0",
                "Lock | LockCurrentState | Contact | | OPEN | 1",
                "Lock | LockCurrentState | Contact | inverted=true | OPEN | 0",
                "Lock | LockCurrentState | Number | | 2 | 2",
                "Lock | LockCurrentState | String | | jammed | 2",
                "Lock | LockCurrentState | String | UNKOWN=weiss nicht | weiss nicht | 3",
                "Lock | LockCurrentState | String | JAMMED=[klemmt,steckt] | steckt | 2",
                "Lock | LockTargetState | Switch | | OFF | 0",
                "Lock | LockTargetState | Number | | 1 | 1",
                "Lock | LockTargetState | String | SECURED=zu | zu | 1",
                "SecuritySystem | CurrentSecuritySystemState | Number | | 4 | 4",
                "SecuritySystem | CurrentSecuritySystemState | String | | triggered | 4",
                "SecuritySystem | CurrentSecuritySystemState | String | | DISARMED | 3",
                "SecuritySystem | CurrentSecuritySystemState | String | | DISARM | 3",
                "SecuritySystem | CurrentSecuritySystemState | String | AWAY_ARM=weg | weg | 1",
                "SecuritySystem | CurrentSecuritySystemState | String | AWAY_ARM=weg | NIGHT_ARM | ''",
                "SecuritySystem | CurrentSecuritySystemState | String | AWAY_ARM=weg | TRIGGERED | 4",
                "SecuritySystem | TargetSecuritySystemState | Number | | 0 | 0",
                "SecuritySystem | TargetSecuritySystemState | String | | night_arm | 2",
                "SecuritySystem | TargetSecuritySystemState | String | | DISARM | 3",
                "SecuritySystem | FaultStatus | Switch | | ON | 1",
                "SecuritySystem | FaultStatus | Contact | inverted=true | OPEN | 0",
                "SecuritySystem | TamperedStatus | String | | TAMPERED | 1",
                "SecuritySystem | TamperedStatus | Number | | 0 | 0",
            })
    void aStateIsShownAs(String type, String role, String item, String options, String state, String shown) {
        assertEquals(
                shown,
                Conversion.of(type(type), role, item, options)
                        .shown(state)
                        .map(EntryStateTest::text)
                        .orElse(""));
    }

    private static String text(Value value) {
        return value.toString().replaceAll("^\\w+\\[\\w+=|]$", "");
    }
}
