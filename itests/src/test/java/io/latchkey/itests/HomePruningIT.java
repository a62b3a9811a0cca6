// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.verb.VerbResult;
import io.latchkey.itests.wire.Accessories;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people prune, keep for a while or give to a renamed item. */
class HomePruningIT extends LeavingHome {
    @Test
    void somebodyPrunes() throws Exception {
        home = WatchedHome.ofOpenhab("pruned", OTHERS + DESK);
        home.openhab().load(OTHERS);
        home.pass(LONG);
        VerbResult absent = Verbs.run(home.runtime(), "absent");
        assertTrue(Verbs.text(absent).contains("Desk"), Verbs.text(absent));
        VerbResult shown = Verbs.run(home.runtime(), "prune", "Desk");
        assertEquals(0, shown.status(), Verbs.text(shown));
        home.pass(LONG);
        home.watch().allow(AccessoryIds.ofItems("Desk"));
        VerbResult done = Verbs.run(home.runtime(), "prune", "Desk", "--apply");
        assertEquals(0, done.status(), Verbs.text(done));
        Eventually.until(PATIENCE, "it to leave", () -> home.watch().look() && !isShown("Desk Lamp", NAME));
        home.learn();
        home.pass(LONG);
    }

    @Test
    void nothingIsPrunedWhileTheHostIsNotReady() throws Exception {
        home = WatchedHome.ofOpenhab("unready", OTHERS + DESK);
        home.openhab().load(OTHERS);
        home.stop();
        home.start(Set.of());
        home.openhab().load(OTHERS);
        home.status();
        VerbResult refused = Verbs.run(home.runtime(), "prune", "Desk", "--apply");
        assertEquals(1, refused.status(), Verbs.text(refused));
        home.pass(LONG);
    }

    @Test
    void somebodyHasSetHowLongAbsentOnesAreKept() throws Exception {
        home = WatchedHome.ofOpenhab("kept", OTHERS + DESK, Map.of("keepAbsent", 24));
        home.openhab().load(OTHERS);
        staysThenLeaves("Desk Lamp", Duration.ofHours(23), Duration.ofHours(2), "Desk");
    }

    @Test
    void aRenamedItemIsAdopted() throws Exception {
        home = WatchedHome.ofOpenhab("renamed", OTHERS);
        add(() -> home.openhab().makeItem(DESK), 3);
        String lamp = Accessories.find(home.watch().home(), "Desk Lamp", ON);
        home.openhab().deleteItem("Desk");
        home.watch().allowNew();
        home.openhab().makeItem(DESK.replace("Switch Desk", "Switch Table"));
        home.awaitPresent("openhab:Table");
        VerbResult done = Verbs.run(home.runtime(), "adopt", "Desk", "Table", "--apply");
        assertEquals(0, done.status(), Verbs.text(done));
        home.awaitAttached(3);
        home.learn();
        assertEquals(lamp, Accessories.find(home.watch().home(), "Desk Lamp", ON));
        home.watch().talk(session -> session.put(lamp, "value", "true"));
        Eventually.until(
                PATIENCE, "the lamp", () -> home.openhab().state("Table").equals("ON"));
        home.pass(LONG);
    }
}
