// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import java.nio.charset.StandardCharsets;

/** Requests of the soak, as bytes. */
final class SoakRequests {
    static final byte[] NOTHING = {};

    private SoakRequests() {}

    static byte[] get(String target) {
        return HapWire.request("GET", target, WireClient.JSON, NOTHING);
    }

    static byte[] put(String target, String json) {
        return HapWire.request("PUT", target, WireClient.JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] post(String target, byte[] tlv) {
        return HapWire.request("POST", target, WireClient.TLV, tlv);
    }
}
