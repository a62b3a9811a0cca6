// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.transport.SessionLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A bridge of few sessions, and clients that are closed with it, for one test. */
abstract class BridgeAndClients {
    static final int LIMIT = 8;
    static final SessionLimits LIMITS = SessionLimits.of(LIMIT);

    TestBridge bridge;
    final List<HapClient> clients = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        bridge = new TestBridge(LIMIT);
    }

    @AfterEach
    void stop() throws IOException {
        for (HapClient client : clients) {
            client.close();
        }
        bridge.close();
    }

    HapClient kept(HapClient client) {
        clients.add(client);
        return client;
    }
}
