// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static io.latchkey.host.openhab.internal.settings.BridgePagesRig.ADD_ON;
import static io.latchkey.host.openhab.internal.settings.BridgePagesRig.HOME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus;
import java.net.InetAddress;
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
        Stream.of("home", "home-3", "home-x", "villa").forEach(id -> rig.bridges.ready(id, FakeBridges.CODE, 1));
        Stream.of("home-10", "home-2").forEach(id -> rig.bridges.further(id, "home"));
        List<String> ofHome = List.of(
                "Bridge <home>",
                "Bridge <home-2>",
                "Setup code",
                "Scan it with the Home app",
                "Bridge <home-10>",
                "Setup code",
                "Scan it with the Home app");
        assertEquals(ofHome, rig.labels(HOME));
        assertEquals(List.of("Bridge <home-3>"), rig.labels(BridgePagesRig.page("home-3")));
        assertEquals(
                Stream.concat(ofHome.stream(), Stream.of("Bridge <home-3>", "Bridge <villa>"))
                        .toList(),
                rig.labels(ADD_ON));
    }

    @Test
    void namesWhatIsAbsent() {
        rig.configured("home");
        rig.bridges.ready("home", FakeBridges.CODE, 1);
        rig.bridges.absent("Lamp <1>", "item Lamp isn't there");
        rig.bridges.absent("Fan", "item Fan isn't there");
        assertEquals(
                "Port 20001. 1 accessory. Not there at the moment, and kept in Home: Lamp &lt;1&gt; (an item or its"
                        + " type is missing), Fan (an item or its type is missing). The console says since when: openhab:latchkey absent.",
                rig.details(HOME));
        for (int number = 0; number < 20; number++) {
            rig.bridges.absent("Lamp" + number, "it isn't there");
        }
        assertTrue(rig.details(HOME).contains("Lamp17"), rig.details(HOME));
        assertTrue(rig.details(HOME).contains(", … (+2). "), rig.details(HOME));
    }

    /** Nothing is there before the start has come to its end, so nothing is missing then. */
    @Test
    void whatIsStartingMissesNothing() {
        rig.configured("home");
        rig.bridges.state("home", BridgeStatus.State.STARTING, "");
        rig.bridges.absent("Lamp", "host openhab isn't there");
        assertFalse(rig.details(HOME).contains("Lamp"), rig.details(HOME));
    }

    @Test
    void saysWhatIsWrongAndWhereTheSettingsAre() {
        rig.configured("home");
        rig.bridges.readyWith("home", "the disk is <full>");
        assertEquals(
                "the disk is &lt;full&gt;. Port 20001. 1 accessory. <a href=\"/settings/services/"
                        + "io.latchkey.bridge~home\">Settings of this bridge</a>",
                rig.details(ADD_ON));
        assertEquals(
                "the disk is &lt;full&gt;. Port 20001. 1 accessory.", rig.details(HOME), "no link to the page itself");
        rig.bridges.state("home", BridgeStatus.State.FAILED, "port 9123 is taken");
        assertEquals("port 9123 is taken.", rig.details(HOME));
        assertEquals(List.of("Bridge <home>: not running"), rig.shown(HOME, null));
    }

    @Test
    void saysOnWhichAddressItListensIfItIsOnlyOne() throws Exception {
        rig.configured("home");
        rig.bridges.listenAt(InetAddress.getByName("192.168.1.2"));
        rig.bridges.ready("home", FakeBridges.CODE, 1);
        assertEquals("Port 20001 of 192.168.1.2. 1 accessory.", rig.details(HOME));
    }

    @Test
    void aPidWithOddLettersIsALinkAllTheSame() {
        rig.admin.put("io.latchkey.bridge~a b\"", "io.latchkey.bridge", Map.of("id", "home"));
        rig.bridges.further("home", "a b\"");
        assertTrue(
                rig.details(ADD_ON).contains("href=\"/settings/services/io.latchkey.bridge~a%20b%22\""),
                rig.details(ADD_ON));
    }
}
