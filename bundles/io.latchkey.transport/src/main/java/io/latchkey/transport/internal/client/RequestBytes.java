// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.Request;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes requests as HTTP/1.1 with the headers that Apple's controllers write, in their order, and no other. */
final class RequestBytes {
    private final String host;

    /** Prepares for the accessory that is connected to. */
    RequestBytes(ConnectRequest wishes) {
        host = wishes.name().map(InstanceName::host).orElseGet(() -> host(wishes.address()));
    }

    ByteBuffer[] of(Request request) {
        byte[] body = request.body();
        StringBuilder head = new StringBuilder(request.method())
                .append(' ')
                .append(request.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(host);
        if (body.length > 0 || isUsedWithABody(request.method())) {
            head.append("\r\nContent-Length: ").append(body.length);
        }
        request.contentType()
                .ifPresent(type -> head.append("\r\nContent-Type: ").append(type));
        head.append("\r\n\r\n");
        return new ByteBuffer[] {
            ByteBuffer.wrap(head.toString().getBytes(StandardCharsets.UTF_8)), ByteBuffer.wrap(body)
        };
    }

    /** RFC 9110 section 8.6: whoever usually sends a body says that there is none. */
    private static boolean isUsedWithABody(String method) {
        return method.equals("PUT") || method.equals("POST");
    }

    /** The address as it stands in a URI (RFC 3986 section 3.2.2); the zone means nothing on the other side. */
    private static String host(InetSocketAddress accessory) {
        String text = accessory.getAddress().getHostAddress();
        int zone = text.indexOf('%');
        String plain = zone < 0 ? text : text.substring(0, zone);
        return (plain.indexOf(':') < 0 ? plain : '[' + plain + ']') + ':' + accessory.getPort();
    }
}
