// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.latchkey.api.bridge.BridgeStatus;
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
    private final FakeBridges bridges = new FakeBridges();

    @Test
    void theQrCodeIsWrittenBack() {
        bridges.ready("home", FakeBridges.CODE, 0);
        Map<String, Object> settled = form(Map.of("id", "home")).settled(home()).orElseThrow();
        assertEquals(FakeBridges.payload(FakeBridges.CODE).uri(), settled.get("qrCode"));
        assertEquals(Optional.empty(), form(settled).settled(home()));
    }

    @Test
    void itIsBlankWhilePaired() {
        bridges.ready("home", FakeBridges.CODE, 2);
        Map<String, Object> shown = Map.of("id", "home", "openhab.servicecontext", "home", "qrCode", "X-HM://0");
        assertEquals("", form(shown).settled(home()).orElseThrow().get("qrCode"));
        assertEquals(
                Optional.empty(),
                form(Map.of("id", "home", "openhab.servicecontext", "home")).settled(home()),
                "no code is as good as a blank one");
    }

    @Test
    void itStaysWhileTheBridgeStartsOrIsNotThere() {
        Map<String, Object> shown = Map.of("id", "home", "openhab.servicecontext", "home", "qrCode", "X-HM://0");
        assertEquals(Optional.empty(), form(shown).settled(Optional.empty()));
        bridges.state("home", BridgeStatus.State.STARTING, "");
        assertEquals(Optional.empty(), form(shown).settled(home()));
    }

    @Test
    void switchesOfAFormAreWishesAndGoOff() {
        BridgeForm form = form(Map.of("id", "home", "reset", true, "newSetupCode", false));
        assertEquals(List.of(Action.RESET), form.wishes());
        Map<String, Object> settled = form.settled(home()).orElseThrow();
        assertEquals(false, settled.get("reset"));
        assertEquals(List.of(), form(settled).wishes());
    }

    @Test
    void textOfAFileIsNoWish() {
        assertEquals(List.of(), form(Map.of("id", "home", "reset", "true")).wishes());
    }

    @Test
    void aConfigurationThatLivesInAFileIsNeverWritten() {
        bridges.ready("home", FakeBridges.CODE, 0);
        Map<String, Object> inFile =
                Map.of("id", "home", "reset", true, "felix.fileinstall.filename", "file:/etc/a.cfg");
        assertEquals(Optional.empty(), form(inFile).settled(home()));
    }

    @Property(tries = 200)
    void writingTwiceIsNeverNeeded(
            @ForAll boolean reset,
            @ForAll boolean newCode,
            @ForAll boolean named,
            @ForAll boolean paired,
            @ForAll String qr) {
        bridges.ready("home", FakeBridges.CODE, paired ? 1 : 0);
        Map<String, Object> properties = new TreeMap<>(Map.of("reset", reset, "newSetupCode", newCode, "qrCode", qr));
        if (named) {
            properties.put("id", "home");
        }
        Optional<Map<String, Object>> settled = form(properties).settled(home());
        assertFalse(form(settled.orElse(properties)).settled(home()).isPresent());
    }

    private Optional<BridgeStatus> home() {
        return bridges.bridges().stream().findFirst();
    }

    private static BridgeForm form(Map<String, Object> properties) {
        return new BridgeForm(properties);
    }
}
