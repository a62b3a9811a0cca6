// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.itests.wire.Accessories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The items file of plain Karaf goes wrong in all ways in which files go wrong, under the eyes of a home hub. */
class HomeNeverShrinksByFilesIT {
    private static final String ON = "25";
    private static final Duration TOLD = Duration.ofSeconds(2);
    private static final Duration LOOKED_AT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private WatchedHome home;
    private Path file;

    @BeforeEach
    void watchAHome() throws Exception {
        home = WatchedHome.ofFile("files", WatchedHome.WHOLE);
        file = home.folder().resolve("items.json");
    }

    @AfterEach
    void close() throws Exception {
        home.close();
    }

    @Test
    void anEntryHasASlip() throws Exception {
        Files.writeString(file, WatchedHome.WHOLE.replaceFirst("\"name\": ?\"Desk\"", "\"name\": \"De sk\""));
        home.pass(LONG);
        assertTrue(home.absent().contains("Desk Lamp"), "absent: " + home.absent());
        mend();
    }

    @Test
    void theFileIsCutInTheMiddle() throws Exception {
        Files.writeString(file, WatchedHome.WHOLE.substring(0, WatchedHome.WHOLE.length() / 2));
        home.pass(LONG);
        mend();
    }

    @Test
    void theFileIsEmptied() throws Exception {
        Files.writeString(file, "");
        home.pass(LONG);
        mend();
        Files.writeString(file, "[]");
        home.pass(LONG);
        assertToldWithTheCommandThatPrunes();
        mend();
    }

    @Test
    void theFileIsDeleted() throws Exception {
        Files.delete(file);
        home.pass(LONG);
        mend();
    }

    @Test
    void theFileIsReplacedByOneWithHalfOfTheEntries() throws Exception {
        JsonArray half = new JsonArray();
        List<JsonObject> all = Accessories.objects(
                        JsonParser.parseString(WatchedHome.WHOLE).getAsJsonArray())
                .toList();
        all.subList(0, all.size() / 3).forEach(half::add);
        Files.writeString(file, half.toString());
        home.pass(LONG);
        assertToldWithTheCommandThatPrunes();
        mend();
    }

    @Test
    void anotherFileIsNamed() throws Exception {
        Path other = Files.writeString(home.folder().resolve("other.json"), HomeFile.SMALL);
        home.watch().allow(AccessoryIds.ofItems("DeskLamp", "Ceiling", "Study"));
        home.runtime().showItems(HomeFile.SMALL, other);
        home.passFreely(LONG);
        assertToldWithTheCommandThatPrunes();
        home.runtime().showItems(WatchedHome.WHOLE);
        Eventually.until(
                PATIENCE,
                "only what the other file added to be absent",
                () -> Set.copyOf(home.absent()).equals(Set.of("Desk Lamp", "Study")));
        home.passFreely(LONG);
        home.awaitAttached(1);
    }

    private void assertToldWithTheCommandThatPrunes() {
        assertFalse(home.absent().isEmpty());
        String told = home.status().problem().orElse("") + Verbs.text(Verbs.run(home.runtime(), "check"));
        assertTrue(told.contains("prune"), told);
    }

    private void mend() throws Exception {
        String lamp = Accessories.find(home.watch().home(), "Desk Lamp", ON);
        home.watch().subscribe(lamp);
        boolean wasAbsent = home.absent().contains("Desk Lamp");
        if (wasAbsent) {
            assertEquals(-70402, home.watch().read(lamp).get("status").getAsInt());
        }
        long since = System.nanoTime();
        Files.writeString(file, WatchedHome.WHOLE);
        if (wasAbsent) {
            home.watch().events().assertHeardWithin(TOLD.plus(LOOKED_AT), since, lamp);
        }
        home.awaitWhole();
        assertEquals("", home.absent().stream().collect(Collectors.joining(", ")));
    }
}
