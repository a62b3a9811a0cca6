// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import java.io.IOException;

/** What is to be opened was not sealed by us, or by a newer version of us: no passphrase opens it. */
public final class SealException extends IOException {
    private static final long serialVersionUID = 1L;

    SealException(String message) {
        super(message);
    }
}
