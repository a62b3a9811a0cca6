// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import static io.latchkey.accessories.controls.internal.ControlTypes.role;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When an outlet is in use. */
class OutletTest {
    @Test
    void anOutletWithoutAMeterIsAlwaysInUse() {
        Role inUse = role(new Outlet(), "InUseStatus");
        assertEquals(Optional.of(Value.TRUE), inUse.preset());
        assertTrue(inUse.isRequired());
        BehaviourTester.of(new Outlet())
                .with("S", "Switch", "OnState", "")
                .check("S OFF | | OnState=false InUseStatus=true", "write OnState=true | S ON |");
    }

    @Test
    void anOutletWithAMeterIsInUseWhileItDraws() {
        BehaviourTester.of(new Outlet())
                .with("S", "Switch", "OnState", "")
                .with("P", "Number", "Power", "")
                .check(
                        "S ON    | | OnState=true InUseStatus=true",
                        "P 1     | | InUseStatus=false",
                        "P 1.1   | | InUseStatus=true",
                        "P UNDEF | | InUseStatus=true");
        BehaviourTester.of(new Outlet())
                .with("P", "Number", "Power", "inUseAbove=7.5")
                .check("P 7 W | | InUseStatus=false", "P 8 W | | InUseStatus=true");
    }

    @Test
    void anItemForTheUseOfAnOutletCountsMoreThanTheMeter() {
        BehaviourTester.of(new Outlet())
                .with("S", "Switch", "OnState", "")
                .with("U", "Contact", "InUseStatus", "")
                .with("P", "Number", "Power", "")
                .check(
                        "U CLOSED | | InUseStatus=false",
                        "P 40 | | InUseStatus=false",
                        "U OPEN | | InUseStatus=true",
                        "P 0 | | InUseStatus=true");
    }

    @Test
    void theMeterKnowsMoreThanTheSwitch() {
        BehaviourTester.of(new Outlet())
                .with("S", "Switch", "OnState InUseStatus", "")
                .with("P", "Number", "Power", "")
                .check("S ON | | InUseStatus=true", "P 0 | | InUseStatus=false OnState=true");
    }
}
