// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.tlv.Tlv8;
import io.latchkey.pairing.PairingTlv;

/**
 * How a controller introduces itself inside EncryptedData; an item that is empty is left out.
 *
 * @param id its identifier
 * @param publicKey its long-term key; none in pair-verify
 * @param signature over what the procedure says
 */
record Introduction(byte[] id, byte[] publicKey, byte[] signature) {

    Introduction withId(byte[] changed) {
        return new Introduction(changed, publicKey, signature);
    }

    Introduction withPublicKey(byte[] changed) {
        return new Introduction(id, changed, signature);
    }

    Introduction withSignature(byte[] changed) {
        return new Introduction(id, publicKey, changed);
    }

    byte[] bytes() {
        Tlv8.Builder items = Tlv8.builder();
        add(items, PairingTlv.IDENTIFIER, id);
        add(items, PairingTlv.PUBLIC_KEY, publicKey);
        add(items, PairingTlv.SIGNATURE, signature);
        return items.build().bytes();
    }

    /** Adds an item unless it is empty. */
    static void add(Tlv8.Builder items, int type, byte[] value) {
        if (value.length > 0) {
            items.bytes(type, value);
        }
    }
}
