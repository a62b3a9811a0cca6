// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A bridge and a client on a plain connection, for one test. */
abstract class BridgeAndClient {
    TestBridge bridge;
    HapClient client;

    @BeforeEach
    void start() throws IOException {
        bridge = new TestBridge();
        client = bridge.connect();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        bridge.close();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
