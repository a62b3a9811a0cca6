// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.transport.Session;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A session that has ended says why. */
class SessionEndingTest extends BridgeAndClients {

    private String ending() {
        TestBridge.await("the end of the session", () -> bridge.closed.size() == 1);
        return bridge.closed.get(0).ending().orElseThrow();
    }

    @Test
    void anOpenOneSaysNothing() throws Exception {
        HapClient client = kept(bridge.secured());
        assertEquals(Optional.empty(), bridge.sessionOf(client).ending());
    }

    @Test
    void theControllerHangsUp() throws Exception {
        kept(bridge.secured()).close();
        assertEquals("the controller has closed it", ending());
    }

    @Test
    void aPairingIsRemoved() throws Exception {
        HapClient client = kept(bridge.secured());
        bridge.listener.closeSessionsOf(TestBridge.CONTROLLER, Optional.empty());
        assertEquals("", client.rest());
        assertEquals("its pairing was removed", ending());
    }

    @Test
    void theBridgeStops() throws Exception {
        HapClient client = kept(bridge.secured());
        bridge.listener.closeGracefully();
        assertEquals("", client.rest());
        assertEquals("the bridge stops", ending());
    }

    @Test
    void whatCantBeOpened() throws Exception {
        HapClient client = kept(bridge.secured());
        Session session = bridge.sessionOf(client);
        byte[] frame = new byte[34]; // two bytes of length, sixteen of text, sixteen of tag
        frame[0] = 16;
        client.write(frame);
        assertEquals("", client.rest());
        assertEquals("what was sent can't be opened with the keys of the session", ending());
        assertEquals(Optional.of(ending()), session.ending());
    }
}
