// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.host.openhab.internal.text.LocalizedTexts;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openhab.core.config.core.ConfigDescriptionParameter;

/** A refused setting is shown on the page where it was saved, with what counts instead, in the language of the page. */
class RefusedSettingTest {
    private final BridgePagesRig rig = new BridgePagesRig();

    @Test
    void bothPagesTellItBehindTheStateOfTheBridge() {
        rig.configured("home");
        rig.bridges.refused("home", State.READY, "port", Optional.of("9123"));
        for (URI page : List.of(BridgePagesRig.ADD_ON, BridgePagesRig.HOME)) {
            List<ConfigDescriptionParameter> shown =
                    rig.first(page, Locale.ENGLISH).toList();
            assertEquals("Bridge <home>", shown.get(0).getLabel());
            assertFalse(shown.get(0).getDescription().contains("refused"), "once is enough");
            assertEquals("Refused: Port", shown.get(1).getLabel());
            assertEquals("not used", shown.get(1).getDefault(), "short: a label stands beside it");
            assertEquals(
                    "Port: takes a whole number from 0 to 65535. The bridge goes on with what was saved before."
                            + " Port: 9123",
                    shown.get(1).getDescription());
            assertTrue(shown.get(1).isReadOnly());
        }
    }

    @Test
    void inGermanAllOfItIs() {
        rig.configured("home");
        rig.bridges.refused("home", State.READY, "maximumSessions", Optional.of(""));
        ConfigDescriptionParameter shown =
                rig.first(BridgePagesRig.HOME, Locale.GERMAN).toList().get(1);
        assertEquals("Abgelehnt: Verbindungen", shown.getLabel());
        assertEquals("nicht übernommen", shown.getDefault());
        assertEquals(
                "Verbindungen: ist eine ganze Zahl von 8 bis 4096. "
                        + "Die Bridge läuft mit dem weiter, was zuvor gespeichert war. Verbindungen: der Standardwert",
                shown.getDescription());
    }

    @Test
    void aBridgeThatHasNothingGoodToGoOnWithDoesNotRun() {
        rig.configured("home");
        rig.bridges.refused("home", State.FAILED, "setupCode", Optional.empty());
        List<ConfigDescriptionParameter> shown =
                rig.first(BridgePagesRig.HOME, null).toList();
        assertEquals("not running", shown.get(0).getDefault());
        assertEquals("Refused: Setup code", shown.get(1).getLabel());
        assertEquals(
                "Setup code: takes XXX-XX-XXX, but none that HomeKit forbids, such as 123-45-678 or 111-11-111."
                        + " The bridge does not run until that is mended.",
                shown.get(1).getDescription());
    }

    /** The other one of that id is shown on its own page. */
    @Test
    void twoConfigurationsOfOneIdAreNotMixedUp() {
        rig.configured("home");
        rig.admin.put("io.latchkey.bridge~other", "io.latchkey.bridge", Map.of("id", "home"));
        rig.bridges.ready("home", FakeBridges.CODE, 1);
        assertEquals(List.of("Bridge <home>: paired with 1 controller"), rig.shown(BridgePagesRig.HOME, null));
        assertEquals(List.of(), rig.shown(BridgePagesRig.page("other"), null));
    }

    @Test
    void whateverCanBeRefusedIsToldInBothLanguages() throws Exception {
        Set<String> settings = new TreeSet<>(FormsTest.settings());
        settings.removeAll(Set.of("selection", "standalone", "rules", "enabledBy")); // any text will do there
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            LocalizedTexts texts = LocalizedTexts.of(locale);
            for (String key : settings) {
                assertTrue(texts.word("refused." + key).isPresent(), key);
                assertTrue(texts.setting(key).isPresent(), key);
            }
        }
    }
}
