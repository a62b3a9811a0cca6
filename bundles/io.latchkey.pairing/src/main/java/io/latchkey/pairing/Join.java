// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Joins what is signed: key or derived bytes, then the signer's identifier, then a key; without separators. */
final class Join {
    private Join() {}

    static byte[] of(byte[] first, String identifier, byte[] last) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(identifier.getBytes(UTF_8));
        joined.writeBytes(last);
        return joined.toByteArray();
    }
}
