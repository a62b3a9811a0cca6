// SPDX-License-Identifier: EPL-2.0
package org.example.wellpump;

import io.latchkey.api.testing.Rehearsal;
import io.latchkey.api.testing.TypeRules;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WellPumpTest {
    private final Rehearsal<?> well = Rehearsal.of(new WellPump())
            .with("Motor", "Switch", "Pump", "")
            .with("Float", "Contact", "Water", "inverted=true");

    @Test
    void aPumpThatRunsDryIsStopped() {
        well.play(
                "Float CLOSED    |           | Water=true",
                "write Pump=true | Motor ON  |",
                "Motor ON        |           | Pump=true",
                "Float OPEN      |           | Water=false | 5",
                "wait            | Motor OFF |",
                "Motor OFF       |           | Pump=false");
    }

    @Test
    void waterThatComesBackInTimeChangesNothing() {
        well.play("Float CLOSED |", "Motor ON |", "Float OPEN | | | 5");
        well.pass(3).play("Float CLOSED |", "wait |", "Float OPEN | | | 5");
    }

    @Test
    void aDryPumpIsNotStarted() {
        well.play(
                "Float OPEN |", "write Pump=true | !NOT_ALLOWED_IN_CURRENT_STATE |", "write Pump=false | Motor OFF |");
    }

    @Test
    void whateverComesInWhateverOrder() {
        TypeRules.isWhole(new WellPump());
        well.improvise(new Random(1), 1000);
    }
}
