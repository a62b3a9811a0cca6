// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import io.latchkey.api.transport.Request;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes a request as HTTP/1.1, with no more headers than it needs. */
final class RequestBytes {
    private RequestBytes() {}

    static ByteBuffer[] of(Request request, InetSocketAddress accessory) {
        byte[] body = request.body();
        StringBuilder head = new StringBuilder(request.method())
                .append(' ')
                .append(request.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(host(accessory.getAddress()))
                .append(':')
                .append(accessory.getPort());
        request.contentType()
                .ifPresent(type -> head.append("\r\nContent-Type: ").append(type));
        if (body.length > 0 || isUsedWithABody(request.method())) {
            head.append("\r\nContent-Length: ").append(body.length);
        }
        head.append("\r\n\r\n");
        return new ByteBuffer[] {
            ByteBuffer.wrap(head.toString().getBytes(StandardCharsets.US_ASCII)), ByteBuffer.wrap(body)
        };
    }

    /** RFC 9110 section 8.6: whoever usually sends a body says that there is none. */
    private static boolean isUsedWithABody(String method) {
        return method.equals("PUT") || method.equals("POST");
    }

    /** The address as it stands in a URI (RFC 3986 section 3.2.2); the zone means nothing on the other side. */
    private static String host(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        String plain = zone < 0 ? text : text.substring(0, zone);
        return plain.indexOf(':') < 0 ? plain : '[' + plain + ']';
    }
}
