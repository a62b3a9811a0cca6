// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

/**
 * The store could not read or write. The message is meant for the person who runs the bridge: it names the file and says
 * what to do, and never contains what the file holds.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Trouble that we found ourselves. */
    public StoreException(String message) {
        super(message);
    }

    /** Trouble that the file system or a parser reported. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
