// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Controllers that subscribe to everything and read nothing more, every second one within answers it has asked for. */
final class StalledPeers implements AutoCloseable {
    private static final int SMALL = 4096;
    private static final int ASKED = 4;

    private final List<WireClient> sessions = new ArrayList<>();

    /** Connects them; from then on they read nothing. */
    StalledPeers(RemoteVictim bridge, int count) throws IOException {
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        for (int i = 0; i < ASKED; i++) {
            requests.writeBytes(HapWire.request("GET", "/accessories", "", new byte[0]));
        }
        for (int i = 0; i < count; i++) {
            WireClient session = bridge.session(SMALL);
            sessions.add(session);
            assertEquals(204, Listening.subscribe(session, bridge.meters()).status());
            if (i % 2 == 0) {
                session.wire().send(requests.toByteArray());
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (WireClient session : sessions) {
            session.close();
        }
    }
}
