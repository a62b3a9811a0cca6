// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.itests.wire.Accessories;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each way in which somebody takes something out of a home, and not before its time. */
class HomeLeavesOnWordIT extends LeavingHome {
    @Test
    void anItemIsDeletedInTheUserInterface() throws Exception {
        home = WatchedHome.ofOpenhab("deleted", OTHERS);
        add(() -> home.openhab().makeItem(DESK), 3);
        home.openhab().deleteItem("Desk");
        staysThenLeaves("Desk Lamp", Duration.ofSeconds(50), Duration.ofSeconds(15), "Desk");
        home.openhab().makeItem(DESK);
        home.awaitAttached(3);
    }

    @Test
    void aDeletedItemComesBackInTime() throws Exception {
        home = WatchedHome.ofOpenhab("undone", OTHERS);
        add(() -> home.openhab().makeItem(DESK), 3);
        home.openhab().deleteItem("Desk");
        home.pass(Duration.ofSeconds(50));
        home.openhab().makeItem(DESK);
        home.awaitWhole();
        home.pass(LONG);
    }

    @Test
    void itsMetadataIsTakenAway() throws Exception {
        home = WatchedHome.ofOpenhab("unasked", OTHERS + DESK);
        home.openhab().load(OTHERS + "Switch Desk \"Desk Lamp\"\n");
        staysThenLeaves("Desk Lamp", Duration.ofSeconds(25), Duration.ofSeconds(15), "Desk");
    }

    @Test
    void aPartIsTakenAway() throws Exception {
        home = WatchedHome.ofOpenhab("part", OTHERS + SPOT);
        Accessories.find(home.watch().home(), "Spot", BRIGHTNESS);
        home.openhab().load(OTHERS + SPOT.replace(" {homekit=\"Lighting.Brightness\"}", ""));
        home.pass(Duration.ofSeconds(25));
        assertTrue(isShown("Spot", BRIGHTNESS));
        home.watch().allow(AccessoryIds.ofItems("Spot"));
        home.passFreely(Duration.ofSeconds(15));
        Eventually.until(PATIENCE, "the part to leave", () -> home.watch().look() && !isShown("Spot", BRIGHTNESS));
        assertTrue(isShown("Spot", ON));
        home.learn();
        home.pass(LONG);
    }

    @Test
    void aMetadataEntryLeavesAFileOfPlainKaraf() throws Exception {
        home = WatchedHome.ofFile("withdrawn", HomeFile.SMALL);
        home.watch().allow(AccessoryIds.ofItems("Ceiling"));
        Files.writeString(
                home.folder().resolve("items.json"),
                HomeFile.SMALL.replaceFirst(
                        "(\"40\"),\\s+\"metadata\": \\{\"homekit\": \\{\"value\": \"Lighting\"\\}\\}", "$1"));
        Eventually.until(PATIENCE, "it to leave", () -> home.watch().look() && !isShown("Ceiling", NAME));
        home.learn();
        home.pass(LONG);
    }

    @Test
    void anEntryLeavesAFileOfPlainKaraf() throws Exception {
        home = WatchedHome.ofFile("entry", HomeFile.SMALL);
        Files.writeString(
                home.folder().resolve("items.json"),
                HomeFile.SMALL.replaceFirst("(?s)\\{\"type\": \"Dimmer\".*?\\}\\}\\},", ""));
        staysThenLeaves("Ceiling", Duration.ofSeconds(50), Duration.ofSeconds(20), "Ceiling");
    }

    /** All of it at once, though it is more than ten accessories and the whole bridge. */
    @Test
    void theDemoIsSwitchedOff() throws Exception {
        home = WatchedHome.ofDemo("demo");
        assertTrue(home.accessories().size() > 10, "it has to be many");
        Set<String> aids = new HashSet<>();
        home.watch()
                .home()
                .forEach(each -> aids.add(each.getAsJsonObject().get("aid").getAsString()));
        home.pass(LONG);
        home.watch().allow(aids);
        home.runtime().showDemo(false);
        Eventually.until(
                PATIENCE,
                "it to leave",
                () -> home.watch().look() && home.watch().home().size() == 1);
        home.learn();
        home.pass(LONG);
        assertEquals(List.of(), home.accessories());
    }
}
