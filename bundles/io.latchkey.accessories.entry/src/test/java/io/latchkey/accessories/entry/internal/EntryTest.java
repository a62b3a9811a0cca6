// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import static io.latchkey.accessories.entry.internal.EntryTypes.TYPES;
import static io.latchkey.accessories.entry.internal.EntryTypes.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.accessory.EnumMapping;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import io.latchkey.api.testing.Conversion;
import io.latchkey.api.testing.TypeRules;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each item alone is told, and what holds for every type. */
class EntryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Door | TargetPosition | Rollershutter | | 100 | 0",
                "Window | TargetPosition | Dimmer | inverted=false | 30 | 30",
                "WindowCovering | TargetPosition | Number | | 25 | 75",
                "WindowCovering | HoldPosition | Rollershutter | | true | STOP",
                "Window | HoldPosition | Switch | | true | ON",
                "Window | HoldPosition | Switch | | false | ''",
                "WindowCovering | TargetHorizontalTiltAngle | Dimmer | | -90 | 0",
                "WindowCovering | TargetVerticalTiltAngle | Dimmer | | 45 | 75",
                "WindowCovering | TargetVerticalTiltAngle | Number | | 45 | 45",
                "GarageDoorOpener | TargetDoorState | Switch | | 0 | ON",
                "GarageDoorOpener | TargetDoorState | Switch | inverted=true | 0 | OFF",
                "GarageDoorOpener | TargetDoorState | Number | | 1 | 1",
                "GarageDoorOpener | TargetDoorState | String | CLOSED=zu | 1 | zu",
                "GarageDoorOpener | TargetDoorState | Rollershutter | | 0 | UP",
                "GarageDoorOpener | TargetDoorState | Rollershutter | | 1 | DOWN",
                "GarageDoorOpener | TargetDoorState | Rollershutter | inverted=true | 0 | UP",
                "GarageDoorOpener | TargetDoorState | Rollershutter | inverted=true | 1 | DOWN",
                "GarageDoorOpener | TargetDoorState | Rollershutter | OPEN=DOWN | 0 | UP",
                "GarageDoorOpener | TargetDoorState | Contact | | 0 | ''",
                "GarageDoorOpener | LockTargetState | Switch | | 1 | ON",
                "Lock | LockTargetState | Switch | | 1 | ON",
                "Lock | LockTargetState | Switch | inverted=true | 1 | OFF",
                "Lock | LockTargetState | Number | SECURED=7 | 1 | 7",
                "Lock | LockTargetState | String | | 0 | UNSECURED",
                "SecuritySystem | TargetSecuritySystemState | String | | 3 | DISARM",
                "SecuritySystem | TargetSecuritySystemState | String | AWAY_ARM=[weg,fort] | 1 | weg",
                "SecuritySystem | TargetSecuritySystemState | Number | | 2 | 2",
            })
    void aWriteIsToldAs(String type, String role, String item, String options, String written, String told) {
        Value value = written.matches("true|false")
                ? Value.of(Boolean.parseBoolean(written))
                : Value.of(Long.parseLong(written));
        assertEquals(
                told, Conversion.of(type(type), role, item, options).told(value).orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TargetSecuritySystemState  | AWAY_ARM=weg;DISARM=aus | 1 3",
                "TargetSecuritySystemState  | AWAY_ARM=weg            | 1 3",
                "TargetSecuritySystemState  |                         | 0 1 2 3",
                "CurrentSecuritySystemState | AWAY_ARM=weg;DISARM=aus | 1 3 4",
                "CurrentSecuritySystemState | TRIGGERED=laut          | 0 1 2 3 4",
                "CurrentSecuritySystemState |                         | 0 1 2 3 4",
            })
    void modesThatDontExistAreNotOffered(String role, String options, String codes) {
        Conversion it = Conversion.of(new SecuritySystem(), role, "String", options);
        List<Integer> offered = ((EnumMapping) it.role().mapping()).offered(it.context());
        assertEquals(
                codes, String.join(" ", offered.stream().map(String::valueOf).toList()));
    }

    @ParameterizedTest
    @CsvSource({
        "Door, PositionState, Number, 2",
        "GarageDoorOpener, CurrentDoorState, Contact, 1",
        "GarageDoorOpener, TargetDoorState, Switch, 1",
        "Lock, LockCurrentState, Switch, 3",
        "Lock, LockTargetState, Switch, 1",
        "SecuritySystem, CurrentSecuritySystemState, String, 3",
        "SecuritySystem, TargetSecuritySystemState, String, 3",
    })
    void withoutAStateItIsClosedLockedAndDisarmed(String type, String role, String item, long code) {
        Conversion it = Conversion.of(type(type), role, item, null);
        assertEquals(Optional.of(Value.of(code)), it.role().mapping().unknown(it.context()));
    }

    @Property(tries = 300)
    void noStateIsShownIllegally(@ForAll Random random) {
        TYPES.forEach(type -> TypeRules.staysLegal(type, random, null));
        TYPES.forEach(type -> TypeRules.staysLegal(type, random, "inverted=true;AWAY_ARM=1;OPEN=2"));
    }

    @Property(tries = 200)
    void nothingThatHappensHarms(@ForAll Random random) {
        BehaviourTester.of(new WindowCovering())
                .with("R", "Rollershutter", "TargetPosition HoldPosition", "stop=true")
                .with("C", "Number", "CurrentPosition", "")
                .with("S", "String", "PositionState", "")
                .runAtRandom(random, 60);
        BehaviourTester.of(new Door())
                .with("R", "Rollershutter", "CurrentPosition TargetPosition", "stopSameDirection=true;stop=yes")
                .runAtRandom(random, 60);
        BehaviourTester.of(new GarageDoorOpener())
                .with("C", "Contact", "CurrentDoorState", "")
                .with("P", "Switch", "TargetDoorState", random.nextBoolean() ? "pulse=true" : "")
                .with("L", "Switch", "LockCurrentState LockTargetState", "")
                .runAtRandom(random, 60);
        BehaviourTester.of(new GarageDoorOpener())
                .with("R", "Rollershutter", "CurrentDoorState" + (random.nextBoolean() ? " TargetDoorState" : ""), "")
                .with("L", "Switch", "LockTargetState", "")
                .runAtRandom(random, 60);
        BehaviourTester.of(new Lock())
                .with("C", "String", "LockCurrentState", "")
                .with("T", "Number", "LockTargetState", "")
                .runAtRandom(random, 60);
        BehaviourTester.of(new SecuritySystem())
                .with("C", "Number", "CurrentSecuritySystemState", "")
                .with("T", "Number", "TargetSecuritySystemState", "AWAY_ARM=1")
                .runAtRandom(random, 60);
    }

    @Test
    void everyTypeIsWhole() {
        TYPES.forEach(TypeRules::isWhole);
    }
}
