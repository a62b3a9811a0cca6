// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.verb.VerbResult;
import io.latchkey.itests.wire.Accessories;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each way in which somebody takes something out of a home, and not before its time. */
class HomeLeavesOnWordIT {
    private static final String NAME = "23";
    private static final String ON = "25";
    private static final String BRIGHTNESS = "8";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String OTHERS = """
            Switch Hall "Hall" {homekit="Lighting"}
            Switch Porch "Porch" {homekit="Lighting"}
            """;
    private static final String DESK = "Switch Desk \"Desk Lamp\" {homekit=\"Lighting\"}\n";
    private static final String SPOT = """
            Group Spot "Spot" {homekit="Lighting"}
            Switch Spot_On "On" (Spot) {homekit="Lighting.OnState"}
            Dimmer Spot_Level "Level" (Spot) {homekit="Lighting.Brightness"}
            """;

    private WatchedHome home;

    @AfterEach
    void close() throws Exception {
        home.close();
    }

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

    private void add(Runnable word, int count) {
        home.watch().allowNew();
        word.run();
        home.awaitAttached(count);
        home.learn();
    }

    private void staysThenLeaves(String name, Duration stays, Duration leaves, String item) {
        Eventually.until(PATIENCE, name + " to be absent", () -> home.absent().contains(name));
        home.pass(stays);
        assertTrue(isShown(name, NAME), name + " leaves before its time");
        home.watch().allow(AccessoryIds.ofItems(item));
        home.passFreely(leaves);
        Eventually.until(PATIENCE, name + " to leave", () -> home.watch().look() && !isShown(name, NAME));
        home.learn();
        home.pass(LONG);
        assertFalse(isShown(name, NAME));
    }

    private boolean isShown(String name, String type) {
        return Accessories.search(home.watch().home(), name, type).isPresent();
    }
}
