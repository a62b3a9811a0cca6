// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.api.discovery.InstanceName;
import io.latchkey.conformance.Bytes;
import io.latchkey.conformance.Put;
import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import java.util.List;

/**
 * A request as Apple's controllers write it: a request line, Host, and with a body Content-Length and Content-Type; nothing
 * else, and JSON without blanks.
 *
 * @param method in capitals
 * @param target as it goes over the wire
 * @param type the media type of the body
 * @param body empty for none
 */
record AppleRequest(String method, String target, String type, byte[] body) {
    private static final byte[] NONE = {};

    static AppleRequest pairSetup(byte[] tlv) {
        return pairing("/pair-setup", tlv);
    }

    static AppleRequest pairVerify(byte[] tlv) {
        return pairing("/pair-verify", tlv);
    }

    static AppleRequest pairings(byte[] tlv) {
        return pairing("/pairings", tlv);
    }

    /** The whole database. */
    static AppleRequest accessories() {
        return new AppleRequest("GET", "/accessories", WireClient.JSON, NONE);
    }

    /** A read; the commas between the ids are bare. */
    static AppleRequest read(List<String> ids) {
        return new AppleRequest("GET", "/characteristics?id=" + String.join(",", ids), WireClient.JSON, NONE);
    }

    /** A write, also one that subscribes or executes what was prepared. */
    static AppleRequest write(Put body) {
        return put("/characteristics", body.json());
    }

    /** Announces a write. */
    static AppleRequest prepare(String pid) {
        return put("/prepare", "{\"ttl\":5000,\"pid\":" + pid + "}");
    }

    /** A picture of a camera. */
    static AppleRequest snapshot(long aid) {
        String wanted = "{\"resource-type\":\"image\",\"image-width\":640,\"image-height\":360,\"aid\":" + aid + "}";
        return new AppleRequest("POST", "/resource", WireClient.JSON, Bytes.of(wanted));
    }

    /** As it goes over the wire. */
    byte[] bytes(InstanceName bridge) {
        return HapWire.request(bridge, method, target, type, body);
    }

    /** The request line, cut where it is long. */
    @Override
    public String toString() {
        String line = method + " " + target;
        return line.length() <= 120 ? line : line.substring(0, 120) + "...";
    }

    private static AppleRequest pairing(String path, byte[] tlv) {
        return new AppleRequest("POST", path, WireClient.TLV, tlv);
    }

    private static AppleRequest put(String path, String json) {
        return new AppleRequest("PUT", path, WireClient.JSON, Bytes.of(json));
    }
}
