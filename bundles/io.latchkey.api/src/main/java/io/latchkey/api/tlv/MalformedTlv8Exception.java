// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.tlv;

/** Received bytes are no TLV8, or lack an item that the message must have. Its text never contains a value. */
public final class MalformedTlv8Exception extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong with them, without a value. */
    public MalformedTlv8Exception(String message) {
        super(message);
    }
}
