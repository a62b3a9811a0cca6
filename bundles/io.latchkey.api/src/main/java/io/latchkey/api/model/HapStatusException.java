// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

/**
 * How a read or write function says which status the controller gets. Any other failure becomes
 * {@link HapStatus#UNABLE_TO_COMMUNICATE}.
 *
 * <p>It carries no stack trace: it is an answer, not an accident.
 */
public final class HapStatusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HapStatus status;

    /**
     * An answer with a reason for the log.
     *
     * @param status what the controller gets; not {@link HapStatus#SUCCESS}
     * @param reason for the log, in plain words, without secrets
     * @throws IllegalArgumentException for {@link HapStatus#SUCCESS}
     */
    public HapStatusException(HapStatus status, String reason) {
        super(reason, null, false, false);
        if (status == HapStatus.SUCCESS) {
            throw new IllegalArgumentException("success is no failure");
        }
        this.status = status;
    }

    /** What the controller gets. */
    public HapStatus status() {
        return status;
    }
}
