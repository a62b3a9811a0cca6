// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;

/** A valve, with a timer or without. */
class ValveTest {
    private static final String TIMER = "homekitTimer=true";

    private static BehaviourTester<?> valve() {
        return BehaviourTester.of(new Valve());
    }

    /** A valve with an item for its duration. */
    private static BehaviourTester<?> timed() {
        return valve().with("V", "Switch", "ActiveStatus InUseStatus", TIMER).with("D", "Number", "Duration", "");
    }

    @Test
    void oneSwitchIsAValve() {
        valve().with("V", "Switch", "ActiveStatus InUseStatus", "")
                .check(
                        "V NULL               |       | ActiveStatus=0 InUseStatus=0 RemainingDuration=0 ValveType=0 |",
                        "write ActiveStatus=1 | V ON  | ActiveStatus=0 InUseStatus=0 RemainingDuration=0 |",
                        "V ON                 |       | ActiveStatus=1 InUseStatus=1 RemainingDuration=0 |",
                        "write ActiveStatus=0 | V OFF | ActiveStatus=1 |",
                        "V OFF                |       | ActiveStatus=0 InUseStatus=0");
    }

    @Test
    void withoutAnItemForItWaterFlowsWhileItIsOpen() {
        valve().with("V", "Switch", "ActiveStatus", "")
                .check(
                        "V ON    | | ActiveStatus=1 InUseStatus=1",
                        "V OFF   | | ActiveStatus=0 InUseStatus=0",
                        "V UNDEF | | InUseStatus=0");
    }

    @Test
    void waterThatDoesntFlowYetIsWaitedFor() {
        valve().with("V", "Switch", "ActiveStatus", "")
                .with("W", "Contact", "InUseStatus", "")
                .check(
                        "W CLOSED | | InUseStatus=0",
                        "V ON     | | ActiveStatus=1 InUseStatus=0",
                        "W OPEN   | | ActiveStatus=1 InUseStatus=1",
                        "V OFF    | | ActiveStatus=0 InUseStatus=1");
    }

    @Test
    void aTimerClosesWhatHomeOpened() {
        BehaviourTester<?> valve = timed().check(
                        "V OFF                |        | RemainingDuration=0 |",
                        "D 600                |        | Duration=600 RemainingDuration=0 |",
                        "write ActiveStatus=1 | V ON   | RemainingDuration=600 | 600",
                        "V ON                 |        | ActiveStatus=1 RemainingDuration=600 |");
        assertEquals("600", valve.read("RemainingDuration"));
        assertEquals("510", valve.pass(90).read("RemainingDuration"));
        assertEquals("1", valve.read("ActiveStatus"));
        valve.check("D 600 | | RemainingDuration=600 |");
        assertEquals("1", valve.pass(509).read("RemainingDuration"));
        valve.check(
                "wait  | V OFF | RemainingDuration=0 |",
                "V ON  |       | RemainingDuration=0 |",
                "V OFF |       | ActiveStatus=0 RemainingDuration=0 |");
        assertEquals("0", valve.read("RemainingDuration"));
    }

    @Test
    void aTimerClosesWhatIsFoundOpenOrOpenedByHand() {
        timed().check(
                        "D 60    |       | Duration=60",
                        "V ON    |       | RemainingDuration=60 | 60",
                        "V UNDEF |       | RemainingDuration=60 |",
                        "V NULL  |       | RemainingDuration=60 |",
                        "wait    | V OFF | RemainingDuration=0 |",
                        "V OFF   |       | RemainingDuration=0 |",
                        "V ON    |       | RemainingDuration=60 | 60");
    }

    @Test
    void whatIsClosedBeforeItsTimeIsLeftAlone() {
        timed().check(
                        "D 60                 |       |",
                        "write ActiveStatus=1 | V ON  | RemainingDuration=60 | 60",
                        "V ON                 |       |",
                        "write ActiveStatus=0 | V OFF | RemainingDuration=0 |",
                        "V OFF                |       | RemainingDuration=0 |",
                        "wait                 |       | RemainingDuration=0 |");
    }

