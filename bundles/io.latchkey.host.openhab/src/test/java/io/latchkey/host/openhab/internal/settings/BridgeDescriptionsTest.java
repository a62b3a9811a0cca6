// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static io.latchkey.host.openhab.internal.settings.BridgePagesRig.ADD_ON;
import static io.latchkey.host.openhab.internal.settings.BridgePagesRig.HOME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.identity.SetupCode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.ConfigDescriptionParameter;

/** The pages, as openHAB's user interface draws them: parameters without a group come first, defaults are shown. */
class BridgeDescriptionsTest {
    private final BridgePagesRig rig = new BridgePagesRig();

    @Test
    void thePageOfTheAddOnSaysThatThereIsNoBridge() {
        assertEquals(List.of("State: there is no bridge yet"), rig.shown(ADD_ON, Locale.ENGLISH));
    }

    @Test
    void stateCodeAndPictureComeFirstOnBothPages() {
        rig.configured("home");
        rig.bridges.ready("home", FakeBridges.CODE, 0);
        List<String> expected = List.of(
                "Bridge <home>: waiting for pairing",
                "Setup code: 482-13-975",
                "Scan it with the Home app: "
                        + FakeBridges.payload(FakeBridges.CODE).uri());
        assertEquals(expected, rig.shown(ADD_ON, null));
        assertEquals(expected, rig.shown(HOME, null));
    }

    /** MainUI draws what has the context qrcode and isn't read-only; a read-only one is text. */
    @Test
    void onlyThePictureIsDrawn() {
        rig.configured("home");
        rig.bridges.ready("home", FakeBridges.CODE, 0);
        for (URI page : List.of(ADD_ON, HOME)) {
            List<ConfigDescriptionParameter> first = rig.first(page, null).toList();
            assertEquals(
                    List.of(true, true, false),
                    first.stream().map(ConfigDescriptionParameter::isReadOnly).toList());
            assertEquals("qrcode", first.get(2).getContext());
        }
    }

    @Test
    void aPageThatIsOpenedLaterShowsWhatIsTrueThen() {
        rig.configured("home");
        rig.bridges.ready("home", FakeBridges.CODE, 0);
        assertTrue(rig.shown(HOME, null).contains("Setup code: 482-13-975"));
        rig.bridges.ready("home", SetupCode.of("975-13-482"), 0);
        assertTrue(rig.shown(HOME, null).contains("Setup code: 975-13-482"));
        rig.bridges.state("home", BridgeStatus.State.STARTING, "");
        assertEquals(List.of("Bridge <home>: starting"), rig.shown(HOME, null));
    }

    @Test
    void theActionsOfABridgeAreLastAndOnItsPageOnly() {
        rig.configured("home");
        rig.bridges.ready("home", FakeBridges.CODE, 0);
        ConfigDescription page = rig.descriptions.getConfigDescription(HOME, null);
        assertEquals("actions", page.getParameterGroups().get(0).getName());
        assertEquals(
                List.of("reset", "newSetupCode", "remove"),
                page.getParameters().stream()
                        .filter(each -> "actions".equals(each.getGroupName()))
                        .map(ConfigDescriptionParameter::getName)
                        .toList());
        assertTrue(rig.descriptions.getConfigDescription(ADD_ON, null).getParameters().stream()
                .allMatch(each -> each.getGroupName() == null));
    }

    /** openHAB puts what an alias describes before the page's own, so that the file's settings are there too. */
    @Test
    void thePageOfABridgeStandsForTheFileOfAll() {
        assertEquals(URI.create("io:latchkey-bridge"), rig.descriptions.getAlias(HOME));
        assertNull(rig.descriptions.getAlias(URI.create("io:latchkey-bridge")));
        assertNull(rig.descriptions.getAlias(ADD_ON));
    }

    @Test
    void otherPagesAreNotItsOwn() {
        rig.configured("home");
        assertNull(rig.descriptions.getConfigDescription(URI.create("io:other"), Locale.ENGLISH));
        assertNull(rig.descriptions.getConfigDescription(URI.create("io:latchkey-bridge"), Locale.ENGLISH));
        assertNull(rig.descriptions.getConfigDescription(URI.create("io:latchkey-bridge:gone"), Locale.ENGLISH));
        assertEquals(
                List.of(ADD_ON, HOME),
                rig.descriptions.getConfigDescriptions(null).stream()
                        .map(ConfigDescription::getUID)
                        .toList());
    }

    /** openHAB asks for each of its things, thousands of times while it starts. */
    @Test
    void nothingIsLookedUpForOtherPages() {
        BridgeDescriptions blind = new BridgeDescriptions(null, null, null);
        assertNull(blind.getConfigDescription(URI.create("thing-type:mqtt:topic"), null));
        assertNull(blind.getAlias(URI.create("thing:mqtt:topic:1")));
    }

    /** What a page shows is nothing that a configuration may keep: it would hide what is true later. */
    @Test
    void nothingThatIsShownIsKept() {
        rig.configured("home");
        rig.bridges.ready("home", FakeBridges.CODE, 0);
        Map<String, Object> saved = new TreeMap<>(Map.of("port", 9123, "qrCode", "X-HM://0"));
        rig.first(HOME, null).forEach(each -> saved.put(each.getName(), each.getDefault()));
        assertEquals(Map.of("port", 9123), BridgeSection.without(saved));
        assertFalse(rig.first(HOME, null).anyMatch(each -> each.getName().equals("setupCode")), "that is a setting");
    }
}
