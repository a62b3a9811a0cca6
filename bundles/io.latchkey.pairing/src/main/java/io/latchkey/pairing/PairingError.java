// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import java.util.Optional;

/** Why an accessory refuses a pairing step, as told on the wire (HAP specification R2 section 5.15, kTLVError). */
public enum PairingError {
    /** Anything else. */
    UNKNOWN(1),
    /** A wrong setup code, signature, or right. */
    AUTHENTICATION(2),
    /** Wait before the next try; obsolete. */
    BACKOFF(3),
    /** No room for another pairing. */
    MAX_PEERS(4),
    /** Too many wrong setup codes. */
    MAX_TRIES(5),
    /** Paired already. */
    UNAVAILABLE(6),
    /** Somebody else is pairing. */
    BUSY(7);

    private final int code;

    PairingError(int code) {
        this.code = code;
    }

    /** The byte on the wire. */
    public int code() {
        return code;
    }

    /** The error of a byte on the wire, if it has a meaning. */
    public static Optional<PairingError> of(int code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
    }
}
