// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import static io.latchkey.server.internal.database.KeeperRig.PROVIDER;
import static io.latchkey.server.internal.database.KeeperRig.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.provider.Absence.Cause;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How long an absent accessory is waited for and kept, and when it may be pruned. */
class AbsentAccessoryTest {
    private final KeeperRig rig = new KeeperRig();

    @Test
    void absentOnesAreWaitedForUntilTheirProviderHasToldAll() {
        rig.remembered("Lamp");
        assertEquals(Presence.AWAITED, rig.offer("Lamp").absent());
        rig.keeper.join(PROVIDER, rig.owner);
        rig.pass(Duration.ofHours(1));
        assertEquals(Presence.AWAITED, rig.offer("Lamp").absent(), "its host may be slow");
        rig.keeper.complete(rig.owner, PROVIDER, rig.now());
        assertEquals(Presence.ABSENT, rig.offer("Lamp").absent());
        assertEquals(
                Cause.MISSING,
                rig.keeper.all().get(0).absence().orElseThrow().why().cause());
    }

    @Test
    void aProviderThatDoesNotComeIsWaitedForThirtySecondsOnly() {
        rig.remembered("Lamp");
        rig.pass(Duration.ofSeconds(30));
        assertEquals(Presence.ABSENT, rig.offer("Lamp").absent());
    }

    @Test
    void onlyTimeInWhichItCouldHaveBeenThereIsCounted() {
        Duration hour = Duration.ofHours(1);
        rig.put("Lamp", "Other");
        rig.absent(Cause.MISSING, "Lamp");
        rig.keeper.count(rig.now(), hour);
        rig.pass(Duration.ofMinutes(59));
        assertFalse(rig.keeper.count(rig.now(), hour));
        rig.absent(Cause.HOST_AWAY, "Lamp");
        rig.pass(Duration.ofHours(5));
        assertFalse(rig.keeper.count(rig.now(), hour), "its host was away");
        rig.absent(Cause.MISSING, "Lamp");
        rig.absent(Cause.MISSING, "Other");
        rig.pass(Duration.ofHours(5));
        assertFalse(rig.keeper.count(rig.now(), hour), "nothing of its host was there");
        rig.put("Other");
        rig.pass(Duration.ofMinutes(1));
        assertTrue(rig.keeper.count(rig.now(), hour));
        assertEquals(Set.of("Other"), rig.shown());
    }

    @Test
    void zeroHoursAreForEver() {
        rig.put("Lamp", "Other");
        rig.absent(Cause.MISSING, "Lamp");
        for (int day = 0; day < 1000; day++) {
            rig.pass(Duration.ofDays(1));
            assertFalse(rig.keeper.count(rig.now(), Duration.ZERO));
        }
        assertEquals(
                Duration.ofDays(1000),
                rig.keeper.all().get(0).absence().orElseThrow().counted());
    }

    @Test
    void nobodyPrunesWhatMayBeComingUp() {
        rig.remembered("Lamp");
        rig.keeper.join(PROVIDER, rig.owner);
        assertTrue(rig.keeper.hindrance(key("Lamp"), rig.now()).isPresent());
        rig.keeper.complete(rig.owner, PROVIDER, rig.now());
        assertEquals(Optional.empty(), rig.keeper.hindrance(key("Lamp"), rig.now()));
        rig.absent(Cause.HOST_AWAY, "Lamp");
        rig.pass(Duration.ofMinutes(59));
        assertTrue(rig.keeper.hindrance(key("Lamp"), rig.now()).isPresent());
        rig.pass(Duration.ofMinutes(1));
        assertEquals(Optional.empty(), rig.keeper.hindrance(key("Lamp"), rig.now()), "that host isn't coming up");
        rig.put("Lamp");
        assertEquals(Optional.of("it is there"), rig.keeper.hindrance(key("Lamp"), rig.now()));
    }
}
