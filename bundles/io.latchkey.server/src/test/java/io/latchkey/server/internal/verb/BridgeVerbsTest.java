// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people see and can do at a console. */
class BridgeVerbsTest {
    private final VerbRig office = new VerbRig();

    private static Output.Table table(VerbResult result) {
        assertEquals(0, result.status());
        return (Output.Table) result.outputs().get(0);
    }

    private static String text(VerbResult result) {
        return ((Output.Text) result.outputs().get(0)).text();
    }

    @Test
    void bridgesShowsAllAndTheirProblems() {
        VerbResult result = new BridgesVerb(office).run(List.of());
        assertEquals(
                List.of("home", "My home", "ready", "127.0.0.1:21000", "11:22:33:44:55:66", "0", "1", "1", "7"),
                table(result).rows().get(1));
        assertEquals("*:21001", table(result).rows().get(0).get(3));
        assertEquals(new Output.Text("attic: too many lamps"), result.outputs().get(1));
        assertEquals(1, new BridgesVerb(office).run(List.of("home")).status());
    }

    @Test
    void accessoriesShowsIdsAndKeys() {
        Output.Table table = table(new AccessoriesVerb(office).run(List.of("home")));
        assertEquals(
                List.of(List.of("home", "2", "Lamp", "Lightbulb, Battery", "items", "lamp", "away")), table.rows());
        assertEquals(2, table(new AccessoriesVerb(office).run(List.of())).rows().size());
    }

    @Test
    void sessionsShowsWhoIsThere() {
        assertEquals(
                List.of("home", "5", "127.0.0.1:40000", "not verified", "1970-01-01T00:00:00Z", "3"),
                table(new SessionsVerb(office).run(List.of("home"))).rows().get(0));
    }

    @Test
    void pairingsShowsAndRemoves() {
        PairingsVerb verb = new PairingsVerb(office, office);
        assertEquals(
                List.of(List.of("attic", "PHONE", "admin", "2")),
                table(verb.run(List.of())).rows());
        assertEquals(0, verb.run(List.of("attic", "remove", "PHONE")).status());
        assertEquals(List.of("remove attic PHONE"), office.done);
        assertEquals(1, verb.run(List.of("attic", "remove", "OTHER")).status());
        assertEquals(1, verb.run(List.of("cellar", "remove", "PHONE")).status());
        assertEquals(1, verb.run(List.of("attic", "forget", "PHONE")).status());
    }

    @Test
    void qrShowsTheCodeWhereThereIsOne() {
        VerbResult result = new QrVerb(office).run(List.of("home"));
        assertTrue(text(result).contains("482-61-937"));
        assertTrue(((Output.Qr) result.outputs().get(1)).payload().startsWith("X-HM://"));
        VerbResult paired = new QrVerb(office).run(List.of("attic"));
        assertEquals(1, paired.outputs().size());
        assertTrue(text(paired).contains("is paired"));
        assertEquals(3, new QrVerb(office).run(List.of()).outputs().size());
    }

    @Test
    void resetWantsTheBridgeNamed() {
        ResetVerb verb = new ResetVerb(office, office);
        assertEquals(1, verb.run(List.of()).status());
        assertEquals(1, verb.run(List.of("cellar")).status());
        assertEquals(List.of(), office.done);
        assertEquals(0, verb.run(List.of("home")).status());
        assertEquals(List.of("reset home"), office.done);
    }

    @Test
    void purgeWantsTheBridgeNamedAndSaysWhyNot() {
        PurgeVerb verb = new PurgeVerb(office, office);
        assertEquals(1, verb.run(List.of()).status());
        assertEquals(List.of(), verb.complete(List.of("")));
        assertEquals(0, verb.run(List.of("cellar")).status());
        assertEquals(List.of("purge cellar"), office.done);
        office.trouble = Optional.of(new IllegalStateException("bridge home runs"));
        assertEquals("Not done: bridge home runs", text(verb.run(List.of("home"))));
    }

    @Test
    void whatFailsIsToldInPlainWords() {
        office.trouble = Optional.of(new IllegalStateException("the disk is full"));
        VerbResult result = new ResetVerb(office, office).run(List.of("home"));
        assertEquals(1, result.status());
        assertEquals("Not done: the disk is full", text(result));
    }

    @Test
    void withoutBridgesPeopleAreToldHowToMakeOne() {
        office.empty = true;
        assertTrue(text(new AccessoriesVerb(office).run(List.of())).contains("io.latchkey.bridge"));
        assertTrue(text(new QrVerb(office).run(List.of("x"))).contains("no bridge x"));
        assertEquals(1, new SessionsVerb(office).run(List.of("a", "b")).status());
    }

    @Test
    void bridgesAndControllersAreCompleted() {
        PairingsVerb verb = new PairingsVerb(office, office);
        assertEquals(List.of("attic", "home"), verb.complete(List.of("")));
        assertEquals(List.of("remove"), verb.complete(List.of("attic", "")));
        assertEquals(List.of("PHONE"), verb.complete(List.of("attic", "remove", "")));
        assertEquals(List.of(), new BridgesVerb(office).complete(List.of("")));
        assertEquals(List.of(), new QrVerb(office).complete(List.of("home", "")));
    }

    @Test
    void everyVerbSaysWhatItIs() {
        List<Verb> verbs = List.of(
                new BridgesVerb(office),
                new AbsentVerb(office),
                new PruneVerb(office, office),
                new AdoptVerb(office, office),
                new AccessoriesVerb(office),
                new PairingsVerb(office, office),
                new SessionsVerb(office),
                new QrVerb(office),
                new ResetVerb(office, office),
                new PurgeVerb(office, office));
        assertEquals(
                List.of(
                        "bridges",
                        "absent",
                        "prune",
                        "adopt",
                        "accessories",
                        "pairings",
                        "sessions",
                        "qr",
                        "reset",
                        "purge"),
                verbs.stream().map(Verb::name).toList());
        verbs.forEach(verb -> assertFalse(verb.description().isBlank()));
        assertEquals(
                List.of(
                        "",
                        "[BRIDGE]",
                        "ITEM...|--bridge BRIDGE [--apply]",
                        "OLD NEW [--apply]",
                        "[BRIDGE]",
                        "[BRIDGE [remove CONTROLLER]]",
                        "[BRIDGE]",
                        "[BRIDGE]",
                        "BRIDGE",
                        "BRIDGE"),
                verbs.stream().map(Verb::usage).toList());
    }
}
