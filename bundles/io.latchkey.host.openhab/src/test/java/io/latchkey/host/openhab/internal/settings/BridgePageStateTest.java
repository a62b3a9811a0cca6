// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static io.latchkey.host.openhab.internal.settings.BridgePagesRig.ADD_ON;
import static io.latchkey.host.openhab.internal.settings.BridgePagesRig.HOME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages say of the state of bridges: what is paired, absent or wrong. */
class BridgePageStateTest {
    private final BridgePagesRig rig = new BridgePagesRig();

    @Test
    void whatIsPairedShowsNoCode() {
        rig.configured("home");
        rig.bridges.ready("home", FakeBridges.CODE, 1);
        assertEquals(List.of("Bridge <home>: paired with 1 controller"), rig.shown(HOME, null));
        rig.bridges.ready("home", FakeBridges.CODE, 2);
        assertEquals(List.of("Bridge <home>: paired with 2 controllers"), rig.shown(ADD_ON, null));
        assertEquals(List.of("Bridge <home>: gekoppelt mit 2 Steuergeräten"), rig.shown(ADD_ON, Locale.GERMANY));
    }

    @Test
    void furtherBridgesAreShownWithTheirFirstInTheirOrder() {
        rig.configured("home");
        rig.configured("home-3");
        rig.configured("villa");
        Stream.of("home", "home-2", "home-3", "home-10", "home-x", "villa")
                .forEach(id -> rig.bridges.ready(id, FakeBridges.CODE, 1));
        assertEquals(List.of("Bridge <home>", "Bridge <home-2>", "Bridge <home-10>"), rig.labels(HOME));
        assertEquals(List.of("Bridge <home-3>"), rig.labels(URI.create("io:latchkey-bridge:home-3")));
        assertEquals(
                List.of("Bridge <home>", "Bridge <home-2>", "Bridge <home-10>", "Bridge <home-3>", "Bridge <villa>"),
                rig.labels(ADD_ON));
    }

    @Test
    void namesWhatIsAbsent() {
        rig.configured("home");
        rig.bridges.ready("home", FakeBridges.CODE, 1);
        rig.bridges.absent("Lamp <1>", "item Lamp isn't there");
        rig.bridges.absent("Fan", "item Fan isn't there");
        assertEquals(
                "Port 20001. 1 accessory. Not there at the moment, and kept in Home: Lamp &lt;1&gt; (item Lamp isn&#39;t"
                        + " there), Fan (item Fan isn&#39;t there). The console says since when: openhab:latchkey absent.",
                rig.details(HOME));
        for (int number = 0; number < 20; number++) {
            rig.bridges.absent("Lamp" + number, "it isn't there");
        }
        assertTrue(rig.details(HOME).contains("Lamp17"), rig.details(HOME));
        assertTrue(rig.details(HOME).contains(", … (+2). "), rig.details(HOME));
    }

    @Test
    void saysWhatIsWrongAndWhereTheSettingsAre() {
        rig.configured("home");
        rig.bridges.readyWith("home", "configuration refused: port takes <a number>");
        assertEquals(
                "configuration refused: port takes &lt;a number&gt; Port 20001. 1 accessory. <a href=\"/settings/services/"
                        + "io.latchkey.bridge~home\">Settings of this bridge</a>",
                rig.details(ADD_ON));
        assertEquals(
                "configuration refused: port takes &lt;a number&gt; Port 20001. 1 accessory.",
                rig.details(HOME),
                "no link to the page itself");
        rig.bridges.state("home", BridgeStatus.State.FAILED, "port 9123 is taken");
        assertEquals("port 9123 is taken", rig.details(HOME));
        assertEquals(List.of("Bridge <home>: not running"), rig.shown(HOME, null));
    }

    @Test
    void aPidWithOddLettersIsALinkAllTheSame() {
        rig.admin.put("io.latchkey.bridge~a b\"", "io.latchkey.bridge", Map.of("id", "home"));
        rig.bridges.ready("home", FakeBridges.CODE, 0);
        assertTrue(
                rig.details(ADD_ON).contains("href=\"/settings/services/io.latchkey.bridge~a%20b%22\""),
                rig.details(ADD_ON));
    }
}
