// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

/**
 * A body or query breaks the rules of its form, so the whole request is answered with 400 and nothing of it is done. The
 * message is for the debug log and never holds what was sent.
 */
public final class MalformedRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A broken rule, in plain words. */
    public MalformedRequestException(String rule) {
        super(rule, null, false, false);
    }
}
