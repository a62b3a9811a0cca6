// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request to an accessory.
 *
 * @param method such as {@code GET}
 * @param target path and query as they go over the wire
 * @param contentType of the body, if there is one; printable ASCII
 * @param body may be empty; neither it nor a copy shows in any text
 */
public record Request(String method, String target, Optional<String> contentType, byte[] body) {
    private static final Pattern METHOD = Pattern.compile("[A-Z]+");
    private static final Pattern TARGET = Pattern.compile("/[!-~]*");
    private static final Pattern TYPE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    /**
     * Keeps a copy of the body.
     *
     * @throws IllegalArgumentException when method or target cannot stand in a request line, or the type in a header
     */
    public Request {
        if (!METHOD.matcher(method).matches() || !TARGET.matcher(target).matches()) {
            throw new IllegalArgumentException("no request line: " + method + " " + target);
        }
        if (!contentType.map(TYPE::matcher).map(Matcher::matches).orElse(true)) {
            throw new IllegalArgumentException("no content type: " + contentType);
        }
        body = body.clone();
    }

    /** A request without a body. */
    public static Request of(String method, String target) {
        return new Request(method, target, Optional.empty(), new byte[0]);
    }

    /** A request with a body. */
    public static Request of(String method, String target, String contentType, byte[] body) {
        return new Request(method, target, Optional.of(contentType), body);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return method + " " + target + " with " + body.length + " bytes";
    }
}
