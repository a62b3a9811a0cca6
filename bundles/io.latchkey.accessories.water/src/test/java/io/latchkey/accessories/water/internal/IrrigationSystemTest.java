// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;

/** What waters a garden. */
class IrrigationSystemTest {
    private static BehaviourTester<?> system() {
        return BehaviourTester.of(new IrrigationSystem());
    }

    @Test
    void oneSwitchIsEnough() {
        system().with("A", "Switch", "Active", "")
                .check(
                        "A NULL         |       | Active=0 InUseStatus=0 ProgramMode=0",
                        "write Active=1 | A ON  | Active=0 InUseStatus=0",
                        "A ON           |       | Active=1 InUseStatus=1",
                        "write Active=0 | A OFF |",
                        "A OFF          |       | Active=0 InUseStatus=0");
    }

    @Test
    void anItemThatKnowsWhetherWaterFlowsIsBelieved() {
        system().with("A", "String", "Active", "")
                .with("W", "Number", "InUseStatus", "")
                .with("P", "String", "ProgramMode", "")
                .check(
                        "A ACTIVE           | | Active=1 InUseStatus=0",
                        "W 1                | | Active=1 InUseStatus=1",
                        "P SCHEDULED_MANUAL | | ProgramMode=2",
                        "A INACTIVE         | | Active=0 InUseStatus=1");
    }

    @Test
    void whatIsLeftIsToldOnlyWhenItIsNews() {
        BehaviourTester<?> system = system().with("A", "Switch", "Active", "")
                .with("R", "Number", "RemainingDuration", "")
                .check("A ON | | RemainingDuration=0", "R 20 min | | RemainingDuration=1200");
        system.pass(60).check("R 1140 | | RemainingDuration=1200 |");
        assertEquals("1140", system.read("RemainingDuration"));
        assertEquals("1", system.read("Active"));
        system.check("R 0 | | RemainingDuration=0");
    }

    @Test
    void itsValvesTellWhetherWaterFlowsAndHowLong() {
        BehaviourTester<?> system = system().with("A", "Switch", "Active", "")
                .linked("One", new Valve(), "Switch")
                .linked("Two", new Valve(), "Switch")
                .check(
                        "A ON                                   | | Active=1 InUseStatus=0 RemainingDuration=0",
                        "One InUseStatus=1 RemainingDuration=60 | | InUseStatus=1 RemainingDuration=60 |",
                        "Two InUseStatus=1 RemainingDuration=90 | | InUseStatus=1 RemainingDuration=90 |",
                        "A OFF                                  | | Active=0 InUseStatus=1 RemainingDuration=90",
                        "One InUseStatus=0 RemainingDuration=0  | | InUseStatus=1 RemainingDuration=90");
        assertEquals("90", system.read("RemainingDuration"));
        system.pass(40).check("Two RemainingDuration=50 | | RemainingDuration=90");
        assertEquals("50", system.read("RemainingDuration"), "told when it began, true when it is read");
        system.check("Two InUseStatus=0 RemainingDuration=0 | | InUseStatus=0 RemainingDuration=0");
        assertEquals(
                86_400,
                system.limits("RemainingDuration").maximum().orElseThrow().intValue());
    }

    @Test
    void itemsOfTheSystemComeBeforeItsValves() {
        system().with("A", "Switch", "Active", "")
                .with("W", "Switch", "InUseStatus", "")
                .with("R", "Number", "RemainingDuration", "")
                .linked("One", new Valve(), "Switch")
                .check(
                        "W OFF                                  | | InUseStatus=0",
                        "R 30                                   | | RemainingDuration=30",
                        "One InUseStatus=1 RemainingDuration=60 | | InUseStatus=0 RemainingDuration=30");
    }

    @Test
    void whatCantBeToldIsRefused() {
        system().with("A", "Contact", "Active", "")
                .check("A OPEN | | Active=1 InUseStatus=1", "write Active=0 | !READ_ONLY | Active=1");
    }
}
