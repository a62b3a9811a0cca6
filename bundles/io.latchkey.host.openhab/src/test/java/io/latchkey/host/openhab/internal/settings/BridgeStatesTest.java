// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.ConfigDescriptionParameterGroup;

/** The heading of the forms says how the bridges are. */
class BridgeStatesTest {
    private static final URI OURS = URI.create("io:latchkey-bridge");

    private final FakeBridges bridges = new FakeBridges();
    private final BridgeStates states = new BridgeStates(bridges.runtime());

    @Test
    void saysThatThereIsNone() {
        assertEquals("There is no bridge yet.", group(Locale.ENGLISH).getDescription());
    }

    @Test
    void showsTheSetupCodeToType() {
        bridges.ready("home", FakeBridges.CODE, 0);
        assertEquals(
                "Bridge &lt;home&gt; (home): is not paired; setup code 482-13-975",
                group(null).getDescription());
    }

    @Test
    void showsPairingsInTheLanguageOfTheReader() {
        bridges.ready("home", FakeBridges.CODE, 2);
        assertEquals(
                "Bridge &lt;home&gt; (home): ist mit 2 Steuergeräten gekoppelt",
                group(Locale.GERMANY).getDescription());
        assertEquals("Zustand", group(Locale.GERMAN).getLabel());
    }

    @Test
    void showsWhatIsWrong() {
        bridges.state("home", BridgeStatus.State.FAILED, "port 9123 is taken");
        bridges.state("two", BridgeStatus.State.STARTING, "");
        String text = group(Locale.FRENCH).getDescription();
        assertTrue(text.contains("does not run: port 9123 is taken<br/>"), text);
        assertTrue(text.endsWith("(two): is starting"), text);
    }

    @Test
    void otherFormsAreNotItsOwn() {
        assertNull(states.getConfigDescription(URI.create("io:other"), Locale.ENGLISH));
        assertEquals(1, states.getConfigDescriptions(null).size());
    }

    private ConfigDescriptionParameterGroup group(Locale locale) {
        ConfigDescription description = states.getConfigDescription(OURS, locale);
        assertEquals(OURS, description.getUID());
        ConfigDescriptionParameterGroup group = description.getParameterGroups().get(0);
        assertEquals("state", group.getName(), "the QR code is below that heading");
        return group;
    }
}
