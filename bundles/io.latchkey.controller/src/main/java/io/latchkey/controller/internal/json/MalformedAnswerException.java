// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.json;

/** An accessory's body isn't the JSON that the protocol asks for. The message holds nothing of the body. */
public final class MalformedAnswerException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedAnswerException(String message) {
        super(message);
    }
}
