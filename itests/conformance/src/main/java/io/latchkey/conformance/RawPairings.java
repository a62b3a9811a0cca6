// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.pairing.PairingTlv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The requests about pairings as bytes, Method first as from iOS, and what the answers say. */
public final class RawPairings {
    /** Asks for all pairings. */
    public static final byte[] LIST = Bytes.hex("000105060101");

    private static final int KEY = 32;

    private RawPairings() {}

    /** Adds a pairing. */
    public static byte[] add(Pairing pairing) {
        return add(pairing, pairing.permissions().bits());
    }

    /** Adds a pairing with any permissions. */
    static byte[] add(Pairing pairing, int permissions) {
        return Tlv8.builder()
                .integer(PairingTlv.METHOD, 3)
                .integer(PairingTlv.STATE, 1)
                .text(PairingTlv.IDENTIFIER, pairing.controller().text())
                .bytes(PairingTlv.PUBLIC_KEY, pairing.publicKey())
                .integer(PairingTlv.PERMISSIONS, permissions)
                .build()
                .bytes();
    }

    /** Removes a pairing. */
    public static byte[] remove(ControllerId controller) {
        return Tlv8.builder()
                .integer(PairingTlv.METHOD, 4)
                .integer(PairingTlv.STATE, 1)
                .text(PairingTlv.IDENTIFIER, controller.text())
                .build()
                .bytes();
    }

    static PairingAnswer send(WireClient session, String request, byte[] body) throws IOException {
        return PairingAnswer.to(session, "/pairings", request, body);
    }

    /** All pairings, each as identifier, key and permissions. */
    static Set<String> list(WireClient session) throws IOException {
        return list(send(session, "a list of pairings", LIST));
    }

    /** All pairings of an answer, each as identifier, key and permissions. */
    public static Set<String> list(PairingAnswer answer) {
        List<Tlv8> entries = answer.accepted(2).split(PairingTlv.SEPARATOR);
        Set<String> pairings = new HashSet<>();
        for (Tlv8 entry : entries) {
            byte[] id = answer.item(entry, "Identifier", PairingTlv.IDENTIFIER, 1, ControllerId.MAXIMUM_BYTES);
            byte[] key = answer.item(entry, "PublicKey", PairingTlv.PUBLIC_KEY, KEY, KEY);
            byte[] permissions = answer.item(entry, "Permissions", PairingTlv.PERMISSIONS, 1, 1);
            boolean isNew = pairings.add(entry(id, key, permissions[0]));
            answer.expect("each pairing once", isNew);
        }
        return pairings;
    }

    /** A pairing as it has to be in {@link #list}. */
    public static String entry(Pairing pairing) {
        return entry(
                Bytes.of(pairing.controller().text()),
                pairing.publicKey(),
                pairing.permissions().bits());
    }

    private static String entry(byte[] id, byte[] key, int permissions) {
        return new String(id, StandardCharsets.UTF_8) + " " + Bytes.hex(key) + " " + permissions;
    }
}
