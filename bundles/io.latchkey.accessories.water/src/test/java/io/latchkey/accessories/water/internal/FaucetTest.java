// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;

/** A faucet and what belongs to it. */
class FaucetTest {
    private static BehaviourTester<?> faucet(String kind) {
        return BehaviourTester.of(new Faucet())
                .with("F", kind, "Active", "")
                .linked("Hot", new Valve(), "Switch")
                .linked("Cold", new Valve(), "Dimmer");
    }

    @Test
    void aFaucetThatIsSwitchedOffSwitchesOffWhatIsOn() {
        faucet("Switch")
                .check(
                        "F ON              |                          | Active=1",
                        "Hot ActiveStatus=1 |                         | Active=1",
                        "Cold ActiveStatus=0 |                        |",
                        "write Active=0    | F OFF, Hot OFF           |",
                        "Cold ActiveStatus=1 |                        |",
                        "write Active=0    | F OFF, Hot OFF, Cold OFF |",
                        "write Active=1    | F ON                     |",
                        "F OFF             |                          | Active=0");
    }

    @Test
    void whatCantBeToldIsRefusedAndTheWaterStoppedAllTheSame() {
        faucet("Contact").check("Hot ActiveStatus=1 | |", "write Active=0 | Hot OFF, !READ_ONLY |");
    }
}
