// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.bridge.UsualAddress;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.ServerWait;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where bridges listen whose configuration names no address. */
class UsualAddressTest {
    private static final InetAddress FIRST = address("192.168.1.2");
    private static final InetAddress SECOND = address("192.168.2.2");

    private final BridgeComponentRig rig = new BridgeComponentRig();

    @AfterEach
    void stop() {
        rig.lanes.stop();
    }

    @Test
    void theBridgeMovesWithItAndKeepsItsIdentityAndPort() {
        BridgeComponent home = home(Map.of("bindAddress", ""));
        assertTrue(isBoundTo(address("0.0.0.0")));
        var device = rig.status("home").deviceId();
        int port = rig.status("home").address().orElseThrow().getPort();
        FakeSession session = rig.transport.listener().orElseThrow().connect();
        home.setUsualAddress(usual(FIRST));
        ServerWait.until("it listens there", () -> isBoundTo(FIRST));
        assertFalse(session.isOpen());
        home.updatedUsualAddress(usual(SECOND));
        ServerWait.until("it listens there", () -> isBoundTo(SECOND));
        assertEquals(FIRST, rig.advertiser.addresses().get(1));
        assertEquals(SECOND, rig.advertiser.addresses().get(2));
        assertTrue(rig.advertiser.current().isPresent());
        assertEquals(device, rig.status("home").deviceId());
        assertEquals(port, rig.status("home").address().orElseThrow().getPort());
        home.deactivate();
    }

    @Test
    void theSameAddressAndTheEndOfWhoTellsItCloseNothing() {
        BridgeComponent home = home(Map.of("bindAddress", ""));
        home.setUsualAddress(usual(FIRST));
        ServerWait.until("it listens there", () -> isBoundTo(FIRST));
        FakeSession session = rig.transport.listener().orElseThrow().connect();
        home.updatedUsualAddress(usual(FIRST));
        home.unsetUsualAddress(usual(FIRST));
        home.setUsualAddress(usual(FIRST));
        ServerWait.until("nothing is to be done", rig.workers::isIdle);
        assertTrue(session.isOpen());
        home.deactivate();
    }

    @Test
    void anAddressOfItsOwnCounts() {
        BridgeComponent home = home(Map.of());
        FakeSession session = rig.transport.listener().orElseThrow().connect();
        home.setUsualAddress(usual(FIRST));
        ServerWait.until("nothing is to be done", rig.workers::isIdle);
        assertTrue(session.isOpen());
        assertTrue(isBoundTo(address("127.0.0.1")));
        home.deactivate();
    }

    /** The last good configuration goes on, but not on an address that the machine hasn't any more. */
    @Test
    void itIsFollowedWhileTheConfigurationIsRefused() {
        BridgeComponent home = home(Map.of("bindAddress", ""));
        home.modified(BridgeComponentRig.properties("p1", Map.of("id", "home", "bindAddress", "", "port", "many")));
        home.setUsualAddress(usual(FIRST));
        ServerWait.until("it listens there", () -> isBoundTo(FIRST));
        assertEquals("port", rig.status("home").refused().orElseThrow().key());
        home.deactivate();
    }

    private BridgeComponent home(Map<String, Object> more) {
        Map<String, Object> values = BridgeComponentRig.properties("p1", Map.of("id", "home"));
        values.putAll(more);
        BridgeComponent home = rig.component("p1", values);
        ServerWait.until("it listens", () -> rig.status("home").state() == State.READY);
        return home;
    }

    private boolean isBoundTo(InetAddress address) {
        return rig.status("home")
                .address()
                .filter(bound -> bound.getAddress().equals(address))
                .isPresent();
    }

    private static UsualAddress usual(InetAddress address) {
        return () -> Optional.of(address);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
