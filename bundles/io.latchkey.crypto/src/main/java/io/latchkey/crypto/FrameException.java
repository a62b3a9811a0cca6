// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import java.io.IOException;

/** A received frame that must not be believed: too long, or its tag is wrong. The connection is to be closed at once. */
public final class FrameException extends IOException {
    private static final long serialVersionUID = 1L;

    FrameException(String message) {
        super(message);
    }
}
