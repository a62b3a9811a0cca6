// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

/** Checks the lengths of byte strings; a wrong one is misuse by the caller. Never puts the bytes into the message. */
final class Lengths {
    private Lengths() {}

    static void require(String what, byte[] bytes, int length) {
        requireRange(what, bytes, length, length);
    }

    static void requireRange(String what, byte[] bytes, int least, int most) {
        if (bytes.length < least || bytes.length > most) {
            throw new IllegalArgumentException(what + " has " + bytes.length + " bytes");
        }
    }
}
