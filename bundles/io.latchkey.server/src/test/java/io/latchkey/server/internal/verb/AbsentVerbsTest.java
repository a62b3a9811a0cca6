// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.Absence.Cause;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people see and can do about what isn't there. */
class AbsentVerbsTest {
    private final VerbRig office = new VerbRig();
    private final PruneVerb prune = new PruneVerb(office, office);
    private final AdoptVerb adopt = new AdoptVerb(office, office);

    private static AbsentAccessory absent(String bridge, String key, Optional<String> hindrance, String... parts) {
        return new AbsentAccessory(
                bridge,
                "items",
                key,
                "Desk lamp",
                Optional.empty(),
                new Absence(Cause.MISSING, "item Desk_Lamp isn't there"),
                Instant.EPOCH,
                List.of(parts),
                hindrance,
                parts.length == 0 ? Optional.of("local:Table_Lamp") : Optional.empty());
    }

    private static String text(VerbResult result) {
        Output last = result.outputs().get(result.outputs().size() - 1);
        return ((Output.Text) last).text();
    }

    @Test
    void absentSaysWhatWhyAndWhatCouldTakeThePlace() {
        office.absent = List.of(
                absent("home", "local:Desk_Lamp", Optional.empty()),
                absent("home", "local:TV", Optional.empty(), "Input:HDMI"));
        VerbResult result = new AbsentVerb(office).run(List.of());
        List<List<String>> rows = ((Output.Table) result.outputs().get(0)).rows();
        assertEquals("local:Desk_Lamp", rows.get(0).get(1));
        assertEquals("item Desk_Lamp isn't there", rows.get(0).get(4));
        assertEquals("Input:HDMI", rows.get(1).get(5));
        assertTrue(text(result).endsWith("adopt local:Desk_Lamp local:Table_Lamp"));
        assertEquals(1, new AbsentVerb(office).run(List.of("cellar")).status());
    }

    @Test
    void pruneShowsFirstAndTakesOnlyWhenItIsTold() {
        office.absent = List.of(absent("home", "local:TV", Optional.empty(), "Input:HDMI"));
        assertTrue(text(prune.run(List.of("TV"))).contains("rooms, scenes and automations"));
        assertEquals(List.of(), office.done);
        assertEquals(0, prune.run(List.of("TV", "--apply")).status());
        assertEquals(List.of("prune home [local:TV]"), office.done);
    }

    @Test
    void halfOfABridgeGoesOnlyWhenTheBridgeIsNamed() {
        office.absent = List.of(absent("home", "local:Desk_Lamp", Optional.empty()));
        VerbResult refused = prune.run(List.of("local:Desk_Lamp", "--apply"));
        assertEquals(1, refused.status());
        assertTrue(text(refused).contains("--bridge home"));
        assertEquals(1, prune.run(List.of("--bridge", "cellar", "--apply")).status());
        assertEquals(
                1,
                prune.run(List.of("Desk_Lamp", "--bridge", "attic", "--apply")).status());
        assertEquals(List.of(), office.done);
        assertEquals(
                0,
                prune.run(List.of("Desk_Lamp", "--bridge", "home", "--apply")).status());
        assertEquals(0, prune.run(List.of("--bridge", "home", "--apply")).status());
        assertEquals(List.of("prune home [local:Desk_Lamp]", "prune home [local:Desk_Lamp]"), office.done);
    }

    @Test
    void nothingGoesWhileItsHostMayComeBack() {
        office.absent = List.of(
                absent("home", "a", Optional.empty()), absent("home", "b", Optional.of("its host isn't ready")));
        VerbResult refused = prune.run(List.of("--bridge", "home", "--apply"));
        assertEquals(1, refused.status());
        assertEquals("b can't be pruned: its host isn't ready", text(refused));
        assertEquals(List.of(), office.done);
    }

    @Test
    void whoTypesItWrongIsToldHowItIsRight() {
        office.absent = List.of(absent("home", "local:Desk_Lamp", Optional.empty()));
        assertTrue(text(prune.run(List.of())).startsWith("Usage: prune"));
        assertTrue(text(prune.run(List.of("--all"))).startsWith("Usage: prune"));
        assertTrue(text(prune.run(List.of("Lamp"))).contains("see absent"));
        assertTrue(text(adopt.run(List.of("Desk_Lamp"))).startsWith("Usage: adopt"));
        assertTrue(text(adopt.run(List.of("Lamp", "lamp"))).contains("see absent"));
        assertTrue(text(adopt.run(List.of("Desk_Lamp", "nobody"))).contains("see accessories"));
    }

    @Test
    void adoptSaysWhatItDoesAndDoesItWhenItIsTold() {
        office.absent = List.of(absent("home", "local:Desk_Lamp", Optional.empty()));
        office.present = true;
        assertTrue(text(adopt.run(List.of("Desk_Lamp", "lamp"))).contains("--apply"));
        assertEquals(List.of(), office.done);
        assertEquals(0, adopt.run(List.of("Desk_Lamp", "lamp", "--apply")).status());
        assertEquals(List.of("adopt local:Desk_Lamp lamp"), office.done);
    }

    @Test
    void keysAndBridgesAreCompleted() {
        office.absent = List.of(absent("home", "local:Desk_Lamp", Optional.empty()));
        office.present = true;
        assertEquals(List.of("local:Desk_Lamp"), prune.complete(List.of("")));
        assertEquals(List.of("attic", "home"), prune.complete(List.of("--bridge", "")));
        assertEquals(List.of("local:Desk_Lamp"), adopt.complete(List.of("")));
        assertEquals(List.of("lamp", "lamp"), adopt.complete(List.of("local:Desk_Lamp", "")));
    }
}
