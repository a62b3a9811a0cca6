// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.identity;

import java.util.Optional;

/** What a paired controller may do with pairings (HAP specification R2, kTLVType_Permissions). */
public enum Permissions {
    /** Reads, writes and subscribes. */
    REGULAR(0),
    /** Also adds, removes and lists pairings. */
    ADMIN(1);

    private final int bits;

    Permissions(int bits) {
        this.bits = bits;
    }

    /** The byte on the wire. */
    public int bits() {
        return bits;
    }

    /** The permissions of a byte on the wire; empty for one that has no meaning. */
    public static Optional<Permissions> of(int bits) {
        return switch (bits) {
            case 0 -> Optional.of(REGULAR);
            case 1 -> Optional.of(ADMIN);
            default -> Optional.empty();
        };
    }
}
