// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

/** One line for each bridge that is ready, at a level and under a name that openHAB shows. */
class ReadinessLogTest {
    private final List<String> lines = new ArrayList<>();
    private final FakeBridges bridges = new FakeBridges();
    private final ReadinessLog readiness = new ReadinessLog(noting());

    @Test
    void saysThatItWaitsForPairing() {
        look();
        bridges.state("home", BridgeStatus.State.STARTING, "");
        look();
        bridges.ready("home", FakeBridges.CODE, 0);
        look();
        look();
        assertEquals(
                List.of("Bridge \"Bridge <home>\" is ready on port 20001 and waits for pairing: its QR code is in"
                        + " Settings > Add-on Settings > Latchkey"),
                lines);
    }

    @Test
    void saysWithHowManyItIsPaired() {
        bridges.ready("a", FakeBridges.CODE, 1);
        bridges.ready("b", FakeBridges.CODE, 2);
        look();
        assertEquals(
                List.of(
                        "Bridge \"Bridge <a>\" is ready on port 20001, paired with 1 controller",
                        "Bridge \"Bridge <b>\" is ready on port 20001, paired with 2 controllers"),
                lines);
    }

    @Test
    void aPairingAloneIsNoNews() {
        bridges.ready("home", FakeBridges.CODE, 0);
        look();
        bridges.ready("home", FakeBridges.CODE, 1);
        look();
        assertEquals(1, lines.size());
    }

    @Test
    void anotherPortOrAnotherStartIs() {
        bridges.ready("home", FakeBridges.CODE, 1);
        look();
        bridges.listenAt(20_002);
        bridges.ready("home", FakeBridges.CODE, 1);
        look();
        bridges.end("home");
        look();
        bridges.ready("home", FakeBridges.CODE, 1);
        look();
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).contains("port 20002"), lines.get(1));
    }

    /** openHAB's log settings: root from WARN on, {@code org.openhab} from INFO on. */
    @Test
    void itsNameIsOneThatOpenhabShows() {
        assertTrue(ReadinessLog.LOGGER.startsWith("org.openhab."));
    }

    private void look() {
        readiness.look(bridges.bridges());
    }

    /** Only what is said at INFO is noted; anything else is an error. */
    private Logger noting() {
        return (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    assertEquals("info", method.getName());
                    Object[] values = Arrays.stream(arguments)
                            .skip(1)
                            .flatMap(each -> each instanceof Object[] all
                                    ? Arrays.stream(all)
                                    : Arrays.stream(new Object[] {each}))
                            .toArray();
                    lines.add(MessageFormatter.arrayFormat((String) arguments[0], values)
                            .getMessage());
                    return null;
                });
    }
}
