// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.testing.Rehearsal;
import org.junit.jupiter.api.Test;

/** A valve, with a timer or without. */
class ValveTest {
    private static final String TIMER = "homekitTimer=true";

    private static Rehearsal<?> valve() {
        return Rehearsal.of(new Valve());
    }

    /** A valve with an item for its duration. */
    private static Rehearsal<?> timed() {
        return valve().with("V", "Switch", "ActiveStatus InUseStatus", TIMER).with("D", "Number", "Duration", "");
    }

    @Test
    void oneSwitchIsAValve() {
        valve().with("V", "Switch", "ActiveStatus InUseStatus", "")
                .play(
                        "V NULL               |       | ActiveStatus=0 InUseStatus=0 RemainingDuration=0 ValveType=0 |",
                        "write ActiveStatus=1 | V ON  | ActiveStatus=0 InUseStatus=0 RemainingDuration=0 |",
                        "V ON                 |       | ActiveStatus=1 InUseStatus=1 RemainingDuration=0 |",
                        "write ActiveStatus=0 | V OFF | ActiveStatus=1 |",
                        "V OFF                |       | ActiveStatus=0 InUseStatus=0");
    }

    @Test
    void withoutAnItemForItWaterFlowsWhileItIsOpen() {
        valve().with("V", "Switch", "ActiveStatus", "")
                .play(
                        "V ON    | | ActiveStatus=1 InUseStatus=1",
                        "V OFF   | | ActiveStatus=0 InUseStatus=0",
                        "V UNDEF | | InUseStatus=0");
    }

    @Test
    void waterThatDoesntFlowYetIsWaitedFor() {
        valve().with("V", "Switch", "ActiveStatus", "")
                .with("W", "Contact", "InUseStatus", "")
                .play(
                        "W CLOSED | | InUseStatus=0",
                        "V ON     | | ActiveStatus=1 InUseStatus=0",
                        "W OPEN   | | ActiveStatus=1 InUseStatus=1",
                        "V OFF    | | ActiveStatus=0 InUseStatus=1");
    }

    @Test
    void aTimerClosesWhatHomeOpened() {
        Rehearsal<?> valve = timed().play(
                        "V OFF                |        | RemainingDuration=0 |",
                        "D 600                |        | Duration=600 RemainingDuration=0 |",
                        "write ActiveStatus=1 | V ON   | RemainingDuration=600 | 600",
                        "V ON                 |        | ActiveStatus=1 RemainingDuration=600 |");
        assertEquals("600", valve.read("RemainingDuration"));
        assertEquals("510", valve.pass(90).read("RemainingDuration"));
        assertEquals("1", valve.read("ActiveStatus"));
        valve.play("D 600 | | RemainingDuration=600 |");
        assertEquals("1", valve.pass(509).read("RemainingDuration"));
        valve.play(
                "wait  | V OFF | RemainingDuration=0 |",
                "V ON  |       | RemainingDuration=0 |",
                "V OFF |       | ActiveStatus=0 RemainingDuration=0 |");
        assertEquals("0", valve.read("RemainingDuration"));
    }

