// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import static io.latchkey.server.internal.database.KeeperRig.PROVIDER;
import static io.latchkey.server.internal.database.KeeperRig.key;
import static io.latchkey.server.internal.database.KeeperRig.lamp;
import static io.latchkey.server.internal.database.KeeperRig.lamps;
import static io.latchkey.server.internal.database.KeeperRig.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.MissingParts;
import io.latchkey.api.provider.Absence.Cause;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When an accessory leaves, and when it does not. */
class AccessoryKeeperTest {
    private final KeeperRig rig = new KeeperRig();

    @ParameterizedTest
    @CsvSource({"UNASKED, 29, 30", "WITHDRAWN, -1, 0", "DELETED, 59, 60"})
    void whatWasThereLeavesOnSomebodysWordWhenItsTimeIsOver(Cause cause, int stays, int gone) {
        rig.put("Lamp");
        rig.absent(cause, "Lamp");
        if (stays >= 0) {
            rig.pass(Duration.ofSeconds(stays));
            assertEquals(Set.of("Lamp"), rig.shown());
        }
        rig.pass(Duration.ofSeconds(gone - Math.max(stays, 0)));
        assertEquals(Set.of(), rig.shown());
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"HOST_AWAY", "MISSING"})
    void whatMayComeBackStays(Cause cause) {
        rig.put("Lamp");
        rig.absent(cause, "Lamp");
        rig.pass(Duration.ofDays(1000));
        assertEquals(Set.of("Lamp"), rig.shown());
    }

    @ParameterizedTest
    @CsvSource({"UNASKED, true", "WITHDRAWN, false", "DELETED, false", "MISSING, true", "HOST_AWAY, true"})
    void whatWasNeverThereInThisRunStaysUnlessAWordWasHeardInIt(Cause cause, boolean stays) {
        rig.remembered("Lamp");
        rig.absent(cause, "Lamp");
        rig.pass(Duration.ofHours(1));
        assertEquals(stays ? Set.of("Lamp") : Set.of(), rig.shown());
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"UNASKED", "DELETED"})
    void whatComesBackInTimeWasNeverAway(Cause cause) {
        rig.put("Lamp");
        rig.absent(cause, "Lamp");
        rig.pass(Duration.ofSeconds(29));
        rig.put("Lamp");
        rig.pass(Duration.ofDays(1));
        assertEquals(Set.of("Lamp"), rig.shown());
        assertTrue(rig.offer("Lamp").isThere());
    }

    @Test
    void anotherCauseStopsTheTimeAndTheFirstAgainBeginsItAnew() {
        rig.put("Lamp");
        rig.absent(Cause.UNASKED, "Lamp");
        rig.pass(Duration.ofSeconds(29));
        rig.absent(Cause.MISSING, "Lamp");
        rig.pass(Duration.ofHours(1));
        rig.absent(Cause.UNASKED, "Lamp");
        rig.pass(Duration.ofSeconds(29));
        assertEquals(Set.of("Lamp"), rig.shown());
        rig.absent(Cause.UNASKED, "Lamp");
        rig.pass(Duration.ofSeconds(1));
        assertEquals(Set.of(), rig.shown(), "saying it once more doesn't begin it anew");
    }

    @Test
    void aProviderThatLeavesStopsTheTime() {
        rig.keeper.join(PROVIDER, rig.owner);
        rig.put("Lamp", "Other");
        rig.absent(Cause.DELETED, "Lamp");
        rig.keeper.leave(rig.owner, PROVIDER, rig.now());
        rig.pass(Duration.ofDays(1));
        assertEquals(Set.of("Lamp", "Other"), rig.shown());
        assertFalse(rig.offer("Other").isThere());
    }

    @Test
    void removingWorksForWhatWasNeverPut() {
        rig.remembered("Lamp");
        assertTrue(rig.keeper.remove(rig.owner, key("Lamp")));
        assertEquals(Set.of(), rig.shown());
        assertFalse(rig.keeper.remove(rig.owner, key("Lamp")));
    }

    @Test
    void ofTwoOwnersTheOneWhoHasPutItDecides() {
        Object updated = new Object();
        rig.put("Lamp");
        rig.keeper.put(updated, key("Lamp"), lamp("Lamp"), rig.now());
        rig.absent(Cause.WITHDRAWN, "Lamp");
        assertFalse(rig.keeper.remove(rig.owner, key("Lamp")));
        rig.keeper.leave(rig.owner, PROVIDER, rig.now());
        assertEquals(Set.of("Lamp"), rig.shown());
        assertTrue(rig.offer("Lamp").isThere());
    }

    /** Whatever happens, what was never deleted, unasked, withdrawn or removed is shown. */
    @Property(tries = 300)
    void nothingIsLostWithoutAWord(@ForAll @Size(max = 60) List<@IntRange(max = 8 * 5 - 1) Integer> events) {
        KeeperRig rig = new KeeperRig();
        Set<String> expected = new HashSet<>(Set.of(lamps(0, 2)));
        rig.remembered(lamps(0, 2));
        for (int event : events) {
            String lamp = "Lamp " + event % 5;
            boolean known = expected.contains(lamp);
            switch (event / 5) {
                case 0 -> {
                    rig.put(lamp);
                    expected.add(lamp);
                }
                case 1 -> rig.absent(Cause.MISSING, lamp);
                case 2 -> rig.absent(Cause.HOST_AWAY, lamp);
                case 3 -> rig.keeper.leave(rig.owner, PROVIDER, rig.now());
                case 4 -> rig.keeper.complete(rig.owner, PROVIDER, rig.now());
                case 5 -> rig.keeper.join(PROVIDER, rig.owner);
                case 6 -> rig.pass(Duration.ofMinutes(2));
                default -> {
                    if (known) {
                        rig.keeper.put(rig.owner, key(lamp), part(lamp, MissingParts.KEEP), rig.now());
                    }
                }
            }
            assertEquals(expected, rig.shown());
            rig.keeper
                    .offers(rig.now())
                    .forEach(each -> assertEquals(
                            2,
                            each.accessory().services().get(0).characteristics().size(),
                            "no part is lost either"));
        }
    }
}
