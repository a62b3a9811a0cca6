// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

/** Why a procedure that a controller began came to nothing. */
public enum PairingFailure {
    /** The accessory gave no reason, or one that has no meaning. */
    UNKNOWN,
    /** The accessory does not accept the setup code, the signature or the right of this controller. */
    AUTHENTICATION,
    /** The accessory wants to be asked later. */
    BACKOFF,
    /** The accessory has no room for another pairing. */
    MAX_PEERS,
    /** The accessory has seen too many wrong setup codes. */
    MAX_TRIES,
    /** The accessory is paired already. */
    UNAVAILABLE,
    /** Somebody else is pairing with the accessory. */
    BUSY,
    /** The accessory's message is no TLV8, lacks an item or comes out of order. */
    MALFORMED,
    /** The accessory does not pair in two halves. */
    NOT_SPLIT,
    /** The accessory could not prove that it is the one: wrong proof, tag, identifier or signature, or a forced key. */
    UNTRUSTED;

    static PairingFailure of(PairingError error) {
        return valueOf(error.name());
    }
}
