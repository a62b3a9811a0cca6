// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.itests.wire.HapClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How requests are cut into frames and segments makes no difference, and a broken frame ends the session. */
@OverTheWire
class FramingConformance {

    @Test
    @DisplayName("B30 A request that arrives byte by byte is answered")
    void byteByByte(Server server) throws IOException {
        try (HapClient session = server.admin()) {
            byte[] request = session.wire()
                    .seal("GET /accessories HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (byte each : request) {
                session.wire().sendRaw(new byte[] {each});
            }
            assertEquals(200, session.wire().answer().status());
        }
    }
}