    @Test
    void aSecondStartBeginsAnew() {
        BehaviourTester<?> valve = timed().check(
                        "D 60                 |       |", "write ActiveStatus=1 | V ON  | RemainingDuration=60 | 60");
        valve.pass(30)
                .check(
                        "V ON                 |       | RemainingDuration=60 |",
                        "D 90                 |       | RemainingDuration=60 |",
                        "write ActiveStatus=1 | V ON  | RemainingDuration=90 | 90");
        assertEquals("80", valve.pass(10).read("RemainingDuration"));
    }

    @Test
    void anAlarmThatIsTooEarlyIsSetAgain() {
        timed().check("D 60 | |", "write ActiveStatus=1 | V ON | RemainingDuration=60 | 60")
                .pass(-10)
                .check(
                        "wait | | RemainingDuration=60 | 10",
                        "V ON | | RemainingDuration=60 |",
                        "wait | V OFF | RemainingDuration=0 |");
    }

    @Test
    void theDurationOfTheSameRequestCounts() {
        timed().check(
                        "D 600                             |            | Duration=600",
                        "write Duration=120                | D 120      | RemainingDuration=0 |",
                        "write ActiveStatus=1 Duration=300 | D 300, V ON | RemainingDuration=300 | 300");
    }

    @Test
    void withoutADurationTheUsualOneCounts() {
        valve().with("V", "Switch", "ActiveStatus InUseStatus", TIMER)
                .with("D", "Number", "Duration", "homekitDefaultDuration=1800")
                .check(
                        "V OFF                |             | Duration=1800 RemainingDuration=0",
                        "D 0                  |             | Duration=1800",
                        "write ActiveStatus=1 | D 1800, V ON | RemainingDuration=1800 | 1800",
                        "D 900                |             | Duration=900 RemainingDuration=1800",
                        "write ActiveStatus=0 | V OFF       | RemainingDuration=0",
                        "write ActiveStatus=1 | V ON        | RemainingDuration=900 | 900");
    }

    @Test
    void aUsualDurationNeedsNoItem() {
        BehaviourTester<?> valve = valve().with(
                        "V", "Switch", "ActiveStatus", "homekitTimer=yes;homekitDefaultDuration=7200")
                .check("write ActiveStatus=1 | V ON | RemainingDuration=7200 | 7200");
        assertEquals(
                7200, valve.limits("RemainingDuration").maximum().orElseThrow().intValue());
        valve.check("V ON | | InUseStatus=1", "wait | V OFF | RemainingDuration=0 |");
    }

    @Test
    void withoutAnyDurationATimerWaitsForEver() {
        timed().check("write ActiveStatus=1 | V ON | RemainingDuration=0 |", "V ON | | RemainingDuration=0 |");
    }

    @Test
    void anItemForWhatIsLeftIsToldOnlyWhenItIsNews() {
        BehaviourTester<?> valve = valve().with("V", "Switch", "ActiveStatus InUseStatus", "")
                .with("R", "Number", "RemainingDuration", "")
                .check("R 0 | | RemainingDuration=0", "V ON | |", "R 300 | | RemainingDuration=300 |");
        valve.pass(10).check("R 290 | | RemainingDuration=300 |");
        assertEquals("290", valve.read("RemainingDuration"));
        valve.pass(60).check("R 227 | | RemainingDuration=300 |");
        assertEquals("227", valve.read("RemainingDuration"));
        valve.pass(1)
                .check(
                        "R 600                | | RemainingDuration=600 |",
                        "R 0                  | | RemainingDuration=0 |",
                        "R 30                 | | RemainingDuration=30",
                        "write ActiveStatus=0 | V OFF | RemainingDuration=30",
                        "R UNDEF              | | RemainingDuration=0");
    }

    @Test
    void anIrrigationSystemHasValvesForIrrigation() {
        valve().with("V", "Switch", "ActiveStatus", "").check("V OFF | | ValveType=0");
        valve().with("V", "Switch", "ActiveStatus", "").under("Faucet").check("V OFF | | ValveType=0");
        valve().with("V", "Switch", "ActiveStatus", "")
                .under("IrrigationSystem")
                .check("V OFF | | ValveType=1");
        assertTrue(Valve.TYPE.isAdjustable(), "whatever the metadata says");
    }
}
