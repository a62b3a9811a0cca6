// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

/** The text is no items file at all; the message says what is wrong, and where, for the person who wrote it. */
final class ItemsFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    ItemsFormatException(String message) {
        super(message);
    }
}
