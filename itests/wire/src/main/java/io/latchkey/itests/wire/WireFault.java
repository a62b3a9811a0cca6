// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.wire;

import java.io.IOException;

/** What came over the wire is against the rules of HTTP, of EVENT messages or of frames; the message says which. */
public final class WireFault extends IOException {
    private static final long serialVersionUID = 1;

    WireFault(String message) {
        super(message);
    }

    WireFault(String message, Throwable cause) {
        super(message, cause);
    }
}
