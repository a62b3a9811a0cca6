// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a valve shall stay open. */
class ValveTimerTest {
    private static BehaviourTester<?> valve(String valve, String duration) {
        return BehaviourTester.of(new Valve())
                .with("V", "Switch", "ActiveStatus", valve)
                .with("D", "Number", "Duration", duration);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "homekitTimer=true | '' | true",
                "homekitTimer=yes  | '' | true",
                "homekitTimer=no   | '' | false",
                "homekitTimer=no   | homekitTimer=true | true",
                "'' | homekitTimer=true | true",
                "'' | '' | false",
            })
    void theOptionCountsAtAnyItem(String valve, String duration, boolean isOurs) {
        assertEquals(isOurs, new ValveTimer(valve(valve, duration)).isOurs());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D 600   |      | ''                         | 600",
                "D 600   | 120  | ''                         | 120",
                "D 600   | 0    | ''                         | 600",
                "D 0     |      | homekitDefaultDuration=300 | 300",
                "D NULL  |      | homekitDefaultDuration=300 | 300",
                "D UNDEF | 90   | homekitDefaultDuration=300 | 90",
                "D 600   |      | homekitDefaultDuration=300 | 600",
                "D 0     |      | homekitDefaultDuration=-5  | 0",
                "D 0     |      | homekitDefaultDuration=bad | 0",
                "D 0     |      | homekitDefaultDuration=0   | 0",
                "D 0     |      | homekitDefaultDuration=9000 | 3600",
                "D 0     |      | homekitDefaultDuration=9000;maxValue=7200 | 7200",
                "D 2 h   |      | maxValue=7200              | 7200",
            })
    void whatWasWrittenCountsFirstThenItsItemThenTheUsual(String state, Long written, String options, long seconds) {
        Optional<Value> wish = Optional.ofNullable(written).map(Value::of);
        assertEquals(seconds, new ValveTimer(valve("", options).check(state)).seconds(wish));
    }

    @Test
    void itIsAsLongAsPeopleAllow() {
        assertEquals(3600, new ValveTimer(valve("", "")).longest());
        assertEquals(7200, new ValveTimer(valve("", "maxValue=2 h")).longest());
        assertEquals(600, new ValveTimer(valve("", "maxValue=600")).longest());
        BehaviourTester<?> alone =
                BehaviourTester.of(new Valve()).with("V", "Switch", "ActiveStatus", "homekitDefaultDuration=9000");
        assertEquals(9000, new ValveTimer(alone).longest());
    }
}
