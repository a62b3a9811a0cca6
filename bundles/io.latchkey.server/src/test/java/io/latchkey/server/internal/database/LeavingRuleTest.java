// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import static io.latchkey.server.internal.database.KeeperRig.key;
import static io.latchkey.server.internal.database.KeeperRig.lamps;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.provider.Absence.Cause;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many accessories that leave at once: half of a bridge is taken for a mistake. */
class LeavingRuleTest {
    private final KeeperRig rig = new KeeperRig();

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"UNASKED", "WITHDRAWN", "DELETED"})
    void halfOfABridgeDoesNotLeaveAtOnce(Cause cause) {
        rig.put(lamps(0, 22));
        rig.absent(cause, lamps(0, 11));
        assertEquals(11, rig.keeper.settle(rig.now(), key -> 0).size());
        rig.pass(Duration.ofDays(1));
        assertEquals(22, rig.shown().size());
        rig.absent(Cause.DELETED, "Lamp 0");
        rig.pass(Duration.ofDays(1));
        assertEquals(22, rig.shown().size(), "only pruning takes it now");
        rig.keeper.prune(key("Lamp 0"));
        assertEquals(21, rig.shown().size());
    }

    @Test
    void whatFollowsAMistakeIsPartOfIt() {
        rig.put(lamps(0, 22));
        rig.absent(Cause.DELETED, lamps(0, 11));
        rig.pass(Duration.ofMinutes(10));
        rig.absent(Cause.DELETED, lamps(11, 19));
        rig.pass(Duration.ofDays(1));
        assertEquals(22, rig.shown().size());
        rig.put(lamps(0, 19));
        rig.absent(Cause.DELETED, "Lamp 3");
        rig.pass(Duration.ofDays(1));
        assertEquals(21, rig.shown().size(), "it is over when they are back");
    }

    @Test
    void tenOrLessThanHalfLeaveAsTheyWereTold() {
        rig.put(lamps(0, 10));
        rig.absent(Cause.WITHDRAWN, lamps(0, 10));
        assertEquals(Set.of(), rig.shown());
        rig.pass(Duration.ofSeconds(61));
        rig.put(lamps(0, 23));
        rig.absent(Cause.WITHDRAWN, lamps(0, 11));
        assertEquals(12, rig.shown().size());
    }

    @Test
    void whatLeavesOneAfterTheOtherWithinAMinuteCountsTogether() {
        rig.put(lamps(0, 20));
        for (int i = 0; i < 10; i++) {
            rig.absent(Cause.WITHDRAWN, "Lamp " + i);
            assertEquals(19 - i, rig.shown().size());
            rig.pass(Duration.ofSeconds(5));
        }
        rig.absent(Cause.WITHDRAWN, "Lamp 10");
        assertEquals(10, rig.shown().size(), "the eleventh stays");
        rig.pass(Duration.ofSeconds(61));
        rig.absent(Cause.WITHDRAWN, "Lamp 11");
        assertEquals(9, rig.shown().size());
    }

    @Test
    void eachBridgeIsLookedAtByItself() {
        rig.put(lamps(0, 100));
        rig.absent(Cause.WITHDRAWN, lamps(0, 12));
        rig.keeper.settle(rig.now(), key -> Integer.parseInt(key.accessory().substring(5)) < 20 ? 1 : 0);
        assertEquals(100, rig.keeper.offers(rig.now()).size());
    }
}
