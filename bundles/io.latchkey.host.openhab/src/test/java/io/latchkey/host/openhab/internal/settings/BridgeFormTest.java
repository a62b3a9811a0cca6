// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.latchkey.host.openhab.internal.settings.BridgeForm.Action;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is written back is settled at once, whatever is there. */
class BridgeFormTest {
    @Test
    void whatAPageOnlyShowsIsTakenOut() {
        Map<String, Object> saved = Map.of(
                "id",
                "home",
                "openhab.servicecontext",
                "home",
                "qrCode",
                "X-HM://0",
                "shown.home.qrCode",
                "X-HM://0",
                "shown.home.state",
                "waiting for pairing");
        Map<String, Object> settled = form(saved).settled().orElseThrow();
        assertEquals(Map.of("id", "home", "openhab.servicecontext", "home"), settled);
        assertEquals(Optional.empty(), form(settled).settled());
    }

    @Test
    void switchesOfAFormAreWishesAndGoOff() {
        BridgeForm form = form(Map.of("id", "home", "reset", true, "newSetupCode", false));
        assertEquals(List.of(Action.RESET), form.wishes());
        Map<String, Object> settled = form.settled().orElseThrow();
        assertEquals(false, settled.get("reset"));
        assertEquals(List.of(), form(settled).wishes());
    }

    @Test
    void textOfAFileIsNoWish() {
        assertEquals(List.of(), form(Map.of("id", "home", "reset", "true")).wishes());
    }

    @Test
    void aConfigurationThatLivesInAFileIsNeverWritten() {
        Map<String, Object> inFile =
                Map.of("id", "home", "reset", true, "felix.fileinstall.filename", "file:/etc/a.cfg");
        assertEquals(Optional.empty(), form(inFile).settled());
    }

    @Property(tries = 200)
    void writingTwiceIsNeverNeeded(
            @ForAll boolean reset, @ForAll boolean newCode, @ForAll boolean named, @ForAll String qr) {
        Map<String, Object> properties = new TreeMap<>(Map.of("reset", reset, "newSetupCode", newCode, "qrCode", qr));
        if (named) {
            properties.put("id", "home");
        }
        Optional<Map<String, Object>> settled = form(properties).settled();
        assertFalse(form(settled.orElse(properties)).settled().isPresent());
    }

    private static BridgeForm form(Map<String, Object> properties) {
        return new BridgeForm(properties);
    }
}
