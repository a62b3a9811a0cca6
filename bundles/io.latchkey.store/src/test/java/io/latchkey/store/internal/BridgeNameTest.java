// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every id has a folder of its own, on every file system, and can be read back. */
class BridgeNameTest {

    @Property(tries = 300)
    void everyIdComesBack(@ForAll @StringLength(min = 1, max = 12) String id) {
        Assume.that(id.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF));
        String folder = BridgeName.folder(id);
        assertEquals(Optional.of(id), BridgeName.bridge(folder));
        assertTrue(folder.matches("[a-z0-9%_-]([a-z0-9%._-]*[a-z0-9%_-])?"), folder);
    }

    @Property(tries = 300)
    void idsThatDifferInCaseDoNotMeet(@ForAll @StringLength(min = 1, max = 8) @AlphaChars String id) {
        String upper = id.toUpperCase(Locale.ROOT);
        Assume.that(!upper.equals(id));
        assertFalse(BridgeName.folder(id).equalsIgnoreCase(BridgeName.folder(upper)));
    }

    @ParameterizedTest
    @CsvSource({
        "home, home",
        "home-2, home-2",
        "v1.2, v1.2",
        ".lock, %2elock",
        "../evil, %2e.%2fevil",
        "con, %63on",
        "nul.txt, %6eul.txt",
        "100%, 100%25",
        "a., a%2e",
        "Home, %48ome"
    })
    void whatIsNotSafeIsCoded(String id, String folder) {
        assertEquals(folder, BridgeName.folder(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {".backups", ".purged-home", "Home", "%6home", "%61", "lost+found"})
    void foldersOfOthersAreNoBridges(String folder) {
        assertEquals(Optional.empty(), BridgeName.bridge(folder));
    }

    @Test
    void emptyAndEndlessIdsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> BridgeName.folder(""));
        assertThrows(IllegalArgumentException.class, () -> BridgeName.folder("x".repeat(201)));
    }
}
