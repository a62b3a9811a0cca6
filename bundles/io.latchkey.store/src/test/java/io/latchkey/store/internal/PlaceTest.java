// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The store lies where the property says, else below Karaf's base, else below the working folder. */
class PlaceTest {

    @Test
    void thePropertyComesFirst() {
        Map<String, String> properties = Map.of("latchkey.store", "/srv/keys", "karaf.base", "/opt/karaf");
        assertEquals(Path.of("/srv/keys"), Place.of(properties::get));
    }

    @Test
    void thenKarafsBase() {
        Map<String, String> properties = Map.of("latchkey.store", " ", "karaf.base", "/opt/karaf");
        assertEquals(Path.of("/opt/karaf/latchkey"), Place.of(properties::get));
    }

    @Test
    void thenTheWorkingFolder() {
        assertEquals(Path.of("latchkey").toAbsolutePath(), Place.of(Map.<String, String>of()::get));
    }

    @Test
    void karafsDataFolderIsNoPlaceToStay() {
        Map<String, String> properties = Map.of("karaf.data", "/opt/karaf/data");
        assertTrue(Place.isEmptiedByKaraf(Path.of("/opt/karaf/data/latchkey"), properties::get));
        assertFalse(Place.isEmptiedByKaraf(Path.of("/opt/karaf/latchkey"), properties::get));
        assertFalse(Place.isEmptiedByKaraf(Path.of("/opt"), Map.<String, String>of()::get));
    }

    /** The properties as openHAB's start scripts set them: Karaf's base and data are both its userdata. */
    @Test
    void openhabKeepsItsUserdata() {
        Map<String, String> properties = Map.of(
                "karaf.base", "/var/lib/openhab",
                "karaf.data", "/var/lib/openhab",
                "openhab.userdata", "/var/lib/../lib/openhab");
        assertFalse(Place.isEmptiedByKaraf(Place.of(properties::get), properties::get));
        assertTrue(Place.isEmptiedByKaraf(Path.of("/var/lib/openhab/cache/latchkey"), properties::get));
        assertTrue(Place.isEmptiedByKaraf(Path.of("/var/lib/openhab/tmp/latchkey"), properties::get));
    }
}
