// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.transport.Request;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The head of a request, where {@code Host} is more than a word. */
class RequestBytesTest {
    @ParameterizedTest
    @CsvSource({
        "192.168.1.7, 192.168.1.7:5001",
        "fe80::1%1, [fe80:0:0:0:0:0:0:1]:5001",
        "2001:db8::7, [2001:db8:0:0:0:0:0:7]:5001"
    })
    void hostIsTheAddressAsInAUri(String address, String host) throws UnknownHostException {
        ByteBuffer[] bytes = RequestBytes.of(
                Request.of("GET", "/accessories"), new InetSocketAddress(InetAddress.getByName(address), 5001));
        assertEquals(
                "GET /accessories HTTP/1.1\r\nHost: " + host + "\r\n\r\n",
                StandardCharsets.US_ASCII.decode(bytes[0]).toString());
        assertEquals(0, bytes[1].remaining());
    }
}
