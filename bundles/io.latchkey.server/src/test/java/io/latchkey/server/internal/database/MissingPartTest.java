// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import static io.latchkey.server.internal.database.KeeperRig.key;
import static io.latchkey.server.internal.database.KeeperRig.of;
import static io.latchkey.server.internal.database.KeeperRig.part;
import static io.latchkey.server.internal.database.KeeperRig.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.MissingParts;
import io.latchkey.api.model.Service;
import io.latchkey.server.internal.fake.LampAccessory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An accessory of which a part is missing. */
class MissingPartTest {
    private final KeeperRig rig = new KeeperRig();

    @Test
    void missingPartsFollowTheRuleOfTheirDefinition() {
        rig.keeper.put(rig.owner, key("Lamp"), whole("Lamp", MissingParts.KEEP), rig.now());
        rig.keeper.put(rig.owner, key("Lamp"), part("Lamp", MissingParts.KEEP), rig.now());
        rig.pass(Duration.ofDays(1));
        rig.shown();
        assertEquals(Set.of("Lightbulb/8"), rig.offer("Lamp").merged().missing());
        rig.keeper.put(rig.owner, key("Lamp"), part("Lamp", MissingParts.REMOVE_LATER), rig.now());
        rig.pass(Duration.ofSeconds(29));
        rig.shown();
        assertEquals(Set.of("Lightbulb/8"), rig.offer("Lamp").merged().missing());
        rig.keeper.put(rig.owner, key("Lamp"), part("Lamp", MissingParts.REMOVE_LATER), rig.now());
        rig.pass(Duration.ofSeconds(1));
        rig.shown();
        assertEquals(Set.of(), rig.offer("Lamp").merged().missing());
        assertEquals(
                1,
                rig.offer("Lamp")
                        .accessory()
                        .services()
                        .get(0)
                        .characteristics()
                        .size());
    }

    @Test
    void aPartThatWasNeverThereInThisRunStaysUntilItIsPrunedOrDenied() {
        rig.remembered("Lamp");
        rig.keeper.put(rig.owner, key("Lamp"), part("Lamp", MissingParts.REMOVE_LATER), rig.now());
        rig.pass(Duration.ofDays(1));
        rig.shown();
        assertEquals(Set.of("Lightbulb/8"), rig.offer("Lamp").merged().missing());
        rig.keeper.prune(key("Lamp"));
        assertTrue(rig.offer("Lamp").isThere());
        assertEquals(Set.of(), rig.offer("Lamp").merged().missing());
        rig.remembered("Other");
        rig.keeper.put(rig.owner, key("Other"), part("Other", MissingParts.REMOVE), rig.now());
        assertEquals(Set.of(), rig.offer("Other").merged().missing());
    }

    @Test
    void aPartThatIsBackIsWholeAgain() {
        rig.keeper.put(rig.owner, key("Lamp"), whole("Lamp", MissingParts.KEEP), rig.now());
        rig.keeper.put(rig.owner, key("Lamp"), part("Lamp", MissingParts.REMOVE_LATER), rig.now());
        rig.pass(Duration.ofSeconds(20));
        rig.keeper.put(rig.owner, key("Lamp"), whole("Lamp", MissingParts.REMOVE_LATER), rig.now());
        rig.pass(Duration.ofDays(1));
        rig.shown();
        assertEquals(Set.of(), rig.offer("Lamp").merged().absent());
        assertTrue(rig.keeper.nextLeaving().isEmpty());
    }

    @Test
    void whatNobodyCanShowLeavesTheRememberedOneAbsent() {
        rig.remembered("Lamp");
        List<Service> tall = IntStream.range(0, 100)
                .mapToObj(i -> Service.of(new LampAccessory("x")
                                .accessory()
                                .services()
                                .get(0)
                                .type())
                        .key("s" + i)
                        .with(new LampAccessory("x").onDefinition())
                        .build())
                .toList();
        rig.keeper.put(rig.owner, key("Lamp"), of("Lamp", tall, MissingParts.REMOVE), rig.now());
        assertFalse(rig.offer("Lamp").isThere());
        assertEquals(1, rig.offer("Lamp").accessory().services().size());
    }
}
