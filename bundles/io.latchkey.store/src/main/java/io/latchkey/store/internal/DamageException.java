// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

/** A file does not hold what was saved. The message ends a sentence that begins with the file, and quotes nothing of it. */
public final class DamageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public DamageException(String message) {
        super(message);
    }
}
