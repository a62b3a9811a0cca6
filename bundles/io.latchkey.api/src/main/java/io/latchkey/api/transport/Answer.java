// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import java.util.Optional;

/**
 * The answer to a request. It is sent with exactly the headers {@code Content-Type}, where there is a type, and {@code
 * Content-Length}; a 204 has neither body nor length. A received one may have had others; a body that came without a type
 * is {@code application/octet-stream}.
 *
 * @param status 200 to 599
 * @param contentType type of the body, if there is one
 * @param body may be empty; handed over, so the maker must not change it any more
 */
public record Answer(int status, Optional<String> contentType, byte[] body) {
    private static final byte[] NOTHING = {};
    private static final int LEAST = 200;
    private static final int MOST = 599;
    private static final int NO_CONTENT = 204;

    /**
     * Keeps the parts.
     *
     * @throws IllegalArgumentException when the status is out of range, a 204 has a body, or a body has no type
     */
    public Answer {
        if (status < LEAST || status > MOST) {
            throw new IllegalArgumentException("no final status: " + status);
        }
        if (body.length > 0 && (status == NO_CONTENT || contentType.isEmpty())) {
            throw new IllegalArgumentException("no body is possible in a " + status + " of type " + contentType);
        }
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Optional.empty(), NOTHING);
    }

    /** An answer with a body. */
    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Optional.of(contentType), body);
    }

    @Override
    public String toString() {
        return "Answer[" + status + ", " + contentType.orElse("no type") + ", " + body.length + " bytes]";
    }
}
