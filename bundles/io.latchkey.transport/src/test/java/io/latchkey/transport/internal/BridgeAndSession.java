// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.transport.Session;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A bridge and the session of a client that has verified itself, for one test. */
abstract class BridgeAndSession {
    static final Duration MOMENT = Duration.ofMillis(100);
    static final CharacteristicId ON = CharacteristicId.of(1, 9);
    static final CharacteristicId LEVEL = CharacteristicId.of(1, 10);

    TestBridge bridge;
    HapClient client;
    Session session;

    @BeforeEach
    void start() throws IOException {
        bridge = new TestBridge();
        client = bridge.secured();
        session = bridge.sessionOf(client);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        bridge.close();
    }
}
