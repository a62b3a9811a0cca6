// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.ConfigDescriptionParameter;

/** The pages, as openHAB's user interface draws them: parameters without a group come first, defaults are shown. */
class BridgeDescriptionsTest {
    private static final URI ADD_ON = URI.create("io:latchkey");
    private static final URI HOME = URI.create("io:latchkey-bridge:home");

    private final FakeAdmin admin = new FakeAdmin();
    private final FakeBridges bridges = new FakeBridges();
    private final BridgeDescriptions descriptions = new BridgeDescriptions(bridges.runtime(), admin);

    @Test
    void thePageOfTheAddOnSaysThatThereIsNoBridge() {
        assertEquals(List.of("State: there is no bridge yet"), shown(ADD_ON, Locale.ENGLISH));
    }

    @Test
    void stateCodeAndPictureComeFirstOnBothPages() {
        configured("home");
        bridges.ready("home", FakeBridges.CODE, 0);
        List<String> expected = List.of(
                "Bridge <home>: waiting for pairing",
                "Setup code: 482-13-975",
                "Scan it with the Home app: "
                        + FakeBridges.payload(FakeBridges.CODE).uri());
        assertEquals(expected, shown(ADD_ON, null));
        assertEquals(expected, shown(HOME, null));
    }

    /** MainUI draws what has the context qrcode and isn't read-only; a read-only one is text. */
    @Test
    void onlyThePictureIsDrawn() {
        configured("home");
        bridges.ready("home", FakeBridges.CODE, 0);
        for (URI page : List.of(ADD_ON, HOME)) {
            List<ConfigDescriptionParameter> first = first(page, null).toList();
            assertEquals(
                    List.of(true, true, false),
                    first.stream().map(ConfigDescriptionParameter::isReadOnly).toList());
            assertEquals("qrcode", first.get(2).getContext());
        }
    }

    @Test
    void whatIsPairedShowsNoCode() {
        configured("home");
        bridges.ready("home", FakeBridges.CODE, 1);
        assertEquals(List.of("Bridge <home>: paired with 1 controller"), shown(HOME, null));
        bridges.ready("home", FakeBridges.CODE, 2);
        assertEquals(List.of("Bridge <home>: paired with 2 controllers"), shown(ADD_ON, null));
        assertEquals(List.of("Bridge <home>: gekoppelt mit 2 Steuergeräten"), shown(ADD_ON, Locale.GERMANY));
    }

    @Test
    void aPageThatIsOpenedLaterShowsWhatIsTrueThen() {
        configured("home");
        bridges.ready("home", FakeBridges.CODE, 0);
        assertTrue(shown(HOME, null).contains("Setup code: 482-13-975"));
        bridges.ready("home", SetupCode.of("975-13-482"), 0);
        assertTrue(shown(HOME, null).contains("Setup code: 975-13-482"));
        bridges.state("home", BridgeStatus.State.STARTING, "");
        assertEquals(List.of("Bridge <home>: starting"), shown(HOME, null));
    }

    @Test
    void furtherBridgesAreShownWithTheirFirstInTheirOrder() {
        configured("home");
        configured("home-3");
        configured("villa");
        Stream.of("home", "home-2", "home-3", "home-10", "home-x", "villa")
                .forEach(id -> bridges.ready(id, FakeBridges.CODE, 1));
        assertEquals(List.of("Bridge <home>", "Bridge <home-2>", "Bridge <home-10>"), labels(HOME));
        assertEquals(List.of("Bridge <home-3>"), labels(URI.create("io:latchkey-bridge:home-3")));
        assertEquals(
                List.of("Bridge <home>", "Bridge <home-2>", "Bridge <home-10>", "Bridge <home-3>", "Bridge <villa>"),
                labels(ADD_ON));
    }

    @Test
    void namesWhatIsAbsent() {
        configured("home");
        bridges.ready("home", FakeBridges.CODE, 1);
        bridges.absent("Lamp <1>", "item Lamp isn't there");
        bridges.absent("Fan", "item Fan isn't there");
        assertEquals(
                "Port 20001. 1 accessory. Not there at the moment, and kept in Home: Lamp &lt;1&gt; (item Lamp isn&#39;t"
                        + " there), Fan (item Fan isn&#39;t there). The console says since when: openhab:latchkey absent.",
                details(HOME));
        for (int number = 0; number < 20; number++) {
            bridges.absent("Lamp" + number, "it isn't there");
        }
        assertTrue(details(HOME).contains("Lamp17"), details(HOME));
        assertTrue(details(HOME).contains(", … (+2). "), details(HOME));
    }

