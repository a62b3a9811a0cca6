// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.wire;

import io.latchkey.pairing.PairingFailure;
import java.io.IOException;

/** A procedure that a controller led has come to nothing. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private final PairingFailure reason;

    RefusedException(String path, PairingFailure reason) {
        super(path + ": " + reason);
        this.reason = reason;
    }

    /** Why. */
    public PairingFailure reason() {
        return reason;
    }
}
