// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.testing.Rehearsal;
import org.junit.jupiter.api.Test;

/** What waters a garden. */
class IrrigationSystemTest {
    private static Rehearsal<?> system() {
        return Rehearsal.of(new IrrigationSystem());
    }

    @Test
    void oneSwitchIsEnough() {
        system().with("A", "Switch", "Active", "")
                .play(
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
                .play(
                        "A ACTIVE           | | Active=1 InUseStatus=0",
                        "W 1                | | Active=1 InUseStatus=1",
                        "P SCHEDULED_MANUAL | | ProgramMode=2",
                        "A INACTIVE         | | Active=0 InUseStatus=1");
    }

    @Test
    void whatIsLeftIsToldOnlyWhenItIsNews() {
        Rehearsal<?> system = system().with("A", "Switch", "Active", "")
                .with("R", "Number", "RemainingDuration", "")
                .play("A ON | | RemainingDuration=0", "R 20 min | | RemainingDuration=1200");
        system.pass(60).play("R 1140 | | RemainingDuration=1200 |");
        assertEquals("1140", system.read("RemainingDuration"));
        assertEquals("1", system.read("Active"));
        system.play("R 0 | | RemainingDuration=0");
    }

    @Test
    void whatCantBeToldIsRefused() {
        system().with("A", "Contact", "Active", "")
                .play("A OPEN | | Active=1 InUseStatus=1", "write Active=0 | !READ_ONLY | Active=1");
    }
}