    @Test
    void saysWhatIsWrongAndWhereTheSettingsAre() {
        configured("home");
        bridges.readyWith("home", "configuration refused: port takes <a number>");
        assertEquals(
                "configuration refused: port takes &lt;a number&gt; Port 20001. 1 accessory. <a href=\"/settings/services/"
                        + "io.latchkey.bridge~home\">Settings of this bridge</a>",
                details(ADD_ON));
        assertEquals(
                "configuration refused: port takes &lt;a number&gt; Port 20001. 1 accessory.",
                details(HOME),
                "no link to the page itself");
        bridges.state("home", BridgeStatus.State.FAILED, "port 9123 is taken");
        assertEquals("port 9123 is taken", details(HOME));
        assertEquals(List.of("Bridge <home>: not running"), shown(HOME, null));
    }

    @Test
    void aPidWithOddLettersIsALinkAllTheSame() {
        admin.put("io.latchkey.bridge~a b\"", "io.latchkey.bridge", Map.of("id", "home"));
        bridges.ready("home", FakeBridges.CODE, 0);
        assertTrue(
                details(ADD_ON).contains("href=\"/settings/services/io.latchkey.bridge~a%20b%22\""), details(ADD_ON));
    }

    @Test
    void theActionsOfABridgeAreLastAndOnItsPageOnly() {
        configured("home");
        bridges.ready("home", FakeBridges.CODE, 0);
        ConfigDescription page = descriptions.getConfigDescription(HOME, null);
        assertEquals("actions", page.getParameterGroups().get(0).getName());
        assertEquals(
                List.of("reset", "newSetupCode"),
                page.getParameters().stream()
                        .filter(each -> "actions".equals(each.getGroupName()))
                        .map(ConfigDescriptionParameter::getName)
                        .toList());
        assertTrue(descriptions.getConfigDescription(ADD_ON, null).getParameters().stream()
                .allMatch(each -> each.getGroupName() == null));
    }

    /** openHAB puts what an alias describes before the page's own, so that the file's settings are there too. */
    @Test
    void thePageOfABridgeStandsForTheFileOfAll() {
        assertEquals(URI.create("io:latchkey-bridge"), descriptions.getAlias(HOME));
        assertNull(descriptions.getAlias(URI.create("io:latchkey-bridge")));
        assertNull(descriptions.getAlias(ADD_ON));
    }

    @Test
    void otherPagesAreNotItsOwn() {
        configured("home");
        assertNull(descriptions.getConfigDescription(URI.create("io:other"), Locale.ENGLISH));
        assertNull(descriptions.getConfigDescription(URI.create("io:latchkey-bridge"), Locale.ENGLISH));
        assertNull(descriptions.getConfigDescription(URI.create("io:latchkey-bridge:gone"), Locale.ENGLISH));
        assertEquals(
                List.of(ADD_ON, HOME),
                descriptions.getConfigDescriptions(null).stream()
                        .map(ConfigDescription::getUID)
                        .toList());
    }

    /** openHAB asks for each of its things, thousands of times while it starts. */
    @Test
    void nothingIsLookedUpForOtherPages() {
        BridgeDescriptions blind = new BridgeDescriptions(null, null);
        assertNull(blind.getConfigDescription(URI.create("thing-type:mqtt:topic"), null));
        assertNull(blind.getAlias(URI.create("thing:mqtt:topic:1")));
    }

    /** What a page shows is nothing that a configuration may keep: it would hide what is true later. */
    @Test
    void nothingThatIsShownIsKept() {
        configured("home");
        bridges.ready("home", FakeBridges.CODE, 0);
        Map<String, Object> saved = new TreeMap<>(Map.of("port", 9123, "qrCode", "X-HM://0"));
        first(HOME, null).forEach(each -> saved.put(each.getName(), each.getDefault()));
        assertEquals(Map.of("port", 9123), BridgeSection.without(saved));
        assertFalse(first(HOME, null).anyMatch(each -> each.getName().equals("setupCode")), "that is a setting");
    }

    private void configured(String id) {
        admin.put("io.latchkey.bridge~" + id, "io.latchkey.bridge", Map.of("id", id));
    }

    /** Label and value of what comes first. */
    private List<String> shown(URI page, Locale locale) {
        return first(page, locale)
                .map(each -> each.getLabel() + ": " + each.getDefault())
                .toList();
    }

    private List<String> labels(URI page) {
        return first(page, null).map(ConfigDescriptionParameter::getLabel).toList();
    }

    private String details(URI page) {
        return first(page, Locale.ENGLISH).findFirst().orElseThrow().getDescription();
    }

    private Stream<ConfigDescriptionParameter> first(URI page, Locale locale) {
        ConfigDescription description = descriptions.getConfigDescription(page, locale);
        assertEquals(page, description.getUID());
        return description.getParameters().stream().filter(each -> each.getGroupName() == null);
    }
}
