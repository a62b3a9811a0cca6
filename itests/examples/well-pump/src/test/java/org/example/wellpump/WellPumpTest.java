// SPDX-License-Identifier: EPL-2.0
package org.example.wellpump;

import io.latchkey.api.testing.BehaviourTester;
import io.latchkey.api.testing.TypeRules;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WellPumpTest {
    private final BehaviourTester<?> well = BehaviourTester.of(new WellPump())
            .with("Motor", "Switch", "Pump", "")
            .with("Float", "Contact", "Water", "inverted=true");

    @Test
    void aPumpThatRunsDryIsStopped() {
        well.check(
                "Float CLOSED    |           | Water=true",
                "write Pump=true | Motor ON  |",
                "Motor ON        |           | Pump=true",
                "Float OPEN      |           | Water=false | 5",
                "wait            | Motor OFF |",
                "Motor OFF       |           | Pump=false");
    }

    @Test
    void waterThatComesBackInTimeChangesNothing() {
        well.check("Float CLOSED |", "Motor ON |", "Float OPEN | | | 5");
        well.pass(3).check("Float CLOSED |", "wait |", "Float OPEN | | | 5");
    }

    @Test
    void aDryPumpIsNotStarted() {
        well.check(
                "Float OPEN |", "write Pump=true | !NOT_ALLOWED_IN_CURRENT_STATE |", "write Pump=false | Motor OFF |");
    }

    @Test
    void whateverComesInWhateverOrder() {
        TypeRules.isWhole(new WellPump());
        well.runAtRandom(new Random(1), 1000);
    }
}
