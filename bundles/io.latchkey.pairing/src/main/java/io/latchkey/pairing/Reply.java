// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.tlv.Tlv8;

/**
 * What goes back to a controller as the answer to one request. Refusals that the procedure knows are answers with status
 * 200 and an error inside; a message that breaks the rules of its form or order gets status 400 and no body (HomeKitADK),
 * in pair-verify an error too where it can be read at all.
 */
public final class Reply {
    /** The content type of every body here. */
    public static final String CONTENT_TYPE = "application/pairing+tlv8";

    private static final int OK = 200;
    private static final Reply BAD_REQUEST = new Reply(400, new byte[0]);

    private final int status;
    private final byte[] body;

    private Reply(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    static Reply of(Tlv8.Builder message) {
        return new Reply(OK, message.build().bytes());
    }

    static Reply error(int state, PairingError error) {
        return of(Protocol.message(state).integer(PairingTlv.ERROR, error.code()));
    }

    static Reply badRequest() {
        return BAD_REQUEST;
    }

    /** The HTTP status, 200 or 400. */
    public int status() {
        return status;
    }

    /** The body, a copy; empty with status 400, and then no content type is sent. */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "Reply[" + status + ", " + body.length + " bytes]";
    }
}
