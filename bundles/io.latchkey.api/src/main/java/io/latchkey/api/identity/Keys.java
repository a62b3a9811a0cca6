// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.identity;

/** Copies key bytes on the way in, so that nobody changes them afterwards. */
final class Keys {
    static final int LENGTH = 32;

    private Keys() {}

    static byte[] copy(String what, byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(what + " has 32 bytes, not " + bytes.length);
        }
        return bytes.clone();
    }
}
