// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.concurrent;

/** A contributor failed, or is left out because it doesn't return; the message names it and says how. */
public final class ContributorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure that has been told to people already.
     *
     * @param cause what was thrown; null when nothing was
     */
    public ContributorException(String message, Throwable cause) {
        super(message, cause);
    }
}