    @Test
    void aTimerClosesWhatIsFoundOpenOrOpenedByHand() {
        timed().play(
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
        timed().play(
                        "D 60                 |       |",
                        "write ActiveStatus=1 | V ON  | RemainingDuration=60 | 60",
                        "V ON                 |       |",
                        "write ActiveStatus=0 | V OFF | RemainingDuration=0 |",
                        "V OFF                |       | RemainingDuration=0 |",
                        "wait                 |       | RemainingDuration=0 |");
    }

    @Test
    void aSecondStartBeginsAnew() {
        Rehearsal<?> valve = timed().play(
                        "D 60                 |       |", "write ActiveStatus=1 | V ON  | RemainingDuration=60 | 60");
        valve.pass(30)
                .play(
                        "V ON                 |       | RemainingDuration=60 |",
                        "D 90                 |       | RemainingDuration=60 |",
                        "write ActiveStatus=1 | V ON  | RemainingDuration=90 | 90");
        assertEquals("80", valve.pass(10).read("RemainingDuration"));
    }

    @Test
    void anAlarmThatIsTooEarlyIsSetAgain() {
        timed().play("D 60 | |", "write ActiveStatus=1 | V ON | RemainingDuration=60 | 60")
                .pass(-10)
                .play(
                        "wait | | RemainingDuration=60 | 10",
                        "V ON | | RemainingDuration=60 |",
                        "wait | V OFF | RemainingDuration=0 |");
    }

    @Test
    void theDurationOfTheSameRequestCounts() {
        timed().play(
                        "D 600                             |            | Duration=600",
                        "write Duration=120                | D 120      | RemainingDuration=0 |",
                        "write ActiveStatus=1 Duration=300 | D 300, V ON | RemainingDuration=300 | 300");
    }

    @Test
    void withoutADurationTheUsualOneCounts() {
        valve().with("V", "Switch", "ActiveStatus InUseStatus", TIMER)
                .with("D", "Number", "Duration", "homekitDefaultDuration=1800")
                .play(
                        "V OFF                |             | Duration=1800 RemainingDuration=0",
                        "D 0                  |             | Duration=1800",
                        "write ActiveStatus=1 | D 1800, V ON | RemainingDuration=1800 | 1800",
                        "D 900                |             | Duration=900 RemainingDuration=1800",
                        "write ActiveStatus=0 | V OFF       | RemainingDuration=0",
                        "write ActiveStatus=1 | V ON        | RemainingDuration=900 | 900");
    }

    @Test
    void aUsualDurationNeedsNoItem() {
        Rehearsal<?> valve = valve().with("V", "Switch", "ActiveStatus", "homekitTimer=yes;homekitDefaultDuration=7200")
                .play("write ActiveStatus=1 | V ON | RemainingDuration=7200 | 7200");
        assertEquals(
                7200, valve.limits("RemainingDuration").maximum().orElseThrow().intValue());
        valve.play("V ON | | InUseStatus=1", "wait | V OFF | RemainingDuration=0 |");
    }

    @Test
    void withoutAnyDurationATimerWaitsForEver() {
        timed().play("write ActiveStatus=1 | V ON | RemainingDuration=0 |", "V ON | | RemainingDuration=0 |");
    }

    @Test
    void anItemForWhatIsLeftIsToldOnlyWhenItIsNews() {
        Rehearsal<?> valve = valve().with("V", "Switch", "ActiveStatus InUseStatus", "")
                .with("R", "Number", "RemainingDuration", "")
                .play("R 0 | | RemainingDuration=0", "V ON | |", "R 300 | | RemainingDuration=300 |");
        valve.pass(10).play("R 290 | | RemainingDuration=300 |");
        assertEquals("290", valve.read("RemainingDuration"));
        valve.pass(60).play("R 227 | | RemainingDuration=300 |");
        assertEquals("227", valve.read("RemainingDuration"));
        valve.pass(1)
                .play(
                        "R 600                | | RemainingDuration=600 |",
                        "R 0                  | | RemainingDuration=0 |",
                        "R 30                 | | RemainingDuration=30",
                        "write ActiveStatus=0 | V OFF | RemainingDuration=30",
                        "R UNDEF              | | RemainingDuration=0");
    }

    @Test
    void anIrrigationSystemHasValvesForIrrigation() {
        valve().with("V", "Switch", "ActiveStatus", "").play("V OFF | | ValveType=0");
        valve().with("V", "Switch", "ActiveStatus", "").under("Faucet").play("V OFF | | ValveType=0");
        valve().with("V", "Switch", "ActiveStatus", "")
                .under("IrrigationSystem")
                .play("V OFF | | ValveType=1");
        assertTrue(Valve.TYPE.isAdjustable(), "whatever the metadata says");
    }
}
