// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.ManualWorkers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemsFileSourceTest {
    @TempDir
    Path folder;

    private final ManualWorkers workers = new ManualWorkers();
    private static final String DOOR = "{\"type\":\"Contact\",\"name\":\"Door\"}";
    private static final String FAN = "{\"type\":\"Switch\",\"name\":\"Fan\"}";

    private final LocalItems items = new LocalItems(new InlineContributors());
    private final RecordingItemListener heard = new RecordingItemListener();
    private Path file;
    private ItemsFileSource source;

    @BeforeEach
    void begin() {
        file = folder.resolve("home.json");
        items.listen(heard);
        source = new ItemsFileSource(file, items, workers, new InlineContributors());
    }

    private void write(String text) throws IOException {
        Path next = folder.resolve("next");
        Files.writeString(next, text, StandardCharsets.UTF_8);
        Files.move(next, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        workers.pass(ItemsFileSource.PERIOD);
    }

    private static String lamp(String state) {
        return "{\"type\":\"Switch\",\"name\":\"Lamp\",\"state\":\"" + state + "\"}";
    }

    @Test
    void aChangedFileIsReadAgain() throws IOException {
        Files.writeString(file, "[" + lamp("ON") + "]");
        source.start();
        assertTrue(items.isWhole());
        assertEquals(ItemState.OnOff.ON, items.find("Lamp").orElseThrow().state());
        write("[" + lamp("ON") + ",{\"type\":\"Contact\",\"name\":\"Door\"}]");
        assertEquals(Set.of("Door"), heard.changes.get(1).added());
        write("[{\"type\":\"Contact\",\"name\":\"Door\"}]");
        assertEquals(Set.of("Lamp"), heard.changes.get(2).removed());
        assertEquals(Set.of("Lamp"), heard.changes.get(2).deleted(), "the file was read whole");
    }

    @Test
    void nothingIsDeletedWhileAnEntryHasAFault() throws IOException {
        Files.writeString(file, "[" + lamp("ON") + "," + DOOR + "," + FAN + "]");
        source.start();
        write("[" + lamp("ON") + ",{\"type\":\"Contcat\",\"name\":\"Door\"}]");
        assertEquals(Set.of("Door", "Fan"), heard.changes.get(1).removed());
        assertEquals(Set.of(), heard.changes.get(1).deleted());
        assertEquals(Set.of("Door"), items.unreadable().keySet());
        assertTrue(
                items.unreadable().get("Door").startsWith("line 1: "),
                items.unreadable().toString());
        write("[" + lamp("ON") + "," + DOOR + "]");
        assertEquals(Set.of("Door"), heard.changes.get(2).added());
        assertEquals(Set.of("Fan"), heard.changes.get(2).deleted(), "and now it is known that nobody wants the fan");
        assertEquals(Map.of(), items.unreadable());
    }

    @Test
    void aBadStateCostsTheStateAlone() throws IOException {
        Files.writeString(file, "[" + lamp("OFF") + "]");
        source.start();
        items.command("Lamp", ItemState.OnOff.ON);
        write("[" + lamp("OPEN") + "]");
        assertEquals(ItemState.OnOff.ON, items.find("Lamp").orElseThrow().state());
        write("[" + lamp("OFF") + "]");
        assertEquals(ItemState.OnOff.ON, items.find("Lamp").orElseThrow().state(), "the file says what it said before");
    }

    @Test
    void whatIsDeletedCountsWhileOnlyAPartCantBeRead() throws IOException {
        Files.writeString(file, "[" + lamp("OFF") + "," + DOOR + "]");
        source.start();
        write("[" + lamp("OPEN") + "]");
        assertEquals(Set.of("Door"), heard.changes.get(1).deleted());
        assertEquals(Set.of("Lamp"), items.remarks().keySet());
        write("[" + lamp("ON") + "]");
        assertEquals(Map.of(), items.remarks());
    }

    @Test
    void anItemThatCouldntBeReadHasItsStateAgain() throws IOException {
        Files.writeString(file, "[" + lamp("OFF") + "]");
        source.start();
        items.command("Lamp", ItemState.OnOff.ON);
        write("[{\"type\":\"Swich\",\"name\":\"Lamp\"}]");
        assertTrue(items.find("Lamp").isEmpty(), "what it was isn't taken for what it is");
        write("[" + lamp("OFF") + "]");
        assertEquals(ItemState.OnOff.ON, items.find("Lamp").orElseThrow().state());
    }

    @Test
    void anEmptyTextDeletesNothing() throws IOException {
        Files.writeString(file, "[" + lamp("ON") + "]");
        source.start();
        write("");
        write("  ");
        assertEquals(1, heard.changes.size());
        assertTrue(items.find("Lamp").isPresent());
    }

    @Test
    void aHalfWrittenFileLeavesTheLastGoodOne() throws IOException {
        Files.writeString(file, "[" + lamp("ON") + "]");
        source.start();
        write("[" + lamp("ON") + ",{\"type\":");
        assertTrue(items.find("Lamp").isPresent());
        Files.delete(file);
        workers.pass(ItemsFileSource.PERIOD);
        assertTrue(items.find("Lamp").isPresent(), "a file that is gone takes nothing with it");
        Files.write(file, new byte[] {'[', (byte) 0xff, ']'});
        workers.pass(ItemsFileSource.PERIOD);
        assertTrue(items.find("Lamp").isPresent(), "what is no UTF-8 is refused");
    }

    @Test
    void anUntouchedStateInTheFileDoesNotUndoWhatPeopleSwitched() throws IOException {
        Files.writeString(file, "[" + lamp("OFF") + "]");
        source.start();
        items.command("Lamp", ItemState.OnOff.ON);
        write("[" + lamp("OFF") + ",{\"type\":\"Contact\",\"name\":\"Door\"}]");
        assertEquals(ItemState.OnOff.ON, items.find("Lamp").orElseThrow().state());
        write("[" + lamp("NULL") + "]");
        assertEquals(ItemState.Missing.NULL, items.find("Lamp").orElseThrow().state());
        assertEquals(List.of("Lamp=ON", "Lamp=NULL"), heard.states);
    }

    @Test
    void aFileThatComesLaterIsReadWhenItComes() throws IOException {
        source.start();
        assertFalse(items.isWhole(), "a home whose file is missing isn't whole");
        write("[" + lamp("ON") + "]");
        assertTrue(items.isWhole());
        assertTrue(items.find("Lamp").isPresent());
    }

    @Test
    void anEmptyHomeIsWholeToo() throws IOException {
        Files.writeString(file, "[]");
        source.start();
        assertEquals(1, heard.changes.size(), "listeners wait for the first word");
        assertTrue(heard.changes.get(0).isEmpty());
    }

    @Test
    void afterTheEndNothingIsScheduled() throws IOException {
        Files.writeString(file, "[]");
        source.start();
        assertEquals(1, workers.pending());
        source.stop();
        assertEquals(0, workers.pending());
    }
}
